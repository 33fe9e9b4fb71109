// syslog: messages to the log of the system. libc keeps the pointer to the name that openlog() was given, so each name stays
// in memory until the next one, or closelog(), replaces it.

using System.Runtime.InteropServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Resources;

/// <summary>Unix syslog library routines (library reference: syslog).</summary>
[PyModule("syslog")]
internal static partial class SyslogModule
{
    private const string Libc = "libc";
    private const int User = 8;
    private const int Info = 6;

    private static readonly PyStr ArgumentsName = PyStr.Constant("argv");

    private static readonly (string Name, long Value)[] Constants =
    [
        ("LOG_ALERT", 1), ("LOG_AUTH", 32), ("LOG_AUTHPRIV", 80), ("LOG_CONS", 2), ("LOG_CRIT", 2), ("LOG_CRON", 72), ("LOG_DAEMON", 24),
        ("LOG_DEBUG", 7), ("LOG_EMERG", 0), ("LOG_ERR", 3), ("LOG_INFO", Info), ("LOG_KERN", 0), ("LOG_LOCAL0", 128), ("LOG_LOCAL1", 136),
        ("LOG_LOCAL2", 144), ("LOG_LOCAL3", 152), ("LOG_LOCAL4", 160), ("LOG_LOCAL5", 168), ("LOG_LOCAL6", 176), ("LOG_LOCAL7", 184),
        ("LOG_LPR", 48), ("LOG_MAIL", 16), ("LOG_NDELAY", 8), ("LOG_NEWS", 56), ("LOG_NOTICE", 5), ("LOG_NOWAIT", 16), ("LOG_ODELAY", 4),
        ("LOG_PERROR", 32), ("LOG_PID", 1), ("LOG_SYSLOG", 40), ("LOG_USER", User), ("LOG_UUCP", 64), ("LOG_WARNING", 4),
    ];

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        foreach (var (name, value) in Constants)
            module.Dict.SetStr(PyStr.Of(name), Value.Int(value));
        return Value.None;
    }

    /// <summary>Set options of subsequent syslog() calls: the name before each message, the options and the facility.</summary>
    [PyFunction("openlog", Signature = "ident=None, logoption=0, facility=8")]
    private static Value Open(VmThread thread, Value ident, long logoption = 0, long facility = User)
    {
        byte[]? name;
        if (ident.IsUnbound)
            name = ProgramName(thread);
        else if (ident.Ref is not PyStr text)
            return ArgumentErrors.BadArgument(thread, "openlog", "argument 1", "str", ident);
        else if ((name = Codecs.Encode(thread, text, "utf-8", "strict")) is null)
            return Value.Error;
        if (!Auditing.Raise(thread, "syslog.openlog", ident.IsUnbound ? Value.None : ident, Value.Int(logoption), Value.Int(facility)))
            return Value.Error;
        thread.Interpreter.State<OpenLog>().Open(name, (int)logoption, (int)facility);
        return Value.None;
    }

    /// <summary>Send a message to the system logger, with LOG_INFO or the priority that comes first.</summary>
    [PyFunction("syslog", Signature = "*args")]
    private static Value Send(VmThread thread, ReadOnlySpan<Value> args)
    {
        long priority = Info;
        if (args.Length is not (1 or 2) || args[^1].Ref is not PyStr message
            || (args.Length == 2 && !(args[0].IsSmallInt && Conversions.TryIndex64(thread, args[0], out priority))))
        {
            return thread.TypeError("[priority,] message string");
        }
        if (Codecs.Encode(thread, message, "utf-8", "strict") is not { } text
            || !Auditing.Raise(thread, "syslog.syslog", Value.Int(priority), message))
        {
            return Value.Error;
        }
        var log = thread.Interpreter.State<OpenLog>();
        if (!log.IsOpen && Open(thread, Value.Unbound) is { IsError: true } error)
            return error;
        return Blocking.TryCall(thread, () => Log((int)priority, [.. text, 0]), out _) ? Value.None : Value.Error;
    }

    /// <summary>Reset the values of the module and close the log.</summary>
    [PyFunction("closelog")]
    private static Value Close(VmThread thread)
    {
        if (!Auditing.Raise(thread, "syslog.closelog"))
            return Value.Error;
        thread.Interpreter.State<OpenLog>().Close();
        return Value.None;
    }

    /// <summary>Set the priority mask and return the previous one.</summary>
    [PyFunction("setlogmask", Signature = "maskpri, /")]
    private static Value SetMask(VmThread thread, long maskpri) => Auditing.Raise(thread, "syslog.setlogmask", Value.Int(maskpri))
        ? Value.Int(setlogmask((int)maskpri))
        : Value.Error;

    /// <summary>The mask for the individual priority pri.</summary>
    [PyFunction("LOG_MASK", Signature = "pri, /")]
    private static long MaskOf(long pri) => 1 << (int)pri;

    /// <summary>The mask for all priorities up to and including pri.</summary>
    [PyFunction("LOG_UPTO", Signature = "pri, /")]
    private static long MaskUpTo(long pri) => (1 << ((int)pri + 1)) - 1;

    // The last part of the path of the program, as the log shows it.
    private static byte[]? ProgramName(VmThread thread)
    {
        if (thread.Interpreter.Sys.Dict.GetStr(ArgumentsName).Ref is not PyList { Count: > 0 } arguments || arguments.Items[0].Ref is not PyStr { Length: > 0 } program)
            return null;
        var name = PyStr.Of(program.Text[(program.Text.LastIndexOf('/') + 1)..]);
        return Codecs.Encode(thread, name, "utf-8", "surrogateescape");
    }

    private static long Log(int priority, byte[] message)
    {
        syslog(priority, "%s\0"u8.ToArray(), message);
        return 0;
    }

    [DllImport(Libc)]
    private static extern void syslog(int priority, byte[] format, byte[] message);

    [DllImport(Libc)]
    private static extern int setlogmask(int mask);

    /// <summary>The log that the interpreter has opened.</summary>
    private sealed class OpenLog
    {
        private nint _name;

        internal bool IsOpen { get; private set; }

        internal void Open(byte[]? name, int options, int facility)
        {
            var before = _name;
            _name = 0;
            if (name is not null)
            {
                _name = Marshal.AllocHGlobal(name.Length + 1);
                Marshal.Copy(name, 0, _name, name.Length);
                Marshal.WriteByte(_name, name.Length, 0);
            }
            openlog(_name, options, facility);
            Marshal.FreeHGlobal(before);
            IsOpen = true;
        }

        internal void Close()
        {
            if (!IsOpen)
                return;
            closelog();
            Marshal.FreeHGlobal(_name);
            _name = 0;
            IsOpen = false;
        }

        [DllImport(Libc)]
        private static extern void openlog(nint name, int options, int facility);

        [DllImport(Libc)]
        private static extern void closelog();
    }
}
