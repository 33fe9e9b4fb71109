// What the module subprocess is made of: a start, and a wait that ends in time. A descriptor stands for the child, so the wait
// is one call of the system, other threads run meanwhile, and who waits takes nothing from who asks for the status.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;
using PyCoro.Stdlib.Selecting;

namespace PyCoro.Stdlib.Processes;

/// <summary>Child processes, for the modules subprocess and asyncio.</summary>
[PyModule("_processes")]
internal static partial class ProcessesModule
{
    private const short Readable = 0x001;
    private const int NoSuchProcess = 3;
    private const int ByProcess = 1;
    private const int Ended = 0x4;
    private const int LeaveIt = 0x01000000;
    private const int DoNotWait = 0x1;
    private const long Pause = 5_000_000;

    /// <summary>Start a program as a child process; the id of the process.</summary>
    [PyFunction("start", Signature = "arguments, files, environment, folder, streams, keep, close_others, restore_signals, lead_session, process_group, user, group, extra_groups, umask")]
    private static Value Start(
        VmThread thread, Value arguments, Value files, Value environment, Value folder, PyTuple streams, Value keep, bool closeOthers,
        bool restoreSignals, bool leadSession, Value processGroup, Value user, Value group, Value extraGroups, Value umask) => new ChildStart
        {
            Arguments = arguments,
            Files = files,
            Environment = environment,
            Folder = folder,
            Streams = [.. streams.Items],
            Keep = keep,
            ClosesOthers = closeOthers,
            RestoresSignals = restoreSignals,
            LeadsSession = leadSession,
            ProcessGroup = processGroup,
            User = user,
            Group = group,
            ExtraGroups = extraGroups,
            FileMask = umask,
        }.Run(thread);

    /// <summary>Wait until a child has ended, without taking its status; tell whether it has. A timeout of None waits for ever.</summary>
    [PyFunction("wait_for_end", Signature = "pid, timeout=None")]
    private static Value WaitForEnd(VmThread thread, int pid, Value timeout)
    {
        if (!SelectModule.TryReadUntil(thread, timeout, negativeIsForever: false, out var until))
            return Value.Error;
        var descriptor = LinuxCalls.OpenProcess(pid, 0);
        if (descriptor < 0)
            return descriptor == -NoSuchProcess ? Value.True : WaitWithoutDescriptor(thread, pid, until);
        var goesOn = Blocking.TryPoll(thread, (int)descriptor, Readable, until, out var found);
        PosixModule.System(thread).Close((int)descriptor);
        return goesOn ? Value.Bool(found != 0) : Value.Error;
    }

    /// <summary>For systems that give no descriptors for processes: it is asked again and again, when there is a limit.</summary>
    private static Value WaitWithoutDescriptor(VmThread thread, int pid, long until)
    {
        var clock = thread.Interpreter.Options.Clock;
        while (true)
        {
            var information = new byte[LinuxCalls.SignalInformationSize];
            var options = Ended | LeaveIt | (until == Gil.Forever ? 0 : DoNotWait);
            if (!Blocking.TryCall(thread, () => LinuxCalls.Result(LinuxCalls.waitid(ByProcess, pid, information, options)), out var result))
                return Value.Error;
            // The number of the signal comes first; without one nothing has happened.
            if (result < 0 || BitConverter.ToInt32(information) != 0)
                return Value.True;
            var now = clock.MonotonicNanoseconds;
            if (now >= until)
                return Value.False;
            if (!Blocking.TryPoll(thread, [], System.Math.Min(until, now + Pause), out _))
                return Value.Error;
        }
    }}
