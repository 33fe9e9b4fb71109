// _symtable, on which the library's symtable rests: the compiler's scopes as objects, and the numbers in them.

using PyCoro.Compiler;
using PyCoro.Compiler.Symbols;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Builtins;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.SyntaxTrees;

/// <summary>The scopes of a source.</summary>
[PyModule("_symtable")]
internal static partial class SymbolTableModule
{
    [PyConstant("DEF_GLOBAL")] private const int DefGlobal = 1;
    [PyConstant("DEF_LOCAL")] private const int DefLocal = 2;
    [PyConstant("DEF_PARAM")] private const int DefParam = 4;
    [PyConstant("DEF_NONLOCAL")] private const int DefNonlocal = 8;
    [PyConstant("USE")] private const int Use = 16;
    [PyConstant("DEF_FREE")] private const int DefFree = 32;
    [PyConstant("DEF_FREE_CLASS")] private const int DefFreeClass = 64;
    [PyConstant("DEF_IMPORT")] private const int DefImport = 128;
    [PyConstant("DEF_BOUND")] private const int DefBound = DefLocal | DefParam | DefImport;
    [PyConstant("DEF_ANNOT")] private const int DefAnnot = 256;
    [PyConstant("SCOPE_OFF")] private const int ScopeOff = 11;
    [PyConstant("SCOPE_MASK")] private const int ScopeMask = 15;
    [PyConstant("LOCAL")] private const int Local = 1;
    [PyConstant("GLOBAL_EXPLICIT")] private const int GlobalExplicit = 2;
    [PyConstant("GLOBAL_IMPLICIT")] private const int GlobalImplicit = 3;
    [PyConstant("FREE")] private const int Free = 4;
    [PyConstant("CELL")] private const int Cell = 5;
    [PyConstant("TYPE_FUNCTION")] private const int TypeFunction = (int)SymbolBlockKind.Function;
    [PyConstant("TYPE_CLASS")] private const int TypeClass = (int)SymbolBlockKind.Class;
    [PyConstant("TYPE_MODULE")] private const int TypeModule = (int)SymbolBlockKind.Module;

    /// <summary>Return symbol and scope dictionaries used internally by compiler.</summary>
    [PyFunction("symtable", Signature = "source, filename, startstr, /")]
    private static Value Symtable(VmThread thread, Value source, Value filename, string startstr)
    {
        CompileMode mode;
        switch (startstr)
        {
            case "exec": mode = CompileMode.Exec; break;
            case "eval": mode = CompileMode.Eval; break;
            case "single": mode = CompileMode.Single; break;
            default: return thread.ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
        }
        if (BuiltinsModule.FileNameOf(thread, filename) is not { } file)
            return Value.Error;
        var options = SourceCompiler.DefaultOptions(thread, file, mode);
        return BuiltinsModule.Decoder(thread, "symtable", "string or bytes object", source, options) is { } decode
            && SourceCompiler.Symbols(thread, decode, options) is { } block
            ? new PySymbolTableEntry(thread, block)
            : Value.Error;
    }
}

/// <summary>A block: module, class, function, lambda or comprehension.</summary>
[PyType("symtable entry")]
internal sealed partial class PySymbolTableEntry : PyObject
{
    private readonly SymbolBlock _block;

    internal PySymbolTableEntry(VmThread thread, SymbolBlock block) : base(TypeObject.RootShape)
    {
        _block = block;
        Children = new PyList([.. block.Children.Select(child => (Value)new PySymbolTableEntry(thread, child))]);
        VarNames = new PyList([.. block.Parameters.Select(name => (Value)thread.Interpreter.Intern(name))]);
        Symbols = new PyDict();
        foreach (var (name, flags) in block.Symbols)
            Symbols.SetStr(thread.Interpreter.Intern(name), Value.Int(flags));
    }

    [PyGetter("children", Member = true)]
    private PyList Children { get; }

    [PyGetter("varnames", Member = true)]
    private PyList VarNames { get; }

    [PyGetter("symbols", Member = true)]
    private PyDict Symbols { get; }

    [PyGetter("name", Member = true)]
    private string Name => _block.Name;

    [PyGetter("lineno", Member = true)]
    private long LineNo => _block.Line;

    [PyGetter("nested", Member = true)]
    private long Nested => _block.IsNested ? 1 : 0;

    [PyGetter("type", Member = true)]
    private long Kind => (long)_block.Kind;

    [PyGetter("id", Member = true)]
    private Value Id(VmThread thread) => Value.Int(thread.Interpreter.Identities.Of(this));

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) =>
        Value.Str($"<symtable entry {_block.Name}({thread.Interpreter.Identities.Of(this)}), line {_block.Line}>");
}
