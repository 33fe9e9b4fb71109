using PyCoro.Runtime.Modules;

namespace PyCoro.Runtime.Hosting;

/// <summary>A descriptor of the host's system as a stream. It has no buffer and no position of its own.</summary>
internal sealed class DescriptorStream(IOperatingSystem system, int descriptor, FileAccess access, bool owns) : Stream
{
    private const int SeekFromHere = 1;

    private bool? _canSeek;
    private bool _isClosed;

    public override bool CanRead => access.HasFlag(FileAccess.Read);

    public override bool CanWrite => access.HasFlag(FileAccess.Write);

    public override bool CanSeek => _canSeek ??= system.Seek(descriptor, 0, SeekFromHere) >= 0;

    public override long Length => Checked(system.GetStatus(descriptor, out var status)) >= 0 ? status.Size : 0;

    public override long Position
    {
        get => Checked(system.Seek(descriptor, 0, SeekFromHere));
        set => Checked(system.Seek(descriptor, value, 0));
    }

    public override int Read(Span<byte> buffer) => (int)Checked(system.Read(descriptor, buffer));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (var done = 0; done < buffer.Length;)
            done += (int)Checked(system.Write(descriptor, buffer[done..]));
    }

    /// <summary>One write(2): as many bytes as there was room for.</summary>
    internal int WriteOnce(ReadOnlySpan<byte> buffer) => (int)Checked(system.Write(descriptor, buffer));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => Checked(system.Seek(descriptor, offset, (int)origin));

    public override void SetLength(long value) => Checked(system.Truncate(descriptor, value));

    protected override void Dispose(bool disposing)
    {
        if (disposing && owns && !_isClosed)
        {
            _isClosed = true;
            Checked(system.Close(descriptor));
        }
        base.Dispose(disposing);
    }

    private static long Checked(long result) =>
        result >= 0 ? result : throw new IOException(SystemErrors.Describe((int)-result), (int)-result);
}
