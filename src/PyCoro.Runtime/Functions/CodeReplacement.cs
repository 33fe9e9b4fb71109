// code.replace(): a copy with other names, counts, constants or flags. What would change the layout of frames under the
// instructions is refused: CPython lets programs crash themselves that way, here the virtual machine trusts its code.

using System.Collections.Immutable;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Making and comparing code objects.</summary>
public sealed partial class PyCode
{
    // Instructions, positions and protected ranges are the compiler's: their bytes are for reading only.
    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        if (args.Length < 16)
            return thread.TypeError($"code expected at least 16 arguments, got {args.Length}");
        return args.Length > 18
            ? thread.TypeError($"code expected at most 18 arguments, got {args.Length}")
            : thread.Raise(ExceptionTypes.NotImplementedError, "code objects cannot be made of bytecode: the instruction set is PyCoro's own");
    }

    /// <summary>Return a copy of the code object with new values for the specified fields.</summary>
    [PyMethod("replace")]
    private Value Replace(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        if (args.Length > 0)
            return thread.TypeError("replace() takes no positional arguments");
        var change = new Change(thread, this);
        for (var place = 0; kwargs is not null && place < kwargs.EntryCount; place++)
        {
            var entry = kwargs.EntryAt(place);
            if (!entry.Key.IsUnbound && !change.TrySet(((PyStr)entry.Key.Ref!).Text, entry.Item))
                return Value.Error;
        }
        return change.Finish() is { } copy ? copy : Value.Error;
    }

    [PyMethod("__eq__")]
    private Value Eq(VmThread thread, Value other) =>
        other.Ref is not PyCode code ? Value.NotImplemented
        : TryEquals(thread, this, code, out var same) ? Value.Bool(same)
        : Value.Error;

    [PyMethod("__hash__")]
    private long Hash() => HashCode.Combine(
        Source.Name, Source.FirstLineNo, Source.ArgCount, Source.KwOnlyArgCount, (int)Flags, Source.Instructions.Length, Source.VarNames.Length);

    private static bool TryEquals(VmThread thread, PyCode left, PyCode right, out bool same)
    {
        var (a, b) = (left.Source, right.Source);
        same = left.Flags == right.Flags && a.Name == b.Name && a.FirstLineNo == b.FirstLineNo
            && a.ArgCount == b.ArgCount && a.PosOnlyArgCount == b.PosOnlyArgCount && a.KwOnlyArgCount == b.KwOnlyArgCount
            && a.Names.SequenceEqual(b.Names) && a.SlotNames.SequenceEqual(b.SlotNames) && a.CellVars.SequenceEqual(b.CellVars)
            && a.Instructions.AsSpan().SequenceEqual(b.Instructions.AsSpan(), InstructionComparer.Instance)
            && a.Positions.SequenceEqual(b.Positions) && a.ExceptionTable.SequenceEqual(b.ExceptionTable)
            && left.Consts.Length == right.Consts.Length;
        for (var i = 0; same && i < left.Consts.Length; i++)
        {
            if (!TryEqualConstants(thread, left.Consts[i], right.Consts[i], out same))
                return false;
        }
        return true;
    }

    // 1, 1.0 and True are equal and different constants; so are 0.0 and -0.0, and tuples of them.
    private static bool TryEqualConstants(VmThread thread, Value left, Value right, out bool same)
    {
        same = ReferenceEquals(left.Type, right.Type);
        if (!same)
            return true;
        if (left.Ref is PyTuple a && right.Ref is PyTuple b)
        {
            same = a.Items.Length == b.Items.Length;
            for (var i = 0; same && i < a.Items.Length; i++)
            {
                if (!TryEqualConstants(thread, a.Items[i], b.Items[i], out same))
                    return false;
            }
            return true;
        }
        if (ReferenceEquals(left.Type, PyFloat.TypeObject) || left.Ref is PyComplex)
        {
            if (Texts.Repr(thread, left) is not { } one || Texts.Repr(thread, right) is not { } other)
                return false;
            same = one.Text == other.Text;
            return true;
        }
        return Comparison.TryEquals(thread, left, right, out same);
    }

    private sealed class InstructionComparer : IEqualityComparer<Instruction>
    {
        internal static readonly InstructionComparer Instance = new();

        public bool Equals(Instruction x, Instruction y) => x.Op == y.Op && x.Arg == y.Arg;

        public int GetHashCode(Instruction obj) => HashCode.Combine(obj.Op, obj.Arg);
    }

    /// <summary>The fields given to replace(), one after the other; then the copy.</summary>
    private sealed class Change(VmThread thread, PyCode code)
    {
        private CodeChanges _changes = new();
        private CodeFlags _flags = code.Flags;
        private Value[]? _consts;
        private long _locals = -1;

        internal bool TrySet(string field, Value value)
        {
            switch (field)
            {
                case "co_argcount": return TryCount(field, value, out var args) && Set(_changes with { ArgCount = args });
                case "co_posonlyargcount": return TryCount(field, value, out var only) && Set(_changes with { PosOnlyArgCount = only });
                case "co_kwonlyargcount": return TryCount(field, value, out var named) && Set(_changes with { KwOnlyArgCount = named });
                case "co_stacksize": return TryCount(field, value, out var size) && Set(_changes with { StackSize = size });
                case "co_firstlineno": return TryNumber(value, out var line) && Set(_changes with { FirstLineNo = line });
                case "co_name": return TryText(field, value, out var name) && Set(_changes with { Name = name });
                case "co_qualname": return TryText(field, value, out var full) && Set(_changes with { QualName = full });
                case "co_filename": return TryText(field, value, out var file) && Set(_changes with { FileName = file });
                case "co_names": return TryNames(field, value, -1, out var names) && EnoughNames(names) && Set(_changes with { Names = names });
                case "co_varnames": return TryNames(field, value, -1, out var locals) && Set(_changes with { VarNames = locals });
                case "co_freevars": return TryNames(field, value, code.Source.FreeVars.Length, out var free) && Set(_changes with { FreeVars = free });
                case "co_cellvars": return TryNames(field, value, code.Source.CellVars.Length, out var cells) && SetCells(cells);
                case "co_flags":
                    if (!TryCount(field, value, out var flags))
                        return false;
                    _flags = (CodeFlags)flags;
                    return true;
                case "co_nlocals":
                    if (!TryCount(field, value, out var count))
                        return false;
                    _locals = count;
                    return true;
                case "co_consts":
                    if (value.Ref is not PyTuple consts)
                        return Wrong(field, "tuple", value);
                    _consts = consts.Items;
                    return KeepsKinds(consts.Items);
                case "co_code":
                    return KeepsBytes(field, value, code.GetCode(), "instructions");
                case "co_linetable":
                    return value.Ref is PyBytes table
                        ? Set(_changes with { Positions = LocationTable.Decode(table.Content, code.Source.FirstLineNo, code.Source.Bytes, code.Source.Instructions.Length) })
                        : Wrong(field, "bytes", value);
                case "co_exceptiontable":
                    return KeepsBytes(field, value, code.GetExceptionTable(), "handlers");
                default:
                    thread.TypeError($"'{field}' is an invalid keyword argument for replace()");
                    return false;
            }
        }

        // Instructions rely on what some constants are: code of functions, names of keyword arguments, parts of texts.
        private bool KeepsKinds(Value[] consts)
        {
            foreach (var instruction in code.Source.Instructions)
            {
                if (instruction.Op != Opcode.LOAD_CONST)
                    continue;
                if (instruction.Arg >= consts.Length)
                    return NotImplemented("code.replace(co_consts=...) with fewer constants than before");
                if (!IsAlike(code.Consts[instruction.Arg], consts[instruction.Arg]))
                    return NotImplemented($"code.replace(co_consts=...) with another kind of constant at {instruction.Arg}");
            }
            return true;
        }

        private static bool IsAlike(Value before, Value after) => before.Ref switch
        {
            PyCode old => after.Ref is PyCode made && made.Source.FreeVars.Length == old.Source.FreeVars.Length,
            PyStr => after.Ref is PyStr,
            PyTuple old => after.Ref is PyTuple made
                && (!old.Items.All(static item => item.Ref is PyStr)
                    || (made.Items.Length == old.Items.Length && made.Items.All(static item => item.Ref is PyStr))),
            _ => true,
        };

        // Of what the virtual machine trusts only the same can be given.
        private bool KeepsBytes(string field, Value value, Value present, string what) =>
            value.Ref is not PyBytes bytes ? Wrong(field, "bytes", value)
            : ((PyBytes)present.Ref!).Content.AsSpan().SequenceEqual(bytes.Content)
            || NotImplemented($"code.replace({field}=...) with other {what}");

        internal PyCode? Finish()
        {
            var source = code.Source;
            var names = _changes.VarNames ?? source.VarNames;
            var arguments = (_changes.ArgCount ?? source.ArgCount) + (long)(_changes.KwOnlyArgCount ?? source.KwOnlyArgCount)
                + ((_flags & CodeFlags.VarArgs) != 0 ? 1 : 0) + ((_flags & CodeFlags.VarKeywords) != 0 ? 1 : 0);
            if (arguments > names.Length)
                return Refuse("code: co_varnames is too small");
            if (_locals >= 0 && _locals != names.Length)
                return Refuse("code: co_nlocals != len(co_varnames)");
            if ((_changes.PosOnlyArgCount ?? source.PosOnlyArgCount) > (_changes.ArgCount ?? source.ArgCount))
                return Refuse("code: co_posonlyargcount > co_argcount");
            if (names.Length != source.VarNames.Length)
            {
                NotImplemented("code.replace(co_varnames=...) with another number of names");
                return null;
            }
            MoveLines();
            var consts = _consts ?? code._replacedConsts;
            if (consts is not null)
                _changes = _changes with { Consts = Constants.Of(consts) };
            return new PyCode(code._interpreter, source.With(_changes)) { Flags = _flags, _replacedConsts = consts };
        }

        // Lines are counted from the first one: where that moves, all move.
        private void MoveLines()
        {
            var by = (_changes.FirstLineNo ?? code.Source.FirstLineNo) - code.Source.FirstLineNo;
            if (by == 0)
                return;
            var positions = _changes.Positions ?? code.Source.Positions;
            _changes = _changes with
            {
                Positions = [.. positions.Select(span => span.Line == 0 ? span : span with { Line = span.Line + by, EndLine = span.EndLine + by })],
            };
        }

        private bool Set(CodeChanges changes)
        {
            _changes = changes;
            return true;
        }

        private bool EnoughNames(ImmutableArray<string> names) =>
            names.Length >= code.Source.Names.Length || NotImplemented("code.replace(co_names=...) with fewer names than before");

        // Cells that are parameters as well have the slot of the parameter: their names go together.
        private bool SetCells(ImmutableArray<string> cells)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i] != code.Source.CellVars[i] && code.Source.VarNames.Contains(code.Source.CellVars[i]))
                    return NotImplemented("code.replace(co_cellvars=...) that renames a parameter");
            }
            return Set(_changes with { CellVars = cells });
        }

        private bool TryCount(string field, Value value, out int number)
        {
            if (!TryNumber(value, out number))
                return false;
            if (number >= 0)
                return true;
            thread.ValueError($"{field} must be a positive integer");
            return false;
        }

        private bool TryNumber(Value value, out int number)
        {
            number = 0;
            if (!Conversions.TryIndex64(thread, value, out var wide))
                return false;
            number = (int)wide;
            if (number == wide)
                return true;
            thread.Raise(ExceptionTypes.OverflowError, "Python int too large to convert to C int");
            return false;
        }

        private bool TryText(string field, Value value, out string text)
        {
            text = (value.Ref as PyStr)?.Text ?? "";
            return value.Ref is PyStr || Wrong(field, "str", value);
        }

        // A count of -1 takes any number of names.
        private bool TryNames(string field, Value value, int count, out ImmutableArray<string> names)
        {
            names = [];
            if (value.Ref is not PyTuple tuple)
                return Wrong(field, "tuple", value);
            foreach (var item in tuple.Items)
            {
                if (item.Ref is PyStr)
                    continue;
                thread.Raise(ExceptionTypes.SystemError, "non-string found in code slot");
                return false;
            }
            if (count >= 0 && tuple.Items.Length != count)
                return NotImplemented($"code.replace({field}=...) with another number of names");
            names = [.. tuple.Items.Select(static item => ((PyStr)item.Ref!).Text)];
            return true;
        }

        private bool Wrong(string field, string wanted, Value value)
        {
            thread.TypeError($"replace() argument '{field}' must be {wanted}, not {(value.IsNone ? "None" : value.Type.Name)}");
            return false;
        }

        private bool NotImplemented(string what)
        {
            thread.Raise(ExceptionTypes.NotImplementedError, $"{what} is not implemented");
            return false;
        }

        private PyCode? Refuse(string message)
        {
            thread.ValueError(message);
            return null;
        }
    }
}
