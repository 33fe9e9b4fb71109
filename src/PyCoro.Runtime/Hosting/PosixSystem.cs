// The process's own system, by libc. .NET's file API hides what Python shows: error numbers, descriptors, inodes, links.
// statx(2) has one layout on every processor, unlike struct stat.

using System.Runtime.InteropServices;
using System.Text;

namespace PyCoro.Runtime.Hosting;

/// <summary>The system this process runs on.</summary>
internal sealed partial class PosixSystem : IOperatingSystem
{
    private const int CurrentFolder = -100;
    private const int DoNotFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const int CloseOnExec = 0x80000;
    private const int BasicFields = 0x7FF;
    private const int NotSupported = 95;

    public string CurrentDirectory => System.Environment.CurrentDirectory;

    public int ProcessId => System.Environment.ProcessId;

    // Not .NET's, which replaces bytes that are no UTF-8.
    public unsafe IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var all = new Dictionary<string, string>();
            for (var line = *EnvironmentLines(); line is not null && *line is not null; line++)
            {
                var entry = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(*line);
                var end = entry.IndexOf((byte)'=');
                // The first of two of the same name counts.
                if (end > 0)
                    all.TryAdd(Text(entry[..end]), Text(entry[(end + 1)..]));
            }
            return all;
        }
    }

    private static unsafe byte*** EnvironmentLines() => (byte***)NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "environ");

    public long SetVariable(string name, string? value)
    {
        System.Environment.SetEnvironmentVariable(name, value);
        return Check(value is null ? unsetenv(Bytes(name)) : setenv(Bytes(name), Bytes(value), 1));
    }

    public long Open(string path, int flags, int mode) => Check(open(Bytes(path), flags | CloseOnExec, mode));

    public long Close(int descriptor) => Check(close(descriptor));

    public unsafe long Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
            return Check(read(descriptor, start, (nuint)buffer.Length));
    }

    public unsafe long Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
            return Check(write(descriptor, start, (nuint)bytes.Length));
    }

    public long Seek(int descriptor, long offset, int whence) => Check(lseek(descriptor, offset, whence));

    public long Truncate(int descriptor, long size) => Check(ftruncate(descriptor, size));

    public long Synchronize(int descriptor) => Check(fsync(descriptor));

    public long Duplicate(int descriptor, int wanted) => Check(wanted < 0 ? dup(descriptor) : dup2(descriptor, wanted));

    public unsafe long Pipe(out int read, out int write)
    {
        var both = stackalloc int[2];
        var result = Check(pipe2(both, CloseOnExec));
        read = both[0];
        write = both[1];
        return result;
    }

    public bool IsTerminal(int descriptor) => isatty(descriptor) == 1;

    public long GetStatus(string path, bool followLinks, out FileStatus status) =>
        GetStatus(CurrentFolder, Bytes(path), followLinks ? 0 : DoNotFollow, out status);

    public long GetStatus(int descriptor, out FileStatus status) => GetStatus(descriptor, Bytes(""), EmptyPath, out status);

    public long List(string path, out List<FileEntry> entries)
    {
        entries = [];
        var probe = Open(path, 0x10000, 0);
        if (probe < 0)
            return probe;
        Close((int)probe);
        var options = new EnumerationOptions { AttributesToSkip = 0, ReturnSpecialDirectories = false, IgnoreInaccessible = false };
        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos("*", options))
        {
            var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
            entries.Add(new FileEntry(entry.Name, !isLink && entry is DirectoryInfo, isLink));
        }
        return 0;
    }

    public long Access(string path, int mode) => Check(access(Bytes(path), mode));

    public long MakeDirectory(string path, int mode) => Check(mkdir(Bytes(path), mode));

    public long RemoveDirectory(string path) => Check(rmdir(Bytes(path)));

    public long RemoveFile(string path) => Check(unlink(Bytes(path)));

    public long Rename(string from, string to) => Check(rename(Bytes(from), Bytes(to)));

    public long Link(string target, string path) => Check(link(Bytes(target), Bytes(path)));

    public long LinkSymbolically(string target, string path) => Check(symlink(Bytes(target), Bytes(path)));

    public unsafe long ReadLink(string path, out string target)
    {
        const int Longest = 4096;
        var buffer = stackalloc byte[Longest];
        var length = Check(readlink(Bytes(path), buffer, Longest));
        target = length < 0 ? "" : Encoding.UTF8.GetString(buffer, (int)length);
        return length;
    }

    public long ChangeMode(string path, int mode) => Check(chmod(Bytes(path), mode));

    public long ChangeOwner(string path, int user, int group, bool followLinks) =>
        Check(fchownat(CurrentFolder, Bytes(path), user, group, followLinks ? 0 : DoNotFollow));

    public unsafe long SetTimes(string path, long accessed, long modified, bool followLinks)
    {
        const long Second = 1_000_000_000;
        var times = stackalloc long[4];
        (times[0], times[1]) = (FloorDivide(accessed), accessed - FloorDivide(accessed) * Second);
        (times[2], times[3]) = (FloorDivide(modified), modified - FloorDivide(modified) * Second);
        return Check(utimensat(CurrentFolder, Bytes(path), times, followLinks ? 0 : DoNotFollow));

        static long FloorDivide(long value) => (value - (value % Second + Second) % Second) / Second;
    }

    public long ChangeDirectory(string path) => Check(chdir(Bytes(path)));

    public long SetFileMask(int mask) => umask(mask);

    public long Kill(int process, int signal) => Check(kill(process, signal));

    public long RunShell(string command) => Check(system(Bytes(command)));

    public long Identify(string function) => function switch
    {
        "getppid" => getppid(),
        "gettid" => gettid(),
        "getuid" => getuid(),
        "geteuid" => geteuid(),
        "getgid" => getgid(),
        "getegid" => getegid(),
        _ => -NotSupported,
    };

    public void Exit(int status) => _exit(status);

    // File names are bytes to the system; what is no UTF-8 in them Python shows as lone surrogates (PEP 383).
    private static byte[] Bytes(string text)
    {
        var result = new List<byte>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '\uDC80' and <= '\uDCFF')
            {
                result.Add((byte)(text[i] - 0xDC00));
                continue;
            }
            var size = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            result.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, size)));
            i += size - 1;
        }
        result.Add(0);
        return [.. result];
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var result = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                result.Append(rune.ToString());
            }
            else
            {
                result.Append((char)(0xDC00 + bytes[0]));
                length = 1;
            }
            bytes = bytes[length..];
        }
        return result.ToString();
    }

    private static long Check(long result) => result >= 0 ? result : -Marshal.GetLastSystemError();

    private static unsafe long GetStatus(int folder, byte[] path, int flags, out FileStatus status)
    {
        // struct statx, see statx(2).
        var raw = stackalloc byte[256];
        var result = Check(statx(folder, path, flags, BasicFields, raw));
        var ints = (uint*)raw;
        var longs = (ulong*)raw;
        long Time(int offset) => *(long*)(raw + offset) * 1_000_000_000 + *(uint*)(raw + offset + 8);
        static ulong Device(uint major, uint minor) =>
            (minor & 0xFFu) | ((major & 0xFFFul) << 8) | ((minor & ~0xFFul) << 12) | ((major & ~0xFFFul) << 32);
        status = new FileStatus(
            *(ushort*)(raw + 28), longs[4], Device(ints[34], ints[35]), ints[4], ints[5], ints[6], (long)longs[5],
            Time(64), Time(112), Time(96), ints[1], (long)longs[6], Device(ints[32], ints[33]));
        return result;
    }
}
