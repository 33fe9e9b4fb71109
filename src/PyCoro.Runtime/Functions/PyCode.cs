// Code as the virtual machine runs it: the compiler's CodeObject with constants turned into values, names into shared
// strings, and instructions in an array of its own that may be rewritten (quickening) and carries inline caches.

using System.Collections.Immutable;
using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A code object (data model, Code objects). What Python sees of it is in CodeAttributes.cs.</summary>
[PyType("code")]
public sealed partial class PyCode : PyObject
{
    private readonly Interpreter _interpreter;
    private Instruction[]? _instructions;
    private Value[]? _replacedConsts;
    private BodyEnd _end;
    private PyStr[]? _kwOnlyNames;

    internal PyCode(Interpreter interpreter, CodeObject source) : base(TypeObject.RootShape)
    {
        _interpreter = interpreter;
        Source = source;
        Name = interpreter.Intern(source.Name);
        SlotCount = source.SlotNames.Length;
        FrameSize = SlotCount + source.StackSize;
        ArgCount = source.ArgCount;
        HasNamespace = (source.Flags & CodeFlags.Optimized) == 0;
        TakesPlainArguments = !HasNamespace && source.KwOnlyArgCount == 0 && (source.Flags & (CodeFlags.VarArgs | CodeFlags.VarKeywords)) == 0;
        IsGeneratorLike = (source.Flags & (CodeFlags.Generator | CodeFlags.Coroutine | CodeFlags.AsyncGenerator)) != 0;
        Flags = source.Flags;
        ClassCellPlace = source.FreeVars.IndexOf("__class__") is var free and >= 0 ? SlotCount - source.FreeVars.Length + free : -1;
    }

    /// <summary>What the compiler made.</summary>
    internal CodeObject Source { get; }

    /// <summary><c>co_name</c>.</summary>
    internal PyStr Name { get; }

    /// <summary><c>co_flags</c>; types.coroutine sets IterableCoroutine on a copy.</summary>
    internal CodeFlags Flags { get; private init; }

    /// <summary>Locals, cells and free variables.</summary>
    internal int SlotCount { get; }

    /// <summary>Slots and operand stack together.</summary>
    internal int FrameSize { get; }

    /// <summary>Positional parameters.</summary>
    internal int ArgCount { get; }

    /// <summary>Keyword-only parameters.</summary>
    internal PyStr[] KwOnlyNames => _kwOnlyNames ??=
        [.. Source.VarNames.Skip(ArgCount).Take(Source.KwOnlyArgCount).Select(name => _interpreter.Intern(name))];

    /// <summary>Code of a module or class: it keeps its names in a namespace, even when a function is made of it.</summary>
    internal bool HasNamespace { get; }

    /// <summary>No keyword-only parameters, no *args and no **kwargs, and locals in slots.</summary>
    internal bool TakesPlainArguments { get; }

    /// <summary>Calling it makes a generator, coroutine or async generator.</summary>
    internal bool IsGeneratorLike { get; }

    /// <summary>Somebody can tell whether a body of this code, dropped while it is suspended, is closed: it may be suspended where
    /// a handler or a <c>finally</c> protects it.</summary>
    internal bool EndsVisibly
    {
        get
        {
            if (_end == BodyEnd.Unknown)
                _end = Source.Instructions.Where(IsSuspendedWithConsequences).Any() ? BodyEnd.Visible : BodyEnd.Silent;
            return _end == BodyEnd.Visible;
        }
    }

    /// <summary>Slot of the cell that holds the class a method was written in, or -1: what <c>super()</c> asks for.</summary>
    internal int ClassCellPlace { get; }

    /// <summary>The instructions, writable.</summary>
    internal Instruction[] Instructions => _instructions ?? Prepare();

    /// <summary>Inline caches, by <see cref="Instruction.Cache"/>.</summary>
    internal InlineCache[] Caches => CacheArray;

    /// <summary><c>co_consts</c>.</summary>
    internal Value[] Consts => ConstArray ??= MakeConstants();

