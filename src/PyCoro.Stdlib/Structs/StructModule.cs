using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Structs;

/// <summary>Functions to convert between Python values and C structs represented
/// as Python bytes objects. The format, a string, says the layout: a byte order, then
/// a letter for each value.</summary>
[PyModule("_struct", Types = [typeof(PyStruct)])]
internal static partial class StructModule
{
    [PyConstant("error")]
    internal static readonly PyType Error = NativeExceptions.Define("struct", "error", static () => ExceptionTypes.Exception);

    /// <summary>Return size in bytes of the struct described by the format string.</summary>
    [PyFunction("calcsize")]
    private static Value CalcSize(VmThread thread, Value format) =>
        Known(thread, format) is { } read ? Value.Int(read.Size) : Value.Error;

    /// <summary>pack(format, v1, v2, ...) -> bytes
    ///
    /// The values as bytes, laid out by the format.</summary>
    [PyFunction("pack")]
    private static Value Pack(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length == 0)
            return thread.TypeError("missing format argument");
        return Known(thread, args[0]) is { } format ? StructBuffers.Pack(thread, format, args[1..]) : Value.Error;
    }

    /// <summary>pack_into(format, buffer, offset, v1, v2, ...)
    ///
    /// Write the values as bytes into a writable buffer, from an offset on.</summary>
    [PyFunction("pack_into")]
    private static Value PackInto(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length == 0)
            return thread.TypeError("missing format argument");
        return Known(thread, args[0]) is { } format ? StructBuffers.PackInto(thread, format, args[1..]) : Value.Error;
    }

    /// <summary>Return the values of a record as a tuple. The buffer holds the record and nothing else.</summary>
    [PyFunction("unpack")]
    private static Value Unpack(VmThread thread, Value format, Value buffer) =>
        Known(thread, format) is { } read ? StructBuffers.Unpack(thread, read, buffer) : Value.Error;

    /// <summary>Return the values of the record at an offset of the buffer as a tuple.</summary>
    [PyFunction("unpack_from", Signature = "format, /, buffer, offset=0")]
    private static Value UnpackFrom(VmThread thread, Value format, Value buffer, long offset = 0) =>
        Known(thread, format) is { } read ? StructBuffers.UnpackFrom(thread, read, buffer, offset) : Value.Error;

    /// <summary>Return an iterator over the records that fill the buffer.</summary>
    [PyFunction("iter_unpack")]
    private static Value IterUnpack(VmThread thread, Value format, Value buffer) =>
        Known(thread, format) is { } read ? StructBuffers.IterUnpack(thread, read, buffer) : Value.Error;

    /// <summary>Clear the internal cache.</summary>
    [PyFunction("_clearcache")]
    private static void ClearCache(VmThread thread) => thread.Interpreter.State<KnownFormats>().Clear();

    private static StructFormat? Known(VmThread thread, Value format) => thread.Interpreter.State<KnownFormats>().Get(thread, format);
}

/// <summary>The formats that the functions of the module were called with.</summary>
internal sealed class KnownFormats
{
    private const int Most = 100;
    private readonly Dictionary<string, StructFormat> _byText = [];

    // A call site passes the same object each time, so most calls need not look at its text.
    private PyStr? _lastText;
    private StructFormat? _last;

    internal StructFormat? Get(VmThread thread, Value format)
    {
        if (format.Ref is not PyStr text)
            return StructFormat.Of(thread, format);
        if (ReferenceEquals(text, _lastText))
            return _last;
        if (!_byText.TryGetValue(text.Text, out var known))
        {
            known = StructFormat.Of(thread, format);
            if (known is null)
                return null;
            if (_byText.Count >= Most)
                _byText.Clear();
            _byText.Add(text.Text, known);
        }
        (_lastText, _last) = (text, known);
        return known;
    }

    internal void Clear()
    {
        _byText.Clear();
        _lastText = null;
        _last = null;
    }
}
