// What the library's subprocess asks of the interpreter: one function that starts a program. It never forks, see
// PosixSystem.Spawning.cs; so what must run in the child between fork and exec is refused by name.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

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
    private const int Count = 23;

    // What would have to happen in the child before the program starts.
    private static readonly (int Place, string Name)[] Refused = [(17, "group"), (18, "extra_groups"), (19, "user"), (21, "preexec_fn")];
    private const int Mask = 20;

    /// <summary>Start a program as a child process; the id of the process.</summary>
    [PyFunction("fork_exec", Signature = "*args")]
    private static Value ForkExec(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length != Count)
            return thread.TypeError($"fork_exec expected {Count} arguments, got {args.Length}");
        var numbers = new int[Count];
        foreach (var place in new[] { ChildReads, ChildWrites, ChildErrors, ErrorPipe, ProcessGroup, Mask })
        {
            if (!Conversions.TryIndex64(thread, args[place], out var number))
                return Value.Error;
            numbers[place] = (int)number;
        }
        var refused = numbers[Mask] >= 0 ? "umask" : null;
        foreach (var (place, option) in Refused)
        {
            if (!args[place].IsNone)
                refused = option;
        }
        if (refused is not null)
            return thread.Raise(ExceptionTypes.NotImplementedError, $"{refused} is not implemented: a .NET process cannot fork");
        if (Texts(thread, args[Arguments]) is not { } arguments || Texts(thread, args[Executables]) is not { } files || Numbers(thread, args[PassFds]) is not { } keep)
            return Value.Error;
        if (!Truth.TryTest(thread, args[CloseFds], out var closes) || !Truth.TryTest(thread, args[RestoreSignals], out var restores)
            || !Truth.TryTest(thread, args[NewSession], out var leads))
        {
            return Value.Error;
        }
        var (cwd, env) = (args[Folder], args[Environment]);
        List<byte[]>? environment = null;
        if (!env.IsNone && (environment = Texts(thread, env)) is null)
            return Value.Error;
        byte[]? folder = null;
        if (!cwd.IsNone)
        {
            if (!PathArgument.TryRead(thread, cwd, "fork_exec", out var path))
                return Value.Error;
            // posix_spawn does not tell whose error it reports; a folder that cannot be entered is the folder's.
            const int Search = 1;
            var entered = PosixModule.System(thread).Access(path.Text + "/.", Search);
            if (entered < 0)
                return SystemErrors.Raise(thread, (int)-entered, cwd);
            folder = Encoded(thread, cwd);
        }
        var result = PosixModule.System(thread).Spawn(new SpawnRequest
        {
            Executables = files,
            Arguments = arguments,
            Environment = environment,
            Folder = folder,
            Input = numbers[ChildReads],
            Output = numbers[ChildWrites],
            Errors = numbers[ChildErrors],
            Keep = keep.FindAll(descriptor => descriptor != numbers[ErrorPipe] && descriptor > 2),
            CloseOthers = closes,
            RestoreSignals = restores,
            NewSession = leads,
            ProcessGroup = numbers[ProcessGroup],
        });
        if (result >= 0)
            return Value.Int(result);
        var name = files.Count == 1 ? files[0] : arguments[0];
        return SystemErrors.Raise(thread, (int)-result, Codecs.Decode(thread, Value.None, name, "utf-8", "surrogateescape") is { } shown ? shown : Value.None);
    }

    private static byte[]? Encoded(VmThread thread, Value value) => PathArgument.TryRead(thread, value, "fork_exec", out var path)
        ? Codecs.Encode(thread, PyStr.Of(path.Text), "utf-8", "surrogateescape")
        : null;

    private static List<byte[]>? Texts(VmThread thread, Value values)
    {
        if (Iteration.ToArray(thread, values) is not { } items)
            return null;
        var result = new List<byte[]>(items.Length);
        foreach (var item in items)
        {
            if (Encoded(thread, item) is not { } text)
                return null;
            result.Add(text);
        }
        return result;
    }

    private static List<int>? Numbers(VmThread thread, Value values)
    {
        if (Iteration.ToArray(thread, values) is not { } items)
            return null;
        var result = new List<int>(items.Length);
        foreach (var item in items)
        {
            if (!Conversions.TryIndex64(thread, item, out var number))
                return null;
            result.Add((int)number);
        }
        return result;
    }
}
