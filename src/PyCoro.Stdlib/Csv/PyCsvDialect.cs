using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Csv;

/// <summary>CSV dialect
///
/// The Dialect type records CSV dialect options.</summary>
[PyType("Dialect", Module = "_csv", Subclassable = true, HasDict = true)]
internal sealed partial class PyCsvDialect : PyObject
{
    /// <summary>No character: it equals none of a text.</summary>
    internal const int NoCharacter = -2;

    private static readonly PyStr[] Options =
    [
        PyStr.Constant("delimiter"), PyStr.Constant("doublequote"), PyStr.Constant("escapechar"), PyStr.Constant("lineterminator"),
        PyStr.Constant("quotechar"), PyStr.Constant("quoting"), PyStr.Constant("skipinitialspace"), PyStr.Constant("strict"),
    ];

    private PyCsvDialect(Shape shape) : base(shape) { }

    /// <summary>Stands between fields.</summary>
    internal int Delimiter { get; private set; } = ',';

    /// <summary>Stands around a field.</summary>
    internal int QuoteCharacter { get; private set; } = '"';

    /// <summary>Makes the next character an ordinary one.</summary>
    internal int EscapeCharacter { get; private set; } = NoCharacter;

    /// <summary>What is quoted.</summary>
    internal Quoting Quoting { get; private set; } = Quoting.Minimal;

    [PyGetter("delimiter")]
    private Value GetDelimiter() => Character(Delimiter);

    [PyGetter("quotechar")]
    private Value GetQuoteCharacter() => Character(QuoteCharacter);

    [PyGetter("escapechar")]
    private Value GetEscapeCharacter() => Character(EscapeCharacter);

    [PyGetter("quoting")]
    private long GetQuoting() => (long)Quoting;

    [PyGetter("lineterminator")]
    internal string LineTerminator { get; private set; } = "\r\n";

    [PyGetter("doublequote")]
    internal bool DoublesQuotes { get; private set; } = true;

    [PyGetter("skipinitialspace")]
    internal bool SkipsInitialSpace { get; private set; }

    [PyGetter("strict")]
    internal bool IsStrict { get; private set; }

    /// <summary>A dialect of a name, or of an object's attributes, or the usual one, with options that keywords change; null when it raised.</summary>
    internal static PyCsvDialect? Make(VmThread thread, Value basis, PyDict? keywords)
    {
        if (keywords is not null && keywords.GetStr(PyStr.Of("dialect")) is { IsUnbound: false } named)
            basis = named;
        if (basis.Ref is PyStr)
        {
            basis = thread.CallMethod(thread.Interpreter.State<CsvState>().Dialects, PyStr.Of("get"), basis);
            if (basis.IsNone)
                thread.Raise(CsvModule.Error, "unknown dialect");
            if (basis.IsError || basis.IsNone)
                return null;
        }
        if (basis.Ref is PyCsvDialect ready && keywords is not { Count: > 0 })
            return ready;
        var dialect = new PyCsvDialect(TypeObject.RootShape);
        return dialect.Set(thread, basis, keywords) ? dialect : null;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        if (args.Length > 1)
            return thread.TypeError($"function takes at most 9 arguments ({args.Length} given)");
        if (Make(thread, args.Length > 0 ? args[0] : Value.Unbound, keywords) is not { } dialect)
            return Value.Error;
        if (ReferenceEquals(type, TypeObject))
            return dialect;
        var instance = new PyCsvDialect(type.RootShape);
        return instance.Set(thread, dialect, null) ? instance : Value.Error;
    }

    [PyMethod("__init__")]
    private Value Initialize(ReadOnlySpan<Value> args, [Keywords] PyDict? keywords) => Value.None;

    [PyMethod("__reduce_ex__", Signature = "protocol, /")]
    private Value Reduce(VmThread thread, Value protocol) => thread.TypeError($"cannot pickle '{Type.Name}' instances");

