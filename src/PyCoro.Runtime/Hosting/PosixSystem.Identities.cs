// A child that runs as another user, in other groups or with another file mask. posix_spawn(3) knows none of these, and what
// this process is must not change even for a moment. But to Linux each thread has an identity of its own, and may have a mask
// of its own: so a thread is made that becomes what the child is to be, starts it, and ends.

using System.Runtime.InteropServices;

namespace PyCoro.Runtime.Hosting;

internal sealed partial class PosixSystem
{
    private const int OwnFileSystemState = 0x200;
    private const int SetDumpable = 4;
    private const int NoSuchCall = 38;

    private static long SpawnAs(SpawnIdentity identity, SpawnRequest request)
    {
        var result = 0L;
        var thread = new Thread(() =>
        {
            result = Become(identity);
            if (result == 0)
                result = SpawnAsIs(request);
            // Who changes identity may not be inspected any more, and that goes for the whole process.
            prctl(SetDumpable, 1, 0, 0, 0);
        });
        thread.Start();
        thread.Join();
        return result;
    }

    /// <summary>Changes this thread alone: the functions of the C library change all threads, the calls of the system do not.</summary>
    private static long Become(SpawnIdentity identity)
    {
        if (CallNumbers() is not var (setGroups, setGroup, setUser))
            return -NoSuchCall;
        var result = 0L;
        if (identity.FileMask >= 0 && (result = Check(unshare(OwnFileSystemState))) == 0)
            umask(identity.FileMask);
        if (result == 0 && identity.ExtraGroups is { } groups)
            result = SetGroups(setGroups, [.. groups]);
        if (result == 0 && identity.Group is { } group)
            result = Check(syscall(setGroup, group, group, group));
        if (result == 0 && identity.User is { } user)
            result = Check(syscall(setUser, user, user, user));
        return result;
    }

    private static unsafe long SetGroups(nint number, uint[] groups)
    {
        fixed (uint* start = groups)
            return Check(syscall(number, (nuint)groups.Length, (nuint)start, 0));
    }

    /// <summary>setgroups, setresgid and setresuid.</summary>
    private static (nint, nint, nint)? CallNumbers() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => (116, 119, 117),
        Architecture.Arm64 => (159, 149, 147),
        _ => null,
    };

    [DllImport(Libc)]
    private static extern nint syscall(nint number, nuint first, nuint second, nuint third);

    [DllImport(Libc)]
    private static extern int unshare(int flags);

    [DllImport(Libc)]
    private static extern int prctl(int option, nuint second, nuint third, nuint fourth, nuint fifth);
}
