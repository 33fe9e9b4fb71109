using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Csv;

/// <summary>CSV parsing and writing: what the module csv is built on (library reference: csv).</summary>
[PyModule("_csv", Types = [typeof(PyCsvDialect)])]
internal static partial class CsvModule
{
    [PyConstant("Error")]
    internal static readonly PyType Error = NativeExceptions.Define("_csv", "Error", static () => ExceptionTypes.Exception);

    [PyConstant("__version__")]
    private const string Version = "1.0";

    [PyConstant("QUOTE_MINIMAL")]
    private const long QuoteMinimal = (long)Quoting.Minimal;

    [PyConstant("QUOTE_ALL")]
    private const long QuoteAll = (long)Quoting.All;

    [PyConstant("QUOTE_NONNUMERIC")]
    private const long QuoteNonNumeric = (long)Quoting.NonNumeric;

    [PyConstant("QUOTE_NONE")]
    private const long QuoteNone = (long)Quoting.None;

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        module.Dict.SetStr(PyStr.Of("_dialects"), thread.Interpreter.State<CsvState>().Dialects);
        module.Dict.SetStr(PyStr.Of("Reader"), PyCsvReader.TypeObject);
        module.Dict.SetStr(PyStr.Of("Writer"), PyCsvWriter.TypeObject);
        return Value.None;
    }

    /// <summary>The "iterable" argument can be any object that returns a line of input for each iteration, such as a
    /// file object or a list.  The optional "dialect" parameter and keyword arguments say how the fields are written.</summary>
    [PyFunction("reader")]
    private static Value Reader(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        if (!TryArguments(thread, args, keywords, out var dialect))
            return Value.Error;
        var lines = Iteration.GetIter(thread, args[0]);
        return lines.IsError ? lines : new PyCsvReader(lines, dialect, thread.Interpreter.State<CsvState>());
    }

    /// <summary>"fileobj" can be any object that supports the file API: rows go to its write().  The optional "dialect"
    /// parameter and keyword arguments say how the fields are written.</summary>
    [PyFunction("writer")]
    private static Value Writer(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        if (!TryArguments(thread, args, keywords, out var dialect))
            return Value.Error;
        var write = Attributes.TryGet(thread, args[0], PyStr.Of("write"));
        if (write.IsError)
            return write;
        return write.IsUnbound || write.Type.LookupSpecial(Runtime.Types.Special.Call).IsUnbound
            ? thread.TypeError("argument 1 must have a \"write\" method")
            : new PyCsvWriter(write, dialect);
    }

    /// <summary>Create a mapping from a string name to a dialect class.</summary>
    [PyFunction("register_dialect")]
    private static Value Register(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        if (args.Length is 0 or > 2)
            return thread.TypeError($"register_dialect expected at {(args.Length == 0 ? "least 1 argument" : "most 2 arguments")}, got {args.Length}");
        if (args[0].Ref is not PyStr)
            return thread.TypeError("dialect name must be a string");
        if (PyCsvDialect.Make(thread, args.Length > 1 ? args[1] : Value.None, keywords) is not { } dialect)
            return Value.Error;
        return thread.Interpreter.State<CsvState>().Dialects.Set(thread, args[0], dialect) ? Value.None : Value.Error;
    }

    /// <summary>Delete the name/dialect mapping associated with a string name.</summary>
    [PyFunction("unregister_dialect", Signature = "name")]
    private static Value Unregister(VmThread thread, Value name)
    {
        var dialects = thread.Interpreter.State<CsvState>().Dialects;
        var removed = thread.CallMethod(dialects, PyStr.Of("pop"), name, Value.None);
        return removed.IsNone ? thread.Raise(Error, "unknown dialect") : removed.IsError ? removed : Value.None;
    }

    /// <summary>Return the dialect instance associated with name.</summary>
    [PyFunction("get_dialect", Signature = "name")]
    private static Value Get(VmThread thread, Value name)
    {
        var found = thread.CallMethod(thread.Interpreter.State<CsvState>().Dialects, PyStr.Of("get"), name);
        return found.IsNone ? thread.Raise(Error, "unknown dialect") : found;
    }

    /// <summary>Return a list of all known dialect names.</summary>
    [PyFunction("list_dialects")]
    private static Value Names(VmThread thread) =>
        thread.Call(PyList.TypeObject, thread.Interpreter.State<CsvState>().Dialects);

    /// <summary>Sets an upper limit on parsed fields.  Returns the old limit; without an argument only that.</summary>
    [PyFunction("field_size_limit")]
    private static Value FieldSizeLimit(VmThread thread, Value limit = default)
    {
        var state = thread.Interpreter.State<CsvState>();
        var old = state.FieldLimit;
        if (!limit.IsUnbound && !limit.IsNone)
        {
            if (!limit.TryGetBigInteger(out _))
                return thread.TypeError("limit must be an integer");
            if (!Conversions.TryIndex64(thread, limit, out var size))
                return Value.Error;
            state.FieldLimit = size;
        }
        return Value.Int(old);
    }

    private static bool TryArguments(VmThread thread, ReadOnlySpan<Value> args, PyDict? keywords, out PyCsvDialect dialect)
    {
        dialect = null!;
        if (args.Length is 0 or > 2)
        {
            thread.TypeError($" expected at {(args.Length == 0 ? "least 1 argument" : "most 2 arguments")}, got {args.Length}");
            return false;
        }
        if (PyCsvDialect.Make(thread, args.Length > 1 ? args[1] : Value.Unbound, keywords) is not { } made)
            return false;
        dialect = made;
        return true;
    }
}

/// <summary>What the modules of one interpreter share.</summary>
internal sealed class CsvState
{
    /// <summary>The registered dialects by name.</summary>
    internal PyDict Dialects { get; } = new();

    /// <summary>The longest field, in characters.</summary>
    internal long FieldLimit { get; set; } = 131072;
}

/// <summary>What is put between quotes (library reference: csv, QUOTE_ALL and following).</summary>
internal enum Quoting
{
    /// <summary>What could be misread.</summary>
    Minimal,

    /// <summary>Everything.</summary>
    All,

    /// <summary>All but numbers; what is read without quotes is a number.</summary>
    NonNumeric,

    /// <summary>Nothing; quotes mean nothing.</summary>
    None,
}
