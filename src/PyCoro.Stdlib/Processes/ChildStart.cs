// A child process as Python describes it: the values are read, what is wrong with them raises as CPython has it, and the
// system starts the program. It never forks, see PosixSystem.Spawning.cs.

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

/// <summary>What a child shall be, in Python's values.</summary>
internal sealed record ChildStart
{
    private const int OperationNotPermitted = 1;
    private const int FileNotFound = 2;
    private const int BadDescriptor = 9;
    private const int GetDescriptorFlags = 1;

    /// <summary>The program's arguments, its own name first.</summary>
    public required Value Arguments { get; init; }

    /// <summary>The files to try.</summary>
    public required Value Files { get; init; }

    /// <summary>Lines NAME=VALUE, or None.</summary>
    public required Value Environment { get; init; }

    /// <summary>The folder to start in, or None.</summary>
    public required Value Folder { get; init; }

    /// <summary>Descriptors that become 0, 1 and 2; -1 for those of this process.</summary>
    public required Value[] Streams { get; init; }

    /// <summary>The name of a terminal that becomes all three of them, or None.</summary>
    public Value Terminal { get; init; } = Value.None;

    /// <summary>Descriptors to keep, ascending.</summary>
    public required Value Keep { get; init; }

    /// <summary>Of these descriptors the child gets none, although they are in <see cref="Keep"/>.</summary>
    public int NotKept { get; init; } = -1;

    public required bool ClosesOthers { get; init; }

    public required bool RestoresSignals { get; init; }

    public required bool LeadsSession { get; init; }

    /// <summary>A number; -1 for that of this process.</summary>
    public required Value ProcessGroup { get; init; }

    /// <summary>An id, or None.</summary>
    public required Value User { get; init; }

    /// <summary>An id, or None.</summary>
    public required Value Group { get; init; }

    /// <summary>Ids, or None.</summary>
    public required Value ExtraGroups { get; init; }

    /// <summary>A mask; negative for that of this process.</summary>
    public required Value FileMask { get; init; }

    /// <summary>Starts it: its id.</summary>
    public Value Run(VmThread thread)
    {
        if (Numbers(thread, Keep) is not { } keep)
            return Value.Error;
        var streams = new int[Streams.Length];
        for (var i = 0; i < streams.Length; i++)
        {
            if (!TryInt(thread, Streams[i], out streams[i]))
                return Value.Error;
        }
        if (!TryInt(thread, ProcessGroup, out var processGroup) || !TryIdentity(thread, out var identity)
            || Texts(thread, Arguments) is not { } arguments || Texts(thread, Files) is not { } files)
        {
            return Value.Error;
        }
        List<byte[]>? environment = null;
        if (!Environment.IsNone && (environment = Texts(thread, Environment)) is null)
            return Value.Error;
        byte[]? folder = null;
        if (!Folder.IsNone && !TryFolder(thread, out folder))
            return Value.Error;
        byte[]? terminal = null;
        if (!Terminal.IsNone && (terminal = Encoded(thread, Terminal)) is null)
            return Value.Error;
        keep.RemoveAll(descriptor => descriptor == NotKept || descriptor <= 2);
        var system = PosixModule.System(thread);
        if (keep.Concat(streams.Where(stream => stream != -1)).Any(needed => system.Control(needed, GetDescriptorFlags, 0) < 0))
            return SystemErrors.Raise(thread, BadDescriptor);
        var result = system.Spawn(new SpawnRequest
        {
            Executables = files,
            Arguments = arguments,
            Environment = environment,
            Folder = folder,
            Input = streams[0],
            Output = streams[1],
            Errors = streams[2],
            Terminal = terminal,
            Keep = keep,
            CloseOthers = ClosesOthers,
            RestoreSignals = RestoresSignals,
            NewSession = LeadsSession,
            ProcessGroup = processGroup,
            Identity = identity,
        });
        if (result >= 0)
        {
            thread.Interpreter.Gil.HasStartedChild();
            return Value.Int(result);
        }
        // Starting a file is never "not permitted": it was the session, the group or the user.
        if (result == -OperationNotPermitted || files.Count == 0)
            return SystemErrors.Raise(thread, (int)-result);
        var name = files.Count == 1 ? files[0] : files[0].AsSpan(files[0].AsSpan().LastIndexOf((byte)'/') + 1);
        return SystemErrors.Raise(thread, (int)-result, Codecs.Decode(thread, Value.None, name, "utf-8", "surrogateescape") is { } shown ? shown : Value.None);
    }

    // posix_spawn does not tell whose error it reports; a folder that cannot be entered is the folder's.
    private bool TryFolder(VmThread thread, out byte[]? folder)
    {
        const int Search = 1;
        folder = null;
        if (!PathArgument.TryRead(thread, Folder, "fork_exec", out var path))
            return false;
        var entered = path.Text.Length == 0 ? -FileNotFound : PosixModule.System(thread).Access(path.Text + "/.", Search);
        if (entered < 0)
        {
            SystemErrors.Raise(thread, (int)-entered, Folder);
            return false;
        }
        folder = Encoded(thread, Folder);
        return folder is not null;
    }

    private bool TryIdentity(VmThread thread, out SpawnIdentity? identity)
    {
        identity = null;
        if (!TryInt(thread, FileMask, out var mask))
            return false;
        uint? user = null;
        uint? group = null;
        uint[]? extra = null;
        if (!ExtraGroups.IsNone && (extra = PosixModule.GroupIds(thread, ExtraGroups)) is null)
            return false;
        if (!Group.IsNone)
        {
            if (!PosixModule.TryId(thread, Group, "gid", out var id))
                return false;
            group = id;
        }
        if (!User.IsNone)
        {
            if (!PosixModule.TryId(thread, User, "uid", out var id))
                return false;
            user = id;
        }
        identity = new SpawnIdentity(user, group, extra, mask);
        return true;
    }

    private static bool TryInt(VmThread thread, Value value, out int number)
    {
        number = 0;
        if (!Conversions.TryIndex64(thread, value, out var wide))
            return false;
        number = (int)wide;
        if (number == wide)
            return true;
        thread.OverflowError(wide > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
        return false;
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
            if (!item.IsSmallInt || item.Bits is < 0 or > int.MaxValue || result.Count > 0 && item.Bits <= result[^1])
            {
                thread.ValueError("bad value(s) in fds_to_keep");
                return null;
            }
            result.Add((int)item.Bits);
        }
        return result;
    }
}
