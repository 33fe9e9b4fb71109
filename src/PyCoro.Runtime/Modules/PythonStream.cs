// A stream whose bytes an object in Python reads and writes, so that the buffered and the text stream need not know what
// lies below them. What Python raises goes through as a PythonException; SystemErrors.Raise makes it pending again.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

/// <summary>A Python stream object as a .NET stream.</summary>
internal sealed class PythonStream(VmThread thread, Value stream) : Stream
{
    public override bool CanRead => Ask("readable");

    public override bool CanWrite => Ask("writable");

    public override bool CanSeek => Ask("seekable");

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Number(Call("tell"));
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        // read1() of a buffered object gives what there is; a raw one's read() does so already.
        var once = Attributes.TryGet(thread, stream, PyStr.Of("read1"));
        if (once.IsError)
            throw new PythonException(thread.TakePending());
        var data = once.IsUnbound ? Call("read", Value.Int(buffer.Length)) : Checked(thread.Call(once, Value.Int(buffer.Length)));
        if (data.IsNone)
            return 0;
        if (!Buffers.TryRead(data, out var bytes))
        {
            thread.TypeError($"underlying read() should have returned a bytes-like object, not '{data.Type.Name}'");
            throw new PythonException(thread.TakePending());
        }
        if (bytes.Length > buffer.Length)
        {
            thread.Raise(ExceptionTypes.OSError, $"raw readinto() returned invalid length {bytes.Length} (should have been between 0 and {buffer.Length})");
            throw new PythonException(thread.TakePending());
        }
        bytes.CopyTo(buffer);
        return bytes.Length;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (var done = 0; done < buffer.Length;)
        {
            var written = Call("write", new PyBytes(buffer[done..].ToArray()));
            var count = written.IsNone ? 0 : Number(written);
            if (count <= 0 || count > buffer.Length - done)
            {
                thread.Raise(ExceptionTypes.OSError, $"raw write() returned invalid length {count} (should have been between 0 and {buffer.Length - done})");
                throw new PythonException(thread.TakePending());
            }
            done += (int)count;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => Call("flush");

    public override long Seek(long offset, SeekOrigin origin) => Number(Call("seek", Value.Int(offset), Value.Int((int)origin)));

    public override void SetLength(long value) => Call("truncate", Value.Int(value));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Call("close");
        base.Dispose(disposing);
    }

    private bool Ask(string method)
    {
        var found = Attributes.TryGet(thread, stream, PyStr.Of(method));
        if (found.IsError)
            throw new PythonException(thread.TakePending());
        return !found.IsUnbound && Checked(thread.Call(found)).IsTrue;
    }

    private long Number(Value value) =>
        Conversions.TryIndex64(thread, value, out var number) ? number : throw new PythonException(thread.TakePending());

    private Value Call(string method, params Value[] args) => Checked(thread.CallMethod(stream, PyStr.Of(method), args));

    private Value Checked(Value result) => result.IsError ? throw new PythonException(thread.TakePending()) : result;
}
