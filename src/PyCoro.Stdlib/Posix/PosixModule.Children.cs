using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

// Functions about child processes: waiting for them, and the parts of a wait status (wait(2)).
internal static partial class PosixModule
{
    private const int StoppedMark = 0x7F;
    private const int ContinuedMark = 0xFFFF;
    private const int CoreMark = 0x80;

    /// <summary>Wait for completion of a given child process.</summary>
    [PyFunction("waitpid", Signature = "pid, options, /")]
    private static Value WaitPid(VmThread thread, int pid, int options)
    {
        var status = 0;
        if (!Blocking.TryCallAndHear(thread, () => System(thread).WaitFor(pid, options, out status), out var result))
            return Value.Error;
        return result < 0 ? Done(thread, result) : PyTuple.Of(Value.Int(result), Value.Int(status));
    }

    /// <summary>Wait for completion of a child process.</summary>
    [PyFunction("wait")]
    private static Value Wait(VmThread thread) => WaitPid(thread, -1, 0);

    /// <summary>Returns the result of waiting for a process or processes.</summary>
    [PyFunction("waitid", Signature = "idtype, id, options, /")]
    private static Value WaitId(VmThread thread, int kind, int id, int options)
    {
        var information = new byte[LinuxCalls.SignalInformationSize];
        if (!Blocking.TryCallAndHear(thread, () => LinuxCalls.Result(LinuxCalls.waitid(kind, id, information, options)), out var result))
            return Value.Error;
        if (result < 0)
            return Done(thread, result);
        // The parts of a siginfo_t of 64 bits: signal, error, code, and from 16 on process, user and status.
        Value Part(int offset) => Value.Int(BitConverter.ToInt32(information, offset));
        return Part(0).Bits == 0
            ? Value.None
            : StructSequence.Make(thread.Interpreter.State<PosixTypes>().WaitId(thread), Part(16), Part(20), Part(0), Part(24), Part(8));
    }

    /// <summary>Return a file descriptor referring to the process pid.
    ///
    /// The descriptor can be used to perform process management without races and signals.</summary>
    [PyFunction("pidfd_open", Signature = "pid, flags=0")]
    private static Value OpenProcess(VmThread thread, int pid, int flags = 0) => Number(thread, LinuxCalls.OpenProcess(pid, flags));

    /// <summary>Convert a wait status to an exit code.</summary>
    [PyFunction("waitstatus_to_exitcode", Signature = "status")]
    private static Value ExitCode(VmThread thread, int status)
    {
        if (IsExited(status))
            return Value.Int(ExitStatus(status));
        if (IsSignaled(status))
            return Value.Int(-TerminatingSignal(status));
        return thread.ValueError(IsStopped(status) ? $"process stopped by delivery of signal {ExitStatus(status)}" : $"invalid wait status: {status}");
    }

    /// <summary>Return True if the process returning status exited via the exit() system call.</summary>
    [PyFunction("WIFEXITED", Signature = "status")]
    private static bool IsExited(int status) => (status & StoppedMark) == 0;

    /// <summary>Return the process return code from status.</summary>
    [PyFunction("WEXITSTATUS", Signature = "status")]
    [PyFunction("WSTOPSIG", Signature = "status")]
    private static int ExitStatus(int status) => (status >> 8) & 0xFF;

    /// <summary>Return True if the process returning status was terminated by a signal.</summary>
    [PyFunction("WIFSIGNALED", Signature = "status")]
    private static bool IsSignaled(int status) => (status & StoppedMark) is > 0 and < StoppedMark;

    /// <summary>Return the signal that terminated the process that provided the status value.</summary>
    [PyFunction("WTERMSIG", Signature = "status")]
    private static int TerminatingSignal(int status) => status & StoppedMark;

    /// <summary>Return True if the process returning status was stopped.</summary>
    [PyFunction("WIFSTOPPED", Signature = "status")]
    private static bool IsStopped(int status) => (status & 0xFF) == StoppedMark;

    /// <summary>Return True if a particular process was continued from a job control stop.</summary>
    [PyFunction("WIFCONTINUED", Signature = "status")]
    private static bool IsContinued(int status) => status == ContinuedMark;

    /// <summary>Return True if the process returning status was dumped to a core file.</summary>
    [PyFunction("WCOREDUMP", Signature = "status, /")]
    private static bool IsCoreDumped(int status) => (status & CoreMark) != 0;
}
