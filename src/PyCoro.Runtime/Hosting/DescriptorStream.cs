using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Hosting;

/// <summary>A descriptor of the host's system as a stream. It has no buffer and no position of its own. Where reading or
/// writing may take long, other Python threads run meanwhile and signals are looked at.</summary>
internal sealed class DescriptorStream(Interpreter interpreter, int descriptor, FileAccess access, bool owns) : Stream
{
    private readonly IOperatingSystem _system = interpreter.Options.OperatingSystem;

    private const int SeekFromHere = 1;

    private bool? _canSeek;
    private bool _isClosed;

    public override bool CanRead => access.HasFlag(FileAccess.Read);

    public override bool CanWrite => access.HasFlag(FileAccess.Write);

    public override bool CanSeek => _canSeek ??= _system.Seek(descriptor, 0, SeekFromHere) >= 0;

    public override long Length => Checked(_system.GetStatus(descriptor, out var status)) >= 0 ? status.Size : 0;

    public override long Position
    {
        get => Checked(_system.Seek(descriptor, 0, SeekFromHere));
        set => Checked(_system.Seek(descriptor, value, 0));
    }

    public override unsafe int Read(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var (place, length) = ((nint)start, buffer.Length);
            return (int)Call(Blocking.Readable, () => _system.Read(descriptor, new Span<byte>((byte*)place, length)));
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
            buffer = buffer[WriteOnce(buffer)..];
    }

    /// <summary>One write(2): as many bytes as there was room for.</summary>
    internal unsafe int WriteOnce(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var (place, length) = ((nint)start, buffer.Length);
            return (int)Call(Blocking.Writable, () => _system.Write(descriptor, new ReadOnlySpan<byte>((byte*)place, length)));
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => Checked(_system.Seek(descriptor, offset, (int)origin));

    public override void SetLength(long value) => Checked(_system.Truncate(descriptor, value));

    protected override void Dispose(bool disposing)
    {
        if (disposing && owns && !_isClosed)
        {
            _isClosed = true;
            Checked(_system.Close(descriptor));
        }
        base.Dispose(disposing);
    }

    // A file on a disk answers at once, and in its turn: what can be sought in keeps the lock.
    private long Call(short wanted, Func<long> call)
    {
        var thread = interpreter.Gil.Holder!;
        long result;
        if (CanSeek)
        {
            do
                result = call();
            while (result == -Blocking.Interrupted);
        }
        else if (!Blocking.TryCallOn(thread, descriptor, wanted, call, out result))
        {
            throw new PythonException(thread.TakePending());
        }
        return Checked(result);
    }

    private static long Checked(long result) =>
        result >= 0 ? result : throw new IOException(SystemErrors.Describe((int)-result), (int)-result);
}