    private bool Set(VmThread thread, Value basis, PyDict? keywords)
    {
        for (var place = 0; keywords is not null && place < keywords.EntryCount; place++)
        {
            if (keywords.EntryAt(place).Key.Ref is PyStr name && name.Text != "dialect" && !Options.Any(option => option.Text == name.Text))
            {
                thread.TypeError($"'{name.Text}' is an invalid keyword argument for this function");
                return false;
            }
        }
        var values = new Value[Options.Length];
        for (var i = 0; i < Options.Length; i++)
        {
            var value = keywords?.GetStr(Options[i]) ?? Value.Unbound;
            if (value.IsUnbound && !basis.IsUnbound && !basis.IsNone)
                value = Attributes.TryGet(thread, basis, Options[i]);
            if (value.IsError)
                return false;
            values[i] = value;
        }
        var (delimiter, escape, terminator, quote, quoting) = (values[0], values[2], values[3], values[4], values[5]);
        if (!TryCharacter(thread, "delimiter", delimiter, Delimiter, mayBeNone: false, out var one)
            || !TryCharacter(thread, "quotechar", quote, QuoteCharacter, mayBeNone: true, out var two)
            || !TryCharacter(thread, "escapechar", escape, EscapeCharacter, mayBeNone: true, out var three)
            || !TryFlag(thread, values[1], DoublesQuotes, out var doubles) || !TryFlag(thread, values[6], SkipsInitialSpace, out var skips)
            || !TryFlag(thread, values[7], IsStrict, out var strict) || !TryTerminator(thread, terminator) || !TryQuoting(thread, quoting, quote))
            return false;
        (Delimiter, QuoteCharacter, EscapeCharacter, DoublesQuotes, SkipsInitialSpace, IsStrict) = (one, two, three, doubles, skips, strict);
        if (Quoting != Quoting.None && QuoteCharacter == NoCharacter)
        {
            thread.TypeError("quotechar must be set if quoting enabled");
            return false;
        }
        return true;
    }

    private bool TryQuoting(VmThread thread, Value value, Value quote)
    {
        if (value.IsUnbound)
        {
            Quoting = quote.IsNone ? Quoting.None : Quoting.Minimal;
            return true;
        }
        if (!value.IsSmallInt)
            thread.TypeError("\"quoting\" must be an integer");
        else if (value.Bits is < 0 or > (long)Quoting.None)
            thread.TypeError("bad \"quoting\" value");
        else
        {
            Quoting = (Quoting)value.Bits;
            return true;
        }
        return false;
    }

    private bool TryTerminator(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return true;
        if (value.Ref is PyStr text)
        {
            LineTerminator = text.Text;
            return true;
        }
        thread.TypeError(value.IsNone ? "lineterminator must be set" : "\"lineterminator\" must be a string");
        return false;
    }

    private static bool TryFlag(VmThread thread, Value value, bool standard, out bool flag)
    {
        flag = standard;
        return value.IsUnbound || Truth.TryTest(thread, value, out flag);
    }

    private static bool TryCharacter(VmThread thread, string name, Value value, int standard, bool mayBeNone, out int character)
    {
        character = standard;
        if (value.IsUnbound)
            return true;
        if (value.IsNone && mayBeNone)
        {
            character = NoCharacter;
            return true;
        }
        if (value.Ref is not PyStr text)
        {
            thread.TypeError($"\"{name}\" must be string{(mayBeNone ? " or None" : "")}, not {value.Type.Name}");
            return false;
        }
        if (text.Length != 1)
        {
            thread.TypeError($"\"{name}\" must be a 1-character string");
            return false;
        }
        character = text.Text.Length == 2 ? char.ConvertToUtf32(text.Text, 0) : text.Text[0];
        return true;
    }

    private static Value Character(int character) =>
        character == NoCharacter ? Value.None : Value.Str(character > char.MaxValue ? char.ConvertFromUtf32(character) : ((char)character).ToString());
}
