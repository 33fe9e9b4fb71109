using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Structs;

/// <summary>Struct(fmt) --> compiled struct object</summary>
[PyType("Struct", Module = "_struct", Subclassable = true)]
internal sealed partial class PyStruct : PyObject
{
    // Null until __init__ ran.
    private StructFormat? _format;

    private PyStruct(Shape shape) : base(shape) { }

    [PyMethod("__init__", Signature = "format")]
    private Value Init(VmThread thread, Value format)
    {
        if (StructFormat.Of(thread, format) is not { } read)
            return Value.Error;
        _format = read;
        return Value.None;
    }

    /// <summary>struct format string</summary>
    [PyGetter("format")]
    private Value GetFormat(VmThread thread) => IsReady(thread, out var format) ? Value.Str(format.Text) : Value.Error;

    /// <summary>struct size in bytes</summary>
    [PyGetter("size")]
    private long GetSize() => _format?.Size ?? -1;

    private bool IsReady(VmThread thread, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StructFormat? format)
    {
        format = _format;
        if (format is null)
            thread.Raise(ExceptionTypes.RuntimeError, "Struct object is not initialized");
        return format is not null;
    }

    /// <summary>S.pack(v1, v2, ...) -> bytes
    ///
    /// The values as bytes, laid out by the format of this Struct.</summary>
    [PyMethod("pack")]
    private Value Pack(VmThread thread, ReadOnlySpan<Value> values) =>
        IsReady(thread, out var format) ? StructBuffers.Pack(thread, format, values) : Value.Error;

    /// <summary>S.pack_into(buffer, offset, v1, v2, ...)
    ///
    /// Write the values as bytes into a writable buffer, from an offset on.</summary>
    [PyMethod("pack_into")]
    private Value PackInto(VmThread thread, ReadOnlySpan<Value> args) =>
        IsReady(thread, out var format) ? StructBuffers.PackInto(thread, format, args) : Value.Error;

    /// <summary>Return the values of a record as a tuple. The buffer holds the record and nothing else.</summary>
    [PyMethod("unpack")]
    private Value Unpack(VmThread thread, Value buffer) =>
        IsReady(thread, out var format) ? StructBuffers.Unpack(thread, format, buffer) : Value.Error;

    /// <summary>Return the values of the record at an offset of the buffer as a tuple.</summary>
    [PyMethod("unpack_from", Signature = "buffer, offset=0")]
    private Value UnpackFrom(VmThread thread, Value buffer, long offset = 0) =>
        IsReady(thread, out var format) ? StructBuffers.UnpackFrom(thread, format, buffer, offset) : Value.Error;

    /// <summary>Return an iterator over the records that fill the buffer.</summary>
    [PyMethod("iter_unpack")]
    private Value IterUnpack(VmThread thread, Value buffer) =>
        IsReady(thread, out var format) ? StructBuffers.IterUnpack(thread, format, buffer) : Value.Error;
}
