// System calls that only the module posix makes, under their own names. They are made for programs that run on the real
// system only: Result turns what they return into the form of IOperatingSystem, a negative error number.

using System.Runtime.InteropServices;

namespace PyCoro.Stdlib.Posix;

internal static class LinuxCalls
{
    private const string Libc = "libc";

    /// <summary>The result, or the negative error number of a call that failed.</summary>
    internal static long Result(long returned) => returned < 0 ? -Marshal.GetLastSystemError() : returned;

    [DllImport(Libc)]
    internal static extern nint pread(int fd, byte[] buffer, nint count, long offset);

    [DllImport(Libc)]
    internal static extern nint pwrite(int fd, byte[] buffer, nint count, long offset);

    [DllImport(Libc)]
    internal static extern nint sendfile(int output, int input, ref long offset, nint count);

    [DllImport(Libc)]
    internal static extern nint sendfile(int output, int input, nint offset, nint count);

    [DllImport(Libc)]
    internal static extern int pipe2(int[] descriptors, int flags);

    [DllImport(Libc)]
    internal static extern int posix_fadvise(int fd, long offset, long length, int advice);

    [DllImport(Libc)]
    internal static extern int posix_fallocate(int fd, long offset, long length);

    [DllImport(Libc)]
    internal static extern int lockf(int fd, int command, long length);

    [DllImport(Libc)]
    internal static extern int eventfd(uint initial, int flags);

    [DllImport(Libc)]
    internal static extern int memfd_create(byte[] name, uint flags);

    [DllImport(Libc)]
    internal static extern nint getrandom(byte[] buffer, nint size, uint flags);

    [DllImport(Libc)]
    internal static extern void sync();

    [DllImport(Libc)]
    internal static extern int fchmod(int fd, int mode);

    [DllImport(Libc)]
    internal static extern int fchown(int fd, int user, int group);

    [DllImport(Libc)]
    internal static extern int fchdir(int fd);

    [DllImport(Libc)]
    internal static extern int chroot(byte[] path);

    [DllImport(Libc)]
    internal static extern int mkfifo(byte[] path, int mode);

    [DllImport(Libc)]
    internal static extern int mknod(byte[] path, int mode, ulong device);

    [DllImport(Libc)]
    internal static extern int statvfs(byte[] path, long[] result);

    [DllImport(Libc)]
    internal static extern int fstatvfs(int fd, long[] result);

    [DllImport(Libc)]
    internal static extern nint getxattr(byte[] path, byte[] name, byte[] value, nint size);

    [DllImport(Libc)]
    internal static extern nint lgetxattr(byte[] path, byte[] name, byte[] value, nint size);

    [DllImport(Libc)]
    internal static extern int setxattr(byte[] path, byte[] name, byte[] value, nint size, int flags);

    [DllImport(Libc)]
    internal static extern int lsetxattr(byte[] path, byte[] name, byte[] value, nint size, int flags);

    [DllImport(Libc)]
    internal static extern int removexattr(byte[] path, byte[] name);

    [DllImport(Libc)]
    internal static extern int lremovexattr(byte[] path, byte[] name);

    [DllImport(Libc)]
    internal static extern nint listxattr(byte[] path, byte[] list, nint size);

    [DllImport(Libc)]
    internal static extern nint llistxattr(byte[] path, byte[] list, nint size);

    [DllImport(Libc)]
    internal static extern int getpgid(int pid);

    [DllImport(Libc)]
    internal static extern int setpgid(int pid, int group);

    [DllImport(Libc)]
    internal static extern int getsid(int pid);

    [DllImport(Libc)]
    internal static extern int setsid();

    [DllImport(Libc)]
    internal static extern int killpg(int group, int signal);

    [DllImport(Libc)]
    internal static extern int nice(int increment);

    [DllImport(Libc)]
    internal static extern int getpriority(int which, int who);

    [DllImport(Libc)]
    internal static extern int setpriority(int which, int who, int priority);

    [DllImport(Libc)]
    internal static extern int getgroups(int size, int[] groups);

    [DllImport(Libc)]
    internal static extern int getresuid(out int real, out int effective, out int saved);

    [DllImport(Libc)]
    internal static extern int getresgid(out int real, out int effective, out int saved);

    [DllImport(Libc)]
    internal static extern int setuid(int id);

    [DllImport(Libc)]
    internal static extern int seteuid(int id);

    [DllImport(Libc)]
    internal static extern int setgid(int id);

    [DllImport(Libc)]
    internal static extern int setegid(int id);

    [DllImport(Libc)]
    internal static extern int setreuid(int real, int effective);

    [DllImport(Libc)]
    internal static extern int setregid(int real, int effective);

    [DllImport(Libc)]
    internal static extern int setresuid(int real, int effective, int saved);

    [DllImport(Libc)]
    internal static extern int setresgid(int real, int effective, int saved);

    [DllImport(Libc)]
    internal static extern int sched_yield();

    [DllImport(Libc)]
    internal static extern int sched_get_priority_min(int policy);

    [DllImport(Libc)]
    internal static extern int sched_get_priority_max(int policy);

    [DllImport(Libc)]
    internal static extern int sched_getscheduler(int pid);

    [DllImport(Libc)]
    internal static extern int sched_getaffinity(int pid, nint size, byte[] mask);

    [DllImport(Libc)]
    internal static extern int sched_setaffinity(int pid, nint size, byte[] mask);

    [DllImport(Libc)]
    internal static extern int getloadavg(double[] loads, int count);

    [DllImport(Libc)]
    internal static extern int getlogin_r(byte[] name, nint size);

    [DllImport(Libc)]
    internal static extern int ttyname_r(int fd, byte[] name, nint size);

    [DllImport(Libc)]
    internal static extern int tcgetpgrp(int fd);

    [DllImport(Libc)]
    internal static extern int tcsetpgrp(int fd, int group);

    [DllImport(Libc)]
    internal static extern long sysconf(int name);

    [DllImport(Libc)]
    internal static extern nint confstr(int name, byte[] buffer, nint size);

    [DllImport(Libc)]
    internal static extern long pathconf(byte[] path, int name);

    [DllImport(Libc)]
    internal static extern long fpathconf(int fd, int name);

    [DllImport(Libc)]
    internal static extern void abort();

    [DllImport(Libc)]
    internal static extern int setgroups(nint count, uint[] groups);

    [DllImport(Libc)]
    internal static extern int execve(byte[] path, nint[] arguments, nint[] environment);

    /// <summary>The size of a siginfo_t.</summary>
    internal const int SignalInformationSize = 128;

    [DllImport(Libc)]
    internal static extern int waitid(int kind, int id, byte[] information, int options);

    // Newer than the C libraries that have no function for it; its number is the same everywhere.
    private const nint PidfdOpen = 434;

    /// <summary>A descriptor for a process; an error number, negative.</summary>
    internal static long OpenProcess(int process, int flags) => Result(syscall(PidfdOpen, process, flags));

    [DllImport(Libc)]
    private static extern nint syscall(nint number, nint process, nint flags);
}
