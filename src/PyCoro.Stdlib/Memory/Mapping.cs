// A piece of memory that the system keeps equal to a part of a file. It lives as long as its Python object, whether that is
// closed or only dropped; so it is a handle, which .NET lets go in any case.

using System.Runtime.InteropServices;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Memory;

/// <summary>A mapping of mmap(2).</summary>
internal sealed class Mapping : SafeHandle
{
    // Flags of mmap(2), with Linux' values.
    internal const int Shared = 1;
    internal const int Private = 2;
    internal const int Anonymous = 32;
    internal const int Readable = 1;
    internal const int Writable = 2;

    /// <summary>In place of a descriptor: memory without a file.</summary>
    internal const int NoFile = -1;

    private const string Libc = "libc";
    private const int MayMove = 1;
    private const int SynchronizeNow = 4;
    private const int DuplicateCloseOnExec = 1030;

    private Mapping(nint start, long length, int descriptor) : base(0, ownsHandle: true)
    {
        SetHandle(start);
        Length = length;
        Descriptor = descriptor;
    }

    public override bool IsInvalid => handle == 0;

    internal long Length { get; private set; }

    /// <summary>The mapping's own descriptor of the file; -1 for memory without one.</summary>
    internal int Descriptor { get; }

    /// <summary>Maps; a negative error number and null when the system refuses.</summary>
    internal static long Make(long length, int protection, int flags, int descriptor, long offset, out Mapping? mapping)
    {
        mapping = null;
        long own = NoFile;
        if (descriptor != NoFile && (own = LinuxCalls.Result(fcntl(descriptor, DuplicateCloseOnExec, 0))) < 0)
            return own;
        var start = mmap(0, (nint)length, protection, descriptor == NoFile ? flags | Anonymous : flags, (int)own, offset);
        if (start == -1)
        {
            var error = LinuxCalls.Result(start);
            if (own >= 0)
                close((int)own);
            return error;
        }
        mapping = new Mapping(start, length, (int)own);
        return 0;
    }

    /// <summary>Bytes of it; both numbers must lie within.</summary>
    internal unsafe Span<byte> Bytes(long start, int length) => new((byte*)handle + start, length);

    /// <summary>Makes it, and its file, longer or shorter. It may lie elsewhere afterwards.</summary>
    internal long Resize(long length, long offset)
    {
        if (Descriptor >= 0 && LinuxCalls.Result(ftruncate(Descriptor, offset + length)) is var cut && cut < 0)
            return cut;
        var moved = mremap(handle, (nint)Length, (nint)length, MayMove);
        if (moved == -1)
            return LinuxCalls.Result(moved);
        SetHandle(moved);
        Length = length;
        return 0;
    }

    /// <summary>Writes changes back to the file.</summary>
    internal long Flush(long start, long length) => LinuxCalls.Result(msync(handle + (nint)start, (nint)length, SynchronizeNow));

    /// <summary>Tells the system how it will be used.</summary>
    internal long Advise(int option, long start, long length) => LinuxCalls.Result(madvise(handle + (nint)start, (nint)length, option));

    protected override bool ReleaseHandle()
    {
        if (Descriptor >= 0)
            close(Descriptor);
        return munmap(handle, (nint)Length) == 0;
    }

    [DllImport(Libc)]
    private static extern nint mmap(nint address, nint length, int protection, int flags, int descriptor, long offset);

    [DllImport(Libc)]
    private static extern int munmap(nint address, nint length);

    [DllImport(Libc)]
    private static extern nint mremap(nint address, nint length, nint wanted, int flags);

    [DllImport(Libc)]
    private static extern int msync(nint address, nint length, int flags);

    [DllImport(Libc)]
    private static extern int madvise(nint address, nint length, int advice);

    [DllImport(Libc)]
    private static extern int ftruncate(int descriptor, long length);

    [DllImport(Libc)]
    private static extern int fcntl(int descriptor, int command, int argument);

    [DllImport(Libc)]
    private static extern int close(int descriptor);
}
