// The function of CPython's by which libraries (multiprocessing, say) start a program. What must run in the child between fork
// and exec is refused by name.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Processes;

/// <summary>A POSIX helper for the subprocess module.</summary>
[PyModule("_posixsubprocess")]
internal static partial class PosixSubprocessModule
{
    // Places of the arguments; there are too many for parameters.
    private const int Arguments = 0;
    private const int Executables = 1;
    private const int CloseFds = 2;
    private const int PassFds = 3;
    private const int Folder = 4;
    private const int Environment = 5;
    private const int ChildReads = 6;
    private const int ChildWrites = 9;
    private const int ChildErrors = 11;
    private const int ErrorPipe = 13;
    private const int RestoreSignals = 14;
    private const int NewSession = 15;
    private const int ProcessGroup = 16;
    private const int Group = 17;
    private const int ExtraGroups = 18;
    private const int User = 19;
    private const int Mask = 20;
    private const int RunsBefore = 21;
    private const int Count = 23;

    /// <summary>Start a program as a child process; the id of the process.</summary>
    [PyFunction("fork_exec", Signature = "*args")]
    private static Value ForkExec(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length != Count)
            return thread.TypeError($"fork_exec expected {Count} arguments, got {args.Length}");
        if (!args[RunsBefore].IsNone)
            return thread.Raise(ExceptionTypes.NotImplementedError, "preexec_fn is not implemented: a .NET process cannot fork");
        if (!Conversions.TryIndex64(thread, args[ErrorPipe], out var errorPipe) || !Truth.TryTest(thread, args[CloseFds], out var closes)
            || !Truth.TryTest(thread, args[RestoreSignals], out var restores) || !Truth.TryTest(thread, args[NewSession], out var leads))
        {
            return Value.Error;
        }
        return new ChildStart
        {
            Arguments = args[Arguments],
            Files = args[Executables],
            Environment = args[Environment],
            Folder = args[Folder],
            Streams = [args[ChildReads], args[ChildWrites], args[ChildErrors]],
            Keep = args[PassFds],
            NotKept = (int)errorPipe,
            ClosesOthers = closes,
            RestoresSignals = restores,
            LeadsSession = leads,
            ProcessGroup = args[ProcessGroup],
            User = args[User],
            Group = args[Group],
            ExtraGroups = args[ExtraGroups],
            FileMask = args[Mask],
        }.Run(thread);
    }

    /// <summary>Start a program as the leader of a session whose controlling terminal is the named one; the id of the process.</summary>
    [PyFunction("_exec_on_terminal", Signature = "args, executables, terminal, /")]
    private static Value ExecOnTerminal(VmThread thread, Value args, Value executables, Value terminal) => new ChildStart
    {
        Arguments = args,
        Files = executables,
        Environment = Value.None,
        Folder = Value.None,
        Streams = [Value.Int(-1), Value.Int(-1), Value.Int(-1)],
        Terminal = terminal,
        Keep = PyTuple.Empty,
        ClosesOthers = true,
        RestoresSignals = true,
        LeadsSession = true,
        ProcessGroup = Value.Int(-1),
        User = Value.None,
        Group = Value.None,
        ExtraGroups = Value.None,
        FileMask = Value.Int(-1),
    }.Run(thread);
}
