// Pairs of pseudo terminals (pty(7)).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Terminals;

namespace PyCoro.Stdlib.Posix;

internal static partial class PosixModule
{
    // O_RDWR, O_NOCTTY.
    private const int ReadAndWrite = 2;
    private const int NotAsControllingTerminal = 0x100;
    private const int DescriptorCloseOnExec = 0x80000;
    private const nuint TakeControllingTerminal = 0x540E;

    /// <summary>Open a pseudo-terminal.
    ///
    /// Return a tuple of (master_fd, slave_fd) containing open file descriptors
    /// for both the master and slave ends.</summary>
    [PyFunction("openpty")]
    private static Value OpenTerminalPair(VmThread thread)
    {
        const int LongestName = 128;
        var flags = ReadAndWrite | NotAsControllingTerminal;
        var master = LinuxCalls.Result(TerminalCalls.posix_openpt(flags | DescriptorCloseOnExec));
        if (master < 0)
            return Done(thread, master);
        var name = new byte[LongestName];
        var result = LinuxCalls.Result(TerminalCalls.grantpt((int)master));
        if (result >= 0)
            result = LinuxCalls.Result(TerminalCalls.unlockpt((int)master));
        // This one returns its error.
        if (result >= 0)
            result = -TerminalCalls.ptsname_r((int)master, name, name.Length);
        if (result >= 0)
            result = System(thread).Open(global::System.Text.Encoding.ASCII.GetString(name).TrimEnd('\0'), flags, 0);
        if (result >= 0)
            return PyTuple.Of(Value.Int(master), Value.Int(result));
        System(thread).Close((int)master);
        return Done(thread, result);
    }

    /// <summary>Prepare the tty of which fd is a file descriptor for a new login session.
    ///
    /// Make the calling process a session leader; make the tty the
    /// controlling tty, the stdin, the stdout, and the stderr of the
    /// calling process; close fd.</summary>
    [PyFunction("login_tty", Signature = "fd, /")]
    private static Value LoginTerminal(VmThread thread, int fd)
    {
        LinuxCalls.setsid();
        var result = LinuxCalls.Result(TerminalCalls.ioctl(fd, TakeControllingTerminal, 0));
        if (result < 0)
            return Done(thread, result);
        for (var standard = 0; standard <= 2; standard++)
        {
            result = System(thread).Duplicate(fd, standard);
            if (result < 0)
                return Done(thread, result);
        }
        return fd > 2 ? Close(thread, fd) : Value.None;
    }
}
