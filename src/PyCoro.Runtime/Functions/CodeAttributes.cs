using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What Python sees of a code object (data model, Code objects).</summary>
public sealed partial class PyCode
{
    [PyMethod("__repr__")]
    private string Repr(VmThread thread) =>
        $"<code object {Name.Text} at {Identity.Address(thread, this)}, file \"{Source.FileName}\", line {Source.FirstLineNo}>";

    [PyGetter("co_name", Member = true)]
    private Value GetName() => Name;

    [PyGetter("co_qualname", Member = true)]
    private string GetQualName() => Source.QualName;

    [PyGetter("co_filename", Member = true)]
    private string GetFileName() => Source.FileName;

    [PyGetter("co_firstlineno", Member = true)]
    private long GetFirstLine() => Source.FirstLineNo;

    [PyGetter("co_flags", Member = true)]
    private long GetFlags() => (long)Flags;

    [PyGetter("co_argcount", Member = true)]
    private long GetArgCount() => Source.ArgCount;

    [PyGetter("co_posonlyargcount", Member = true)]
    private long GetPosOnlyArgCount() => Source.PosOnlyArgCount;

    [PyGetter("co_kwonlyargcount", Member = true)]
    private long GetKwOnlyArgCount() => Source.KwOnlyArgCount;

    [PyGetter("co_nlocals")]
    private long GetLocalCount() => Source.VarNames.Length;

    [PyGetter("co_stacksize", Member = true)]
    private long GetStackSize() => Source.StackSize;

    [PyGetter("co_varnames")]
    private Value GetVarNames() => Strings(Source.VarNames);

    [PyGetter("co_cellvars")]
    private Value GetCellVars() => Strings(Source.CellVars);

    [PyGetter("co_freevars")]
    private Value GetFreeVars() => Strings(Source.FreeVars);

    [PyGetter("co_names", Member = true)]
    private Value GetNames() => Strings(Source.Names);

    [PyGetter("co_consts", Member = true)]
    private Value GetConsts() => PyTuple.Of([.. Consts]);

    [PyGetter("co_code")]
    private Value GetCode() => new PyBytes(Source.Bytes.Bytes);

    /// <summary>The instructions as they run now, those that the machine has rewritten among them.</summary>
    [PyGetter("_co_code_adaptive")]
    private Value GetRunningCode() => new PyBytes(ByteForm.Of(Instructions).Bytes);

    [PyGetter("co_linetable", Member = true)]
    private Value GetLineTable() => new PyBytes(LocationTable.Encode(Source));

    [PyGetter("co_exceptiontable", Member = true)]
    private Value GetExceptionTable() => new PyBytes(ExceptionTableFormat.Encode(Source));

    // Not so with an empty table, which replace() takes.
    private bool HasPositions => Source.Positions.Any(static position => position.Line != 0);

    [PyMethod("co_positions")]
    private Value Positions()
    {
        var list = new PyList();
        foreach (var position in HasPositions ? LocationTable.ByOffset(Source) : [])
        {
            var isStart = list.Count == 0 && Source.BeginsAtLineZero;
            list.Append(isStart ? PyTuple.Of(Value.Int(0), Value.Int(1), Value.Int(0), Value.Int(0))
                : position.Line == 0 ? PyTuple.Of(Value.None, Value.None, Value.None, Value.None)
                : PyTuple.Of(Value.Int(position.Line), Value.Int(position.EndLine), Offset(position.Column), Offset(position.EndColumn)));
        }
        return new PyListIterator(list);

        static Value Offset(int column) => column < 0 ? Value.None : Value.Int(column);
    }

    [PyMethod("co_lines")]
    private Value Lines()
    {
        var list = new PyList();
        for (var start = 0; HasPositions && start < Source.Positions.Length;)
        {
            var end = start + 1;
            while (end < Source.Positions.Length && Source.Positions[end].Line == Source.Positions[start].Line)
                end++;
            var line = Source.Positions[start].Line;
            var hasLine = line != 0 || (start == 0 && Source.BeginsAtLineZero);
            list.Append(PyTuple.Of(Value.Int(2 * Source.Bytes.StartOf(start)), Value.Int(2 * Source.Bytes.StartOf(end)), hasLine ? Value.Int(line) : Value.None));
            start = end;
        }
        return new PyListIterator(list);
    }

    /// <summary>The name of a fast local, for the module dis.</summary>
    [PyMethod("_varname_from_oparg")]
    private Value VarNameFromOperand(VmThread thread, int oparg) => oparg >= 0 && oparg < Source.SlotNames.Length
        ? Value.Str(Source.SlotNames[oparg])
        : thread.Raise(Exceptions.ExceptionTypes.IndexError, "tuple index out of range");

    private static Value Strings(IReadOnlyList<string> names) => PyTuple.Of(ValueArrays.OfTexts(names));
}
