// The three standard streams of the process, by plain read(2) and write(2). Console's streams cost 5 ms of start-up, hide a
// broken pipe, which Python must see, and FileStream keeps its own position, so that two programs writing to one
// redirected file would overwrite each other.

using System.Runtime.InteropServices;

namespace PyCoro.Runtime.Hosting;

/// <summary>A standard stream of the process.</summary>
internal sealed partial class StandardStream : Stream
{
    private const int InterruptedCall = 4;
    private const int BrokenPipe = 32;
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    private readonly int _descriptor;

    private StandardStream(int descriptor) => _descriptor = descriptor;

    public override bool CanRead => _descriptor == 0;

    public override bool CanWrite => _descriptor != 0;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Standard input, output or error by its descriptor: 0, 1, 2.</summary>
    public static Stream Open(int descriptor)
    {
        if (!OperatingSystem.IsWindows())
            return new StandardStream(descriptor);
        return descriptor switch
        {
            0 => Console.OpenStandardInput(),
            1 => Console.OpenStandardOutput(),
            _ => Console.OpenStandardError(),
        };
    }

    /// <summary>Was the process started with this stream? If not, the runtime may have opened something under the number,
    /// which it never hands down to other programs.</summary>
    public bool IsOpen => Control(_descriptor, GetFlags) is var flags and >= 0 && (flags & CloseOnExec) == 0;

    /// <summary>Is the stream a terminal? (Asking the Console would load all of it.)</summary>
    public static bool IsTerminal(int descriptor) => OperatingSystem.IsWindows()
        ? descriptor == 0 ? !Console.IsInputRedirected : descriptor == 1 ? !Console.IsOutputRedirected : !Console.IsErrorRedirected
        : IsTerminalDescriptor(descriptor) == 1;

    public override unsafe int Read(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            while (true)
            {
                var count = Read(_descriptor, start, (nuint)buffer.Length);
                if (count >= 0)
                    return (int)count;
                if (Marshal.GetLastSystemError() is var error && error != InterruptedCall)
                    throw Failed(error);
            }
        }
    }

    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            for (var done = 0; done < buffer.Length;)
            {
                var count = Write(_descriptor, start + done, (nuint)(buffer.Length - done));
                if (count >= 0)
                    done += (int)count;
                else if (Marshal.GetLastSystemError() is var error && error != InterruptedCall)
                    throw Failed(error);
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>An I/O error that carries the system's error number, of which Python makes an OSError.</summary>
    private static IOException Failed(int error) =>
        new(error == BrokenPipe ? "Broken pipe" : Marshal.GetPInvokeErrorMessage(error), error);

    [DllImport("libc", EntryPoint = "read")]
    private static extern unsafe nint Read(int descriptor, byte* buffer, nuint count);

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int Control(int descriptor, int command);

    [DllImport("libc", EntryPoint = "isatty")]
    private static extern int IsTerminalDescriptor(int descriptor);

    [DllImport("libc", EntryPoint = "write")]
    private static extern unsafe nint Write(int descriptor, byte* buffer, nuint count);
}
