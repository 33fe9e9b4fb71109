// Process groups, sessions, users and the scheduler (library reference, os: Process Parameters, Interface to the scheduler).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

internal static partial class PosixModule
{
    /// <summary>Call the system call getpgid(), and return the result.</summary>
    [PyFunction("getpgid", Signature = "pid")]
    private static Value CallGetpgid(VmThread thread, int pid) => Number(thread, LinuxCalls.Result(LinuxCalls.getpgid(pid)));

    /// <summary>Return the current process group id.</summary>
    [PyFunction("getpgrp")]
    private static Value CallGetpgrp(VmThread thread) => Number(thread, LinuxCalls.Result(LinuxCalls.getpgid(0)));

    /// <summary>Call the system call setpgid(pid, pgrp).</summary>
    [PyFunction("setpgid", Signature = "pid, pgrp, /")]
    private static Value CallSetpgid(VmThread thread, int pid, int pgrp) => Done(thread, LinuxCalls.Result(LinuxCalls.setpgid(pid, pgrp)));

    /// <summary>Make the current process the leader of its process group.</summary>
    [PyFunction("setpgrp")]
    private static Value CallSetpgrp(VmThread thread) => Done(thread, LinuxCalls.Result(LinuxCalls.setpgid(0, 0)));

    /// <summary>Call the system call getsid(pid) and return the result.</summary>
    [PyFunction("getsid", Signature = "pid, /")]
    private static Value CallGetsid(VmThread thread, int pid) => Number(thread, LinuxCalls.Result(LinuxCalls.getsid(pid)));

    /// <summary>Call the system call setsid().</summary>
    [PyFunction("setsid")]
    private static Value CallSetsid(VmThread thread) => Done(thread, LinuxCalls.Result(LinuxCalls.setsid()));

    /// <summary>Kill a process group with a signal.</summary>
    [PyFunction("killpg", Signature = "pgid, signal, /")]
    private static Value CallKillpg(VmThread thread, int pgid, int signal) => Done(thread, LinuxCalls.Result(LinuxCalls.killpg(pgid, signal)));

    /// <summary>Set program scheduling priority.</summary>
    [PyFunction("setpriority", Signature = "which, who, priority")]
    private static Value CallSetpriority(VmThread thread, int which, int who, int priority) => Done(thread, LinuxCalls.Result(LinuxCalls.setpriority(which, who, priority)));

    /// <summary>Set the current process's user id.</summary>
    [PyFunction("setuid", Signature = "uid, /")]
    private static Value CallSetuid(VmThread thread, int uid) => Done(thread, LinuxCalls.Result(LinuxCalls.setuid(uid)));

    /// <summary>Set the current process's effective user id.</summary>
    [PyFunction("seteuid", Signature = "euid, /")]
    private static Value CallSeteuid(VmThread thread, int euid) => Done(thread, LinuxCalls.Result(LinuxCalls.seteuid(euid)));

    /// <summary>Set the current process's group id.</summary>
    [PyFunction("setgid", Signature = "gid, /")]
    private static Value CallSetgid(VmThread thread, int gid) => Done(thread, LinuxCalls.Result(LinuxCalls.setgid(gid)));

    /// <summary>Set the current process's effective group id.</summary>
    [PyFunction("setegid", Signature = "egid, /")]
    private static Value CallSetegid(VmThread thread, int egid) => Done(thread, LinuxCalls.Result(LinuxCalls.setegid(egid)));

    /// <summary>Set the current process's real and effective user ids.</summary>
    [PyFunction("setreuid", Signature = "ruid, euid, /")]
    private static Value CallSetreuid(VmThread thread, int ruid, int euid) => Done(thread, LinuxCalls.Result(LinuxCalls.setreuid(ruid, euid)));

