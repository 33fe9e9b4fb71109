// What libc knows of terminals. The structures have the layout of Linux, where <termios.h> is the same on every processor
// that .NET runs on.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyCoro.Stdlib.Terminals;

internal static class TerminalCalls
{
    /// <summary>NCCS, the number of special characters.</summary>
    internal const int SpecialCharacters = 32;

    private const string Libc = "libc";

    [DllImport(Libc)]
    internal static extern int tcgetattr(int fd, out Settings settings);

    [DllImport(Libc)]
    internal static extern int tcsetattr(int fd, int when, in Settings settings);

    [DllImport(Libc)]
    internal static extern uint cfgetispeed(in Settings settings);

    [DllImport(Libc)]
    internal static extern uint cfgetospeed(in Settings settings);

    [DllImport(Libc)]
    internal static extern int cfsetispeed(ref Settings settings, uint speed);

    [DllImport(Libc)]
    internal static extern int cfsetospeed(ref Settings settings, uint speed);

    [DllImport(Libc)]
    internal static extern int tcsendbreak(int fd, int duration);

    [DllImport(Libc)]
    internal static extern int tcdrain(int fd);

    [DllImport(Libc)]
    internal static extern int tcflush(int fd, int queue);

    [DllImport(Libc)]
    internal static extern int tcflow(int fd, int action);

    [DllImport(Libc)]
    internal static extern int ioctl(int fd, nuint request, ref WindowSize size);

    [DllImport(Libc)]
    internal static extern int ioctl(int fd, nuint request, int argument);

    [DllImport(Libc)]
    internal static extern int posix_openpt(int flags);

    [DllImport(Libc)]
    internal static extern int grantpt(int fd);

    [DllImport(Libc)]
    internal static extern int unlockpt(int fd);

    [DllImport(Libc)]
    internal static extern int ptsname_r(int fd, byte[] name, nint size);

    /// <summary>struct termios.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Settings
    {
        public uint Input;
        public uint Output;
        public uint Control;
        public uint Local;
        public byte LineDiscipline;
        public Characters Characters;
        public uint InputSpeed;
        public uint OutputSpeed;
    }

    /// <summary>c_cc of struct termios.</summary>
    [InlineArray(SpecialCharacters)]
    internal struct Characters
    {
        private byte _first;
    }

    /// <summary>struct winsize.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }
}
