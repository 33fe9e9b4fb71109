using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A buffered reader and writer object together.
///
/// A buffered reader object and buffered writer object put together to
/// form a sequential IO object that can read and write. This is typically
/// used with a socket or two-way pipe.</summary>
[PyType("BufferedRWPair", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBufferedPair : PyBufferedIOBase
{
    private static readonly PyStr PeekName = PyStr.Constant("peek");
    private static readonly PyStr ReadIntoOnceName = PyStr.Constant("readinto1");

    private Value _reader = Value.Unbound;
    private Value _writer = Value.Unbound;

    internal PyBufferedPair(Shape shape) : base(shape) { }

    [PyMethod("__init__", Signature = "reader, writer, buffer_size=8192, /")]
    private Value Initialize(VmThread thread, Value reader, Value writer, Value bufferSize)
    {
        var size = bufferSize.IsUnbound ? Value.Int(PyBufferedStream.DefaultSize) : bufferSize;
        if (RequireAble(thread, reader, ReadableName, "File or stream is not readable.").IsError
            || RequireAble(thread, writer, WritableName, "File or stream is not writable.").IsError)
            return Value.Error;
        _reader = thread.Call(PyBufferedReader.TypeObject, reader, size);
        _writer = _reader.IsError ? Value.Unbound : thread.Call(PyBufferedWriter.TypeObject, writer, size);
        if (_reader.IsError || _writer.IsError)
        {
            _reader = _writer = Value.Unbound;
            return Value.Error;
        }
        return Value.None;
    }

    [PyGetter("closed")]
    private Value GetClosed(VmThread thread) => IsReady(thread, _writer) ? Attributes.Get(thread, _writer, ClosedName) : Value.Error;

    [PyMethod("read", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size) => Ask(thread, _reader, ReadName, size);

    [PyMethod("read1", Signature = "size=-1, /")]
    private Value ReadOnce(VmThread thread, Value size) => Ask(thread, _reader, ReadOnceName, size);

    [PyMethod("readinto", Signature = "buffer, /")]
    private Value ReadInto(VmThread thread, Value buffer) => Ask(thread, _reader, ReadIntoName, buffer);

    [PyMethod("readinto1", Signature = "buffer, /")]
    private Value ReadIntoOnce(VmThread thread, Value buffer) => Ask(thread, _reader, ReadIntoOnceName, buffer);

    [PyMethod("peek", Signature = "size=0, /")]
    private Value Peek(VmThread thread, Value size) => Ask(thread, _reader, PeekName, size);

    [PyMethod("write", Signature = "b, /")]
    private Value Write(VmThread thread, Value b) => Ask(thread, _writer, WriteName, b);

    [PyMethod("flush")]
    private Value Flush(VmThread thread) => Ask(thread, _writer, FlushName);

    [PyMethod("readable")]
    private Value IsReadable(VmThread thread) => Ask(thread, _reader, ReadableName);

    [PyMethod("writable")]
    private Value IsWritable(VmThread thread) => Ask(thread, _writer, WritableName);

    [PyMethod("isatty")]
    private Value IsTerminal(VmThread thread)
    {
        var writes = Ask(thread, _writer, IsTerminalName);
        return writes.IsFalse ? Ask(thread, _reader, IsTerminalName) : writes;
    }

    [PyMethod("close")]
    private Value Close(VmThread thread)
    {
        var writer = Ask(thread, _writer, CloseName);
        var failure = writer.IsError ? thread.TakePending() : null;
        var reader = Ask(thread, _reader, CloseName);
        return failure is null ? reader : RaiseBoth(thread, reader, failure);
    }

    private static bool IsReady(VmThread thread, Value half)
    {
        if (half.IsUnbound)
            thread.ValueError("I/O operation on uninitialized object");
        return !half.IsUnbound;
    }

    private static Value Ask(VmThread thread, Value half, PyStr method) => IsReady(thread, half) ? thread.CallMethod(half, method) : Value.Error;

    private static Value Ask(VmThread thread, Value half, PyStr method, Value argument) =>
        argument.IsUnbound ? Ask(thread, half, method) : IsReady(thread, half) ? thread.CallMethod(half, method, argument) : Value.Error;
}
