// Everything a script can do to files, descriptors, processes and the environment goes through this one interface, in the
// terms of POSIX because Python's are: an embedder that wraps or replaces it decides what a script may touch. Failure is a
// negative error number, never an exception; what it means to Python is decided in one place (SystemErrors).

namespace PyCoro.Runtime.Hosting;

/// <summary>What stat(2) tells of a file. Times are nanoseconds since the epoch.</summary>
internal readonly record struct FileStatus(
    uint Mode, ulong Inode, ulong Device, ulong Links, uint User, uint Group, long Size,
    long Accessed, long Modified, long Changed, long BlockSize, long Blocks, ulong RawDevice);

/// <summary>An entry of a directory.</summary>
internal readonly record struct FileEntry(string Name, bool IsDirectory, bool IsLink);

/// <summary>A descriptor to wait for: struct pollfd of poll(2).</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)]
internal struct PollEntry
{
    public int Descriptor;
    public short Wanted;
    public short Found;
}

/// <summary>What a wait for descriptors depends on.</summary>
internal enum WaitedFor
{
    /// <summary>On nobody but this process, which has sent nothing that has not arrived.</summary>
    ThisProcess,

    /// <summary>On what this process has sent and the system has not delivered yet.</summary>
    UnderWay,

    /// <summary>On others: what they do takes real time.</summary>
    Others,
}

/// <summary>The operating system as scripts reach it (POSIX.1-2017, System Interfaces).</summary>
internal interface IOperatingSystem
{
    /// <summary>The folder that relative paths start from.</summary>
    string CurrentDirectory { get; }

    /// <summary>getpid().</summary>
    int ProcessId { get; }

    /// <summary>A copy of the environment.</summary>
    IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Sets a variable; null removes it.</summary>
    long SetVariable(string name, string? value);

    /// <summary>A descriptor. It waits for the other end of a named pipe.</summary>
    long Open(string path, int flags, int mode);

    /// <inheritdoc cref="Open"/>
    long Close(int descriptor);

    /// <summary>The number of bytes read; 0 at the end. A signal may end it, as it may end all that blocks.</summary>
    long Read(int descriptor, Span<byte> buffer);

    /// <summary>The number of bytes written.</summary>
    long Write(int descriptor, ReadOnlySpan<byte> bytes);

    /// <summary>The new position.</summary>
    long Seek(int descriptor, long offset, int whence);

    /// <summary>Sets the size of an open file.</summary>
    long Truncate(int descriptor, long size);

    /// <summary>fsync().</summary>
    long Synchronize(int descriptor);

    /// <summary>A new descriptor of the same file; <paramref name="wanted"/> when it is not negative.</summary>
    long Duplicate(int descriptor, int wanted);

    /// <summary>Two descriptors of a pipe.</summary>
    long Pipe(out int read, out int write);

    /// <summary>isatty().</summary>
    bool IsTerminal(int descriptor);

    /// <summary>stat() or lstat().</summary>
    long GetStatus(string path, bool followLinks, out FileStatus status);

    /// <summary>fstat().</summary>
    long GetStatus(int descriptor, out FileStatus status);

    /// <summary>The entries of a directory, without . and ..</summary>
    long List(string path, out List<FileEntry> entries);

    /// <summary>access().</summary>
    long Access(string path, int mode);

    /// <summary>mkdir().</summary>
    long MakeDirectory(string path, int mode);

    /// <summary>rmdir().</summary>
    long RemoveDirectory(string path);

    /// <summary>unlink().</summary>
    long RemoveFile(string path);

    /// <summary>rename().</summary>
    long Rename(string from, string to);

    /// <summary>link().</summary>
    long Link(string target, string path);

    /// <summary>symlink().</summary>
    long LinkSymbolically(string target, string path);

    /// <summary>readlink().</summary>
    long ReadLink(string path, out string target);

    /// <summary>chmod().</summary>
    long ChangeMode(string path, int mode);

    /// <summary>chown().</summary>
    long ChangeOwner(string path, int user, int group, bool followLinks);

    /// <summary>utimensat(), times in nanoseconds since the epoch.</summary>
    long SetTimes(string path, long accessed, long modified, bool followLinks);

    /// <summary>chdir().</summary>
    long ChangeDirectory(string path);

    /// <summary>The previous mask.</summary>
    long SetFileMask(int mask);

    /// <summary>kill().</summary>
    long Kill(int process, int signal);

    /// <summary>Tells of a signal, on any thread, in place of what the system does about it, until disposed; null when this
    /// signal cannot be handled.</summary>
    IDisposable? Listen(int signal, Action arrived);

    /// <summary>The system's name for the thread that asks.</summary>
    nint CurrentThread { get; }

    /// <summary>Ends the call of the system that a thread is in, with EINTR.</summary>
    void Interrupt(nint thread);

    /// <summary>Does what the system does about a signal that nobody handles: most end the process.</summary>
    void TakeDefaultAction(int signal);

    /// <summary>setitimer(), or getitimer() for a negative time; all times in microseconds.</summary>
    long SetTimer(int which, long microseconds, long interval, out long left, out long everyBefore);

    /// <summary>The wait status of a shell command.</summary>
    long RunShell(string command);

    /// <summary>Starts a child process; its id.</summary>
    long Spawn(SpawnRequest request);

    /// <summary>waitpid(): the id of the child that ended, 0 when none has and WNOHANG was among the options.</summary>
    long WaitFor(int process, int options, out int status);

    /// <summary>Does a child process run that Spawn has started?</summary>
    bool HasRunningChild { get; }

    /// <summary>Who can make descriptors ready that have nothing now.</summary>
    WaitedFor WhoEnds(IReadOnlyList<PollEntry> entries);

    /// <summary>fcntl() with a number.</summary>
    long Control(int descriptor, int command, long argument);

    /// <summary>poll(): how many entries have something; a negative time waits for ever.</summary>
    long Poll(Span<PollEntry> entries, int milliseconds);

    /// <summary>Sleeps less than a second; a signal may end it earlier.</summary>
    void Sleep(long nanoseconds);

    /// <summary>getppid, getuid, geteuid, getgid or getegid.</summary>
    long Identify(string function);

    /// <summary>Ends the process at once.</summary>
    void Exit(int status);
}
