using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

// Functions about the process and its environment.
internal static partial class PosixModule
{
    /// <summary>Return the current process id.</summary>
    [PyFunction("getpid")]
    private static int GetPid(VmThread thread) => System(thread).ProcessId;

    /// <summary>Return the parent's process id.</summary>
    [PyFunction("getppid")]
    private static Value GetParent(VmThread thread) => Number(thread, System(thread).Identify("getppid"));

    /// <summary>Return the current process's user id.</summary>
    [PyFunction("getuid")]
    private static Value GetUser(VmThread thread) => Number(thread, System(thread).Identify("getuid"));

    /// <summary>Return the current process's effective user id.</summary>
    [PyFunction("geteuid")]
    private static Value GetEffectiveUser(VmThread thread) => Number(thread, System(thread).Identify("geteuid"));

    /// <summary>Return the current process's group id.</summary>
    [PyFunction("getgid")]
    private static Value GetGroup(VmThread thread) => Number(thread, System(thread).Identify("getgid"));

    /// <summary>Return the current process's effective group id.</summary>
    [PyFunction("getegid")]
    private static Value GetEffectiveGroup(VmThread thread) => Number(thread, System(thread).Identify("getegid"));

    /// <summary>Return the number of CPUs in the system.</summary>
    [PyFunction("cpu_count")]
    private static int CpuCount() => Environment.ProcessorCount;

    /// <summary>Kill a process with a signal.</summary>
    [PyFunction("kill", Signature = "pid, signal, /")]
    private static Value Kill(VmThread thread, int pid, int signal)
    {
        var system = System(thread);
        if (signal is <= 0 or >= Runtime.Signals.SignalTable.Count || pid != system.ProcessId)
            return Done(thread, system.Kill(pid, signal));
        if (thread.Interpreter.Signals.TrySendToSelf(thread, signal, out var result))
            return result;
        return SignalsOfFaults.Contains(signal) ? End(thread, signal) : Done(thread, system.Kill(pid, signal));
    }

    // SIGILL, SIGABRT, SIGBUS, SIGFPE and SIGSEGV: .NET has handlers of its own for these, and would go on.
    private static ReadOnlySpan<int> SignalsOfFaults => [4, 6, 7, 8, 11];

    private static Value End(VmThread thread, int signal)
    {
        System(thread).TakeDefaultAction(signal);
        return Value.None;
    }

    /// <summary>Execute the command in a subshell.</summary>
    [PyFunction("system", Signature = "command")]
    private static Value RunShell(VmThread thread, string command) => NumberOutside(thread, () => System(thread).RunShell(command));

    /// <summary>Exit to the system with specified status, without normal exit processing.</summary>
    [PyFunction("_exit", Signature = "status")]
    private static Value ExitNow(VmThread thread, int status)
    {
        System(thread).Exit(status);
        return thread.Raise(ExceptionTypes.SystemExit, Value.Int(status));
    }

    /// <summary>Abort the interpreter immediately.</summary>
    [PyFunction("abort")]
    private static Value Abort(VmThread thread)
    {
        const int Abortion = 6;
        System(thread).TakeDefaultAction(Abortion);
        // The signal may be on its way to another thread yet; this call does not return.
        LinuxCalls.abort();
        return Value.None;
    }

    /// <summary>Return a collection containing process timing information.</summary>
    [PyFunction("times")]
    private static Value Times(VmThread thread)
    {
        var usage = Environment.CpuUsage;
        var type = thread.Interpreter.State<PosixTypes>().Times(thread);
        return StructSequence.Make(
            type, Value.Float(Hundredths(usage.UserTime)), Value.Float(Hundredths(usage.PrivilegedTime)), Value.Float(0), Value.Float(0),
            Value.Float(thread.Interpreter.Options.Clock.Read() / 10_000_000 / 100.0));
    }

    /// <summary>Return an object identifying the current operating system.</summary>
    [PyFunction("uname")]
    private static Value Uname(VmThread thread)
    {
        var type = thread.Interpreter.State<PosixTypes>().Uname(thread);
        var machine = global::System.Runtime.InteropServices.RuntimeInformation.OSArchitecture switch
        {
            global::System.Runtime.InteropServices.Architecture.X64 => "x86_64",
            global::System.Runtime.InteropServices.Architecture.Arm64 => "aarch64",
            var other => other.ToString(),
        };
        return StructSequence.Make(
            type, Value.Str(OperatingSystem.IsMacOS() ? "Darwin" : "Linux"), Value.Str(Environment.MachineName),
            Value.Str(Kernel("osrelease")), Value.Str(Kernel("version")), Value.Str(machine));
    }

    /// <summary>Change or add an environment variable.</summary>
    [PyFunction("putenv", Signature = "name, value, /")]
    private static Value PutEnv(VmThread thread, Value name, Value value)
    {
        if (!PathArgument.TryRead(thread, name, "putenv", out var variable) || !PathArgument.TryRead(thread, value, "putenv", out var text))
            return Value.Error;
        if (variable.Text.Length == 0 || variable.Text.Contains('=', StringComparison.Ordinal))
            return thread.ValueError("illegal environment variable name");
        return Done(thread, System(thread).SetVariable(variable.Text, text.Text));
    }

    /// <summary>Delete an environment variable.</summary>
    [PyFunction("unsetenv", Signature = "name, /")]
    private static Value UnsetEnv(VmThread thread, Value name) => PathArgument.TryRead(thread, name, "unsetenv", out var variable)
        ? Done(thread, System(thread).SetVariable(variable.Text, null))
        : Value.Error;

    private static double Hundredths(TimeSpan time) => Math.Floor(time.TotalSeconds * 100) / 100;

    private static string Kernel(string name)
    {
        var file = "/proc/sys/kernel/" + name;
        return File.Exists(file) ? File.ReadAllText(file).TrimEnd() : Environment.OSVersion.VersionString;
    }
}
