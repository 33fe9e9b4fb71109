// The tuples with named items that posix returns. Each interpreter has classes of its own.

using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

/// <summary>Classes of the results of posix functions.</summary>
internal sealed class PosixTypes
{
    private PyType? _terminalSize;
    private PyType? _times;
    private PyType? _uname;
    private PyType? _statVfs;
    private PyType? _waitId;

    internal PyType WaitId(VmThread thread) => _waitId ??= StructSequence.MakeType(
        thread.Interpreter, "posix", "waitid_result", "si_pid", "si_uid", "si_signo", "si_status", "si_code");

    internal PyType StatVfs(VmThread thread) => _statVfs ??= StructSequence.MakeType(
        thread.Interpreter, "os", "statvfs_result", "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail",
        "f_flag", "f_namemax");

    internal PyType TerminalSize(VmThread thread) =>
        _terminalSize ??= StructSequence.MakeType(thread.Interpreter, "os", "terminal_size", "columns", "lines");

    internal PyType Times(VmThread thread) => _times ??= StructSequence.MakeType(
        thread.Interpreter, "posix", "times_result", "user", "system", "children_user", "children_system", "elapsed");

    internal PyType Uname(VmThread thread) => _uname ??= StructSequence.MakeType(
        thread.Interpreter, "posix", "uname_result", "sysname", "nodename", "release", "version", "machine");
}

/// <summary>Makes the results of stat(): ten items, the last three in whole seconds, and more by name only.</summary>
internal sealed class StatResults
{
    private static readonly string[] Hidden =
        ["st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"];

    private static readonly PyStr[] HiddenNames = [.. Hidden.Select(PyStr.Constant)];

    private PyType? _type;

    internal PyType Type => _type!;

    internal static StatResults Of(VmThread thread)
    {
        var results = thread.Interpreter.State<StatResults>();
        if (results._type is not null)
            return results;
        results._type = StructSequence.MakeType(
            thread.Interpreter, "os", "stat_result", "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
            "st_atime", "st_mtime", "st_ctime");
        // By name the times are floats; whole seconds are at their places only.
        for (var i = 0; i < 3; i++)
            results._type.Dict.RemoveStr(HiddenNames[i]);
        return results;
    }

    internal Value Make(FileStatus status)
    {
        var result = (PyTuple)StructSequence.Make(
            Type, Value.Int(status.Mode), Value.Int((long)status.Inode), Value.Int((long)status.Device), Value.Int((long)status.Links),
            Value.Int(status.User), Value.Int(status.Group), Value.Int(status.Size),
            Value.Int(Seconds(status.Accessed)), Value.Int(Seconds(status.Modified)), Value.Int(Seconds(status.Changed))).Ref!;
        Value[] values =
        [
            Value.Float(status.Accessed / 1e9), Value.Float(status.Modified / 1e9), Value.Float(status.Changed / 1e9),
            Value.Int(status.Accessed), Value.Int(status.Modified), Value.Int(status.Changed),
            Value.Int(status.BlockSize), Value.Int(status.Blocks), Value.Int((long)status.RawDevice),
        ];
        for (var i = 0; i < values.Length; i++)
            InstanceAttributes.Set(result, HiddenNames[i], values[i]);
        return result;
    }

    private static long Seconds(long nanoseconds) => (long)Math.Floor(nanoseconds / 1e9);
}
