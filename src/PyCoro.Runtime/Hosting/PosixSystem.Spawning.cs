// Child processes by posix_spawn(3): a .NET process has threads of its own and so cannot fork.

using System.Runtime.InteropServices;

namespace PyCoro.Runtime.Hosting;

internal sealed partial class PosixSystem
{
    private const int FileNotFound = 2;
    private const int NotADirectory = 20;

    // Larger than the structures of any C library; they are opaque.
    private const int OpaqueSize = 1024;

    private const short SetProcessGroup = 0x02;
    private const short SetDefaultSignals = 0x04;
    private const short SetSignalMask = 0x08;
    private const short SetSession = 0x80;

    public long Spawn(SpawnRequest request)
    {
        var child = request.Identity is { IsGiven: true } identity ? SpawnAs(identity, request) : SpawnAsIs(request);
        if (child > 0)
        {
            lock (_children)
                _children.Add((int)child);
        }
        return child;
    }

    private static unsafe long SpawnAsIs(SpawnRequest request)
    {
        var actions = stackalloc byte[OpaqueSize];
        var attributes = stackalloc byte[OpaqueSize];
        posix_spawn_file_actions_init(actions);
        posix_spawnattr_init(attributes);
        var texts = new List<nint>();
        try
        {
            if (request.Folder is { } folder)
                posix_spawn_file_actions_addchdir_np(actions, folder);
            AddDescriptors(actions, request);
            AddAttributes(attributes, request);
            var arguments = Texts(request.Arguments, texts);
            var environment = request.Environment is { } lines
                ? Texts(lines, texts)
                : null;
            fixed (nint* argv = arguments)
            fixed (nint* given = environment)
            {
                var envp = environment is null ? *(nint**)EnvironmentLines() : given;
                // As execvp(3): the first error that says more than that there is no such file.
                var failure = 0;
                foreach (var executable in request.Executables)
                {
                    var error = posix_spawn(out var child, Terminated(executable), actions, attributes, argv, envp);
                    if (error == 0)
                        return child;
                    if (failure is 0 or FileNotFound or NotADirectory)
                        failure = error;
                }
                return -failure;
            }
        }
        finally
        {
            posix_spawn_file_actions_destroy(actions);
            posix_spawnattr_destroy(attributes);
            foreach (var text in texts)
                Marshal.FreeHGlobal(text);
        }
    }

    public long WaitFor(int process, int options, out int status)
    {
        status = 0;
        return Check(waitpid(process, out status, options));
    }

    public long Control(int descriptor, int command, long argument) => Check(fcntl(descriptor, command, argument));

    public unsafe long Poll(Span<PollEntry> entries, int milliseconds)
    {
        fixed (PollEntry* start = entries)
            return Check(poll(start, (nuint)entries.Length, milliseconds));
    }

    public unsafe void Sleep(long nanoseconds)
    {
        var time = stackalloc long[] { 0, nanoseconds };
        nanosleep(time, null);
    }

    private static unsafe void AddDescriptors(byte* actions, SpawnRequest request)
    {
        // A wanted descriptor may itself be 0, 1 or 2: such ones are moved out of the way before they are overwritten.
        Span<int> wanted = [request.Input, request.Output, request.Errors];
        const int Parked = 1000;
        for (var i = 0; i < 3; i++)
        {
            if (wanted[i] is >= 0 and < 3 && wanted[i] != i)
            {
                posix_spawn_file_actions_adddup2(actions, wanted[i], Parked + i);
                wanted[i] = Parked + i;
            }
        }
        for (var i = 0; i < 3; i++)
        {
            if (wanted[i] >= 0)
                posix_spawn_file_actions_adddup2(actions, wanted[i], i);
            if (wanted[i] >= Parked)
                posix_spawn_file_actions_addclose(actions, wanted[i]);
        }
        if (request.Terminal is { } terminal)
        {
            const int ReadAndWrite = 2;
            posix_spawn_file_actions_addopen(actions, 0, Terminated(terminal), ReadAndWrite, 0);
            posix_spawn_file_actions_adddup2(actions, 0, 1);
            posix_spawn_file_actions_adddup2(actions, 0, 2);
        }
        foreach (var descriptor in request.Keep)
            posix_spawn_file_actions_adddup2(actions, descriptor, descriptor);
        if (!request.CloseOthers)
            return;
        foreach (var file in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(file), out var open) && open > 2 && !request.Keep.Contains(open))
                posix_spawn_file_actions_addclose(actions, open);
        }
    }

    private static unsafe void AddAttributes(byte* attributes, SpawnRequest request)
    {
        // A set of signals is at most 128 bytes; none is blocked in the child.
        const int SetSize = 128;
        var none = stackalloc byte[SetSize];
        new Span<byte>(none, SetSize).Clear();
        var flags = SetSignalMask;
        posix_spawnattr_setsigmask(attributes, none);
        if (request.RestoreSignals)
        {
            // The ones CPython restores: SIGPIPE (13) and SIGXFSZ (25).
            var restored = stackalloc byte[SetSize];
            new Span<byte>(restored, SetSize).Clear();
            *(ulong*)restored = 1ul << (13 - 1) | 1ul << (25 - 1);
            posix_spawnattr_setsigdefault(attributes, restored);
            flags |= SetDefaultSignals;
        }
        if (request.NewSession)
            flags |= SetSession;
        if (request.ProcessGroup >= 0)
        {
            posix_spawnattr_setpgroup(attributes, request.ProcessGroup);
            flags |= SetProcessGroup;
        }
        posix_spawnattr_setflags(attributes, flags);
    }

    // A list of C strings with a null at its end.
    private static nint[] Texts(IReadOnlyList<byte[]> texts, List<nint> allocated)
    {
        var result = new nint[texts.Count + 1];
        for (var i = 0; i < texts.Count; i++)
        {
            var bytes = Terminated(texts[i]);
            result[i] = Marshal.AllocHGlobal(bytes.Length);
            Marshal.Copy(bytes, 0, result[i], bytes.Length);
            allocated.Add(result[i]);
        }
        return result;
    }

    private static byte[] Terminated(byte[] text) => [.. text, 0];

    [DllImport(Libc)]
    private static extern unsafe int posix_spawn(out int child, byte[] path, byte* actions, byte* attributes, nint* argv, nint* envp);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawn_file_actions_init(byte* actions);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawn_file_actions_destroy(byte* actions);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawn_file_actions_adddup2(byte* actions, int descriptor, int wanted);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawn_file_actions_addopen(byte* actions, int descriptor, byte[] path, int flags, uint mode);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawn_file_actions_addclose(byte* actions, int descriptor);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawn_file_actions_addchdir_np(byte* actions, byte[] path);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawnattr_init(byte* attributes);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawnattr_destroy(byte* attributes);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawnattr_setflags(byte* attributes, short flags);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawnattr_setsigmask(byte* attributes, byte* signals);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawnattr_setsigdefault(byte* attributes, byte* signals);

    [DllImport(Libc)]
    private static extern unsafe int posix_spawnattr_setpgroup(byte* attributes, int group);

    [DllImport(Libc)]
    private static extern int waitpid(int process, out int status, int options);

    [DllImport(Libc)]
    private static extern int fcntl(int descriptor, int command, long argument);

    [DllImport(Libc)]
    private static extern unsafe int nanosleep(long* time, long* left);

    [DllImport(Libc)]
    private static extern unsafe int poll(PollEntry* entries, nuint count, int milliseconds);
}