    /// <summary>Set the current process's real and effective group ids.</summary>
    [PyFunction("setregid", Signature = "rgid, egid, /")]
    private static Value CallSetregid(VmThread thread, int rgid, int egid) => Done(thread, LinuxCalls.Result(LinuxCalls.setregid(rgid, egid)));

    /// <summary>Set the current process's real, effective, and saved user ids.</summary>
    [PyFunction("setresuid", Signature = "ruid, euid, suid, /")]
    private static Value CallSetresuid(VmThread thread, int ruid, int euid, int suid) => Done(thread, LinuxCalls.Result(LinuxCalls.setresuid(ruid, euid, suid)));

    /// <summary>Set the current process's real, effective, and saved group ids.</summary>
    [PyFunction("setresgid", Signature = "rgid, egid, sgid, /")]
    private static Value CallSetresgid(VmThread thread, int rgid, int egid, int sgid) => Done(thread, LinuxCalls.Result(LinuxCalls.setresgid(rgid, egid, sgid)));

    /// <summary>Voluntarily relinquish the CPU.</summary>
    [PyFunction("sched_yield")]
    private static Value CallSchedYield(VmThread thread) => Done(thread, LinuxCalls.Result(LinuxCalls.sched_yield()));

    /// <summary>Get the minimum scheduling priority for policy.</summary>
    [PyFunction("sched_get_priority_min", Signature = "policy")]
    private static Value CallSchedGetPriorityMin(VmThread thread, int policy) => Number(thread, LinuxCalls.Result(LinuxCalls.sched_get_priority_min(policy)));

    /// <summary>Get the maximum scheduling priority for policy.</summary>
    [PyFunction("sched_get_priority_max", Signature = "policy")]
    private static Value CallSchedGetPriorityMax(VmThread thread, int policy) => Number(thread, LinuxCalls.Result(LinuxCalls.sched_get_priority_max(policy)));

    /// <summary>Get the scheduling policy for the process identified by pid.</summary>
    [PyFunction("sched_getscheduler", Signature = "pid, /")]
    private static Value CallSchedGetscheduler(VmThread thread, int pid) => Number(thread, LinuxCalls.Result(LinuxCalls.sched_getscheduler(pid)));

    /// <summary>Return the process group associated with the terminal specified by fd.</summary>
    [PyFunction("tcgetpgrp", Signature = "fd, /")]
    private static Value CallTcgetpgrp(VmThread thread, int fd) => Number(thread, LinuxCalls.Result(LinuxCalls.tcgetpgrp(fd)));

    /// <summary>Set the process group associated with the terminal specified by fd.</summary>
    [PyFunction("tcsetpgrp", Signature = "fd, pgid, /")]
    private static Value CallTcsetpgrp(VmThread thread, int fd, int pgid) => Done(thread, LinuxCalls.Result(LinuxCalls.tcsetpgrp(fd, pgid)));

    /// <summary>Add increment to the priority of process and return the new priority.</summary>
    [PyFunction("nice", Signature = "increment, /")]
    private static Value Nice(VmThread thread, int increment)
    {
        var result = LinuxCalls.setpriority(0, 0, LinuxCalls.getpriority(0, 0) + increment);
        return result < 0 ? Done(thread, LinuxCalls.Result(result)) : Value.Int(LinuxCalls.getpriority(0, 0));
    }

    /// <summary>Return program scheduling priority.</summary>
    [PyFunction("getpriority", Signature = "which, who")]
    private static Value GetPriority(VmThread thread, int which, int who)
    {
        // -1 is a priority, too: only the error number tells.
        global::System.Runtime.InteropServices.Marshal.SetLastSystemError(0);
        var result = LinuxCalls.getpriority(which, who);
        var error = global::System.Runtime.InteropServices.Marshal.GetLastSystemError();
        return result == -1 && error != 0 ? Done(thread, -error) : Value.Int(result);
    }

