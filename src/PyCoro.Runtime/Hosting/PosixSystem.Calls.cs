// The functions of libc that PosixSystem calls, under their own names.

using System.Runtime.InteropServices;

namespace PyCoro.Runtime.Hosting;

internal sealed partial class PosixSystem
{
    private const string Libc = "libc";

    [DllImport(Libc)]
    private static extern int setenv(byte[] name, byte[] value, int overwrite);

    [DllImport(Libc)]
    private static extern int unsetenv(byte[] name);

    [DllImport(Libc)]
    private static extern int open(byte[] path, int flags, int mode);

    [DllImport(Libc)]
    private static extern int close(int descriptor);

    [DllImport(Libc)]
    private static extern unsafe nint read(int descriptor, byte* buffer, nuint count);

    [DllImport(Libc)]
    private static extern unsafe nint write(int descriptor, byte* buffer, nuint count);

    [DllImport(Libc)]
    private static extern long lseek(int descriptor, long offset, int whence);

    [DllImport(Libc)]
    private static extern int ftruncate(int descriptor, long size);

    [DllImport(Libc)]
    private static extern int fsync(int descriptor);

    [DllImport(Libc)]
    private static extern int dup(int descriptor);

    [DllImport(Libc)]
    private static extern int dup2(int descriptor, int wanted);

    [DllImport(Libc)]
    private static extern unsafe int pipe2(int* descriptors, int flags);

    [DllImport(Libc)]
    private static extern int isatty(int descriptor);

    [DllImport(Libc)]
    private static extern unsafe int statx(int folder, byte[] path, int flags, uint mask, byte* status);

    [DllImport(Libc)]
    private static extern int access(byte[] path, int mode);

    [DllImport(Libc)]
    private static extern int mkdir(byte[] path, int mode);

    [DllImport(Libc)]
    private static extern int rmdir(byte[] path);

    [DllImport(Libc)]
    private static extern int unlink(byte[] path);

    [DllImport(Libc)]
    private static extern int rename(byte[] from, byte[] to);

    [DllImport(Libc)]
    private static extern int link(byte[] target, byte[] path);

    [DllImport(Libc)]
    private static extern int symlink(byte[] target, byte[] path);

    [DllImport(Libc)]
    private static extern unsafe nint readlink(byte[] path, byte* buffer, nuint size);

    [DllImport(Libc)]
    private static extern int chmod(byte[] path, int mode);

    [DllImport(Libc)]
    private static extern int fchownat(int folder, byte[] path, int user, int group, int flags);

    [DllImport(Libc)]
    private static extern unsafe int utimensat(int folder, byte[] path, long* times, int flags);

    [DllImport(Libc)]
    private static extern int chdir(byte[] path);

    [DllImport(Libc)]
    private static extern int umask(int mask);

    [DllImport(Libc)]
    private static extern int kill(int process, int signal);

    [DllImport(Libc)]
    private static extern int system(byte[] command);

    [DllImport(Libc)]
    private static extern int getppid();

    [DllImport(Libc)]
    private static extern int gettid();

    [DllImport(Libc)]
    private static extern int getuid();

    [DllImport(Libc)]
    private static extern int geteuid();

    [DllImport(Libc)]
    private static extern int getgid();

    [DllImport(Libc)]
    private static extern int getegid();

    [DllImport(Libc)]
    private static extern void _exit(int status);

}