    /// <summary><c>co_names</c>.</summary>
    internal PyStr[] Names => NameArray ??= MakeNames();

    /// <summary><see cref="Consts"/> without a check: there since <see cref="Instructions"/> were first asked for.</summary>
    internal Value[] ConstArray = null!;

    /// <summary><see cref="Names"/> without a check, likewise.</summary>
    internal PyStr[] NameArray = null!;

    /// <summary><see cref="Caches"/> without a check, likewise.</summary>
    internal InlineCache[] CacheArray = [];

    /// <summary>The line of an instruction, or the first line when it has none.</summary>
    internal int LineOf(int instruction)
    {
        var positions = Source.Positions;
        if (instruction < 0 || instruction >= positions.Length)
            return Source.FirstLineNo;
        return positions[instruction].Line;
    }

    /// <summary>The same code with other flags, for types.coroutine.</summary>
    internal PyCode WithFlags(CodeFlags flags) => new(_interpreter, Source) { Flags = flags, _replacedConsts = _replacedConsts };

    /// <summary>A debugger unbound a local or jumped over its binding: what the compiler proved to be bound is checked from now on.</summary>
    internal void CheckEveryLocal()
    {
        var instructions = Instructions;
        for (var i = 0; i < instructions.Length; i++)
        {
            var plain = Tracing.Plain(instructions[i].Op);
            instructions[i] = new Instruction(plain == Opcode.LOAD_FAST ? Opcode.LOAD_FAST_CHECK : plain, instructions[i].Cache, instructions[i].Arg);
        }
    }

    /// <summary>A compile-time constant as a value.</summary>
    internal static Value ToValue(Interpreter interpreter, object? constant) => constant switch
    {
        null => Value.None,
        bool flag => Value.Bool(flag),
        BigInteger number => Value.Int(number),
        double number => Value.Float(number),
        Complex number => new PyComplex(number.Real, number.Imaginary),
        string text => interpreter.Intern(text),
        byte[] bytes => new PyBytes(bytes),
        Syntax.Ast.EllipsisConstant => PyEllipsis.Instance,
        ConstantTuple tuple => PyTuple.Of(ToValues(interpreter, tuple.Items)),
        ConstantFrozenSet set => PyFrozenSet.OfConstants(interpreter.MainThread, ToValues(interpreter, set.Items)),
        CodeObject code => new PyCode(interpreter, code),
        _ => throw new InvalidOperationException($"constant of type {constant.GetType()}"),
    };

    private static Value[] ToValues(Interpreter interpreter, ImmutableArray<object?> constants)
    {
        var values = new Value[constants.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = ToValue(interpreter, constants[i]);
        return values;
    }

    private bool IsSuspendedWithConsequences(Instruction instruction, int index) =>
        instruction.Op is Opcode.YIELD_VALUE or Opcode.YIELD_FROM
        && Source.ExceptionTable.Any(range => index >= range.Start && index < range.End);

    private Instruction[] Prepare()
    {
        var instructions = Source.Instructions.AsSpan().ToArray();
        if (Source.CacheCount > 0)
        {
            CacheArray = new InlineCache[Source.CacheCount];
            _interpreter.Collector.AddCode(this);
        }
        _ = Consts;
        _ = Names;
        Superinstructions.Combine(instructions, Source);
        return _instructions = instructions;
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        foreach (var constant in ConstArray ?? [])
            visit(constant);
    }

    private Value[] MakeConstants()
    {
        if (_replacedConsts is not null)
            return _replacedConsts;
        var constants = new Value[Source.Consts.Length];
        for (var i = 0; i < constants.Length; i++)
            constants[i] = ToValue(_interpreter, Source.Consts[i]);
        return constants;
    }

    private PyStr[] MakeNames()
    {
        var names = new PyStr[Source.Names.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = _interpreter.Intern(Source.Names[i]);
        return names;
    }
}

/// <summary>What becomes of a body that is dropped unfinished.</summary>
internal enum BodyEnd : byte
{
    Unknown,
    Silent,
    Visible,
}