    /// <summary>Return list of supplemental group IDs for the process.</summary>
    [PyFunction("getgroups")]
    private static Value GetGroups(VmThread thread)
    {
        var groups = new int[65536];
        var count = LinuxCalls.Result(LinuxCalls.getgroups(groups.Length, groups));
        return count < 0 ? Done(thread, count) : new PyList([.. groups.Take((int)count).Select(group => Value.Int((uint)group))]);
    }

    /// <summary>Return a tuple of the current process's real, effective, and saved user ids.</summary>
    [PyFunction("getresuid")]
    private static Value GetResUid(VmThread thread)
    {
        var result = LinuxCalls.Result(LinuxCalls.getresuid(out var real, out var effective, out var saved));
        return result < 0 ? Done(thread, result) : PyTuple.Of(Value.Int(real), Value.Int(effective), Value.Int(saved));
    }

    /// <summary>Return a tuple of the current process's real, effective, and saved group ids.</summary>
    [PyFunction("getresgid")]
    private static Value GetResGid(VmThread thread)
    {
        var result = LinuxCalls.Result(LinuxCalls.getresgid(out var real, out var effective, out var saved));
        return result < 0 ? Done(thread, result) : PyTuple.Of(Value.Int(real), Value.Int(effective), Value.Int(saved));
    }

    /// <summary>Return the affinity of the process identified by pid (or the current process if zero).</summary>
    [PyFunction("sched_getaffinity", Signature = "pid, /")]
    private static Value GetAffinity(VmThread thread, int pid)
    {
        var mask = new byte[1024];
        var result = LinuxCalls.Result(LinuxCalls.sched_getaffinity(pid, mask.Length, mask));
        if (result < 0)
            return Done(thread, result);
        var cpus = new PySet();
        for (var cpu = 0; cpu < mask.Length * 8; cpu++)
        {
            if ((mask[cpu / 8] >> (cpu % 8) & 1) != 0)
                cpus.Add(thread, Value.Int(cpu));
        }
        return cpus;
    }

    /// <summary>Set the CPU affinity of the process identified by pid to mask.</summary>
    [PyFunction("sched_setaffinity", Signature = "pid, mask, /")]
    private static Value SetAffinity(VmThread thread, int pid, Value mask)
    {
        if (Iteration.ToArray(thread, mask) is not { } cpus)
            return Value.Error;
        var bits = new byte[1024];
        foreach (var item in cpus)
        {
            if (!Conversions.TryIndex64(thread, item, out var cpu))
                return Value.Error;
            if (cpu < 0)
                return thread.ValueError("negative CPU number");
            if (cpu >= bits.Length * 8)
                return thread.OverflowError("CPU number too large");
            bits[cpu / 8] |= (byte)(1 << (int)(cpu % 8));
        }
        return Done(thread, LinuxCalls.Result(LinuxCalls.sched_setaffinity(pid, bits.Length, bits)));
    }

    /// <summary>Return average recent system load information.</summary>
    [PyFunction("getloadavg")]
    private static Value GetLoadAverage(VmThread thread)
    {
        var loads = new double[3];
        return LinuxCalls.getloadavg(loads, 3) == 3
            ? PyTuple.Of(Value.Float(loads[0]), Value.Float(loads[1]), Value.Float(loads[2]))
            : thread.Raise(ExceptionTypes.OSError, "Load averages are unobtainable");
    }

    /// <summary>Return the actual login name.</summary>
    [PyFunction("getlogin")]
    private static Value GetLogin(VmThread thread)
    {
        var name = new byte[256];
        var error = LinuxCalls.getlogin_r(name, name.Length);
        return error != 0 ? Done(thread, -error) : FileName(thread, name);
    }

    /// <summary>Return the name of the terminal device connected to 'fd'.</summary>
    [PyFunction("ttyname", Signature = "fd, /")]
    private static Value TtyName(VmThread thread, int fd)
    {
        var name = new byte[256];
        var error = LinuxCalls.ttyname_r(fd, name, name.Length);
        return error != 0 ? Done(thread, -error) : FileName(thread, name);
    }

    /// <summary>Return the name of the controlling terminal for this process.</summary>
    [PyFunction("ctermid")]
    private static Value ControllingTerminal() => Value.Str("/dev/tty");

    /// <summary>Execute an executable path with arguments, replacing current process.</summary>
    [PyFunction("execv", Signature = "path, argv, /")]
    private static Value ExecV(VmThread thread, Value path, Value argv) => Execute(thread, path, argv, Value.None, "execv");

    /// <summary>Execute an executable path with arguments, replacing current process.</summary>
    [PyFunction("execve", Signature = "path, argv, env")]
    private static Value ExecVE(VmThread thread, Value path, Value argv, Value env) => Execute(thread, path, argv, env, "execve");

    private static Value Execute(VmThread thread, Value path, Value argv, Value env, string function)
    {
        if (!PathArgument.TryRead(thread, path, function, out var file))
            return Value.Error;
        var place = function == "execv" ? "execv() arg 2" : $"{function}: argv";
        if (argv.Ref is not (PyList or PyTuple))
            return thread.TypeError($"{place} must be a tuple or list");
        if (Iteration.ToArray(thread, argv) is not { } arguments)
            return Value.Error;
        if (arguments.Length == 0)
            return thread.ValueError($"{place} must not be empty");
        var words = new List<string>();
        foreach (var argument in arguments)
        {
            if (!PathArgument.TryRead(thread, argument, function, out var word, "argument"))
                return Value.Error;
            words.Add(word.Text);
        }
        if (words[0].Length == 0)
            return thread.ValueError($"{place} first element cannot be empty");
        var settings = System(thread).Environment.Select(variable => $"{variable.Key}={variable.Value}").ToList();
        if (!env.IsNone && !TryReadEnvironment(thread, env, out settings))
            return Value.Error;
        return Done(thread, LinuxCalls.Result(LinuxCalls.execve(Terminated(thread, file.Text), Pointers(thread, words), Pointers(thread, settings))));
    }

    private static bool TryReadEnvironment(VmThread thread, Value env, out List<string> settings)
    {
        settings = [];
        var items = thread.CallMethod(env, ItemsName);
        if (items.IsError || Iteration.ToArray(thread, items) is not { } pairs)
            return false;
        foreach (var pair in pairs)
        {
            if (pair.Ref is not PyTuple { Items: [var key, var value] })
            {
                thread.TypeError("env.items() must give pairs");
                return false;
            }
            if (!PathArgument.TryRead(thread, key, "execve", out var name) || !PathArgument.TryRead(thread, value, "execve", out var text))
                return false;
            if (name.Text.Length == 0 || name.Text.IndexOf('=', 1) > 0)
            {
                thread.ValueError("illegal environment variable name");
                return false;
            }
            settings.Add($"{name.Text}={text.Text}");
        }
        return true;
    }

    private static readonly PyStr ItemsName = PyStr.Constant("items");

    // The process is replaced, or the call fails and the few bytes stay until the end.
    private static nint[] Pointers(VmThread thread, List<string> words)
    {
        var pointers = new nint[words.Count + 1];
        for (var i = 0; i < words.Count; i++)
        {
            var bytes = Terminated(thread, words[i]);
            pointers[i] = global::System.Runtime.InteropServices.Marshal.AllocHGlobal(bytes.Length);
            global::System.Runtime.InteropServices.Marshal.Copy(bytes, 0, pointers[i], bytes.Length);
        }
        return pointers;
    }

    private static byte[] Terminated(VmThread thread, string text) => [.. Bytes(thread, text).Span, 0];

    private static Value FileName(VmThread thread, byte[] terminated) =>
        Codecs.Decode(thread, Value.None, terminated.AsSpan(0, Array.IndexOf(terminated, (byte)0)), "utf-8", "surrogateescape") is { } text
            ? text : Value.Error;
}
