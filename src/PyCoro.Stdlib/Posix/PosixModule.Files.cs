using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

// Functions that take paths.
internal static partial class PosixModule
{
    /// <summary>Perform a stat system call on the given path.</summary>
    [PyFunction("stat", Signature = "path, *, dir_fd=None, follow_symlinks=True")]
    private static Value Stat(VmThread thread, Value path, Value dirFd, bool followSymlinks = true)
    {
        if (!PathArgument.TryRead(thread, path, "stat", out var file, descriptors: true) || !NoDirectory(thread, dirFd, "stat"))
            return Value.Error;
        var result = file.Descriptor >= 0
            ? System(thread).GetStatus(file.Descriptor, out var status)
            : System(thread).GetStatus(file.Text, followSymlinks, out status);
        return result < 0 ? Done(thread, result, file) : StatResults.Of(thread).Make(status);
    }

    /// <summary>Perform a stat system call on the given path, without following symbolic links.</summary>
    [PyFunction("lstat", Signature = "path, *, dir_fd=None")]
    private static Value LStat(VmThread thread, Value path, Value dirFd)
    {
        if (!PathArgument.TryRead(thread, path, "lstat", out var file) || !NoDirectory(thread, dirFd, "lstat"))
            return Value.Error;
        var result = System(thread).GetStatus(file.Text, false, out var status);
        return result < 0 ? Done(thread, result, file) : StatResults.Of(thread).Make(status);
    }

    /// <summary>Use the real uid/gid to test for access to a path.</summary>
    [PyFunction("access", Signature = "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True")]
    private static Value Access(VmThread thread, Value path, int mode, Value dirFd, Value effectiveIds, Value followSymlinks) =>
        PathArgument.TryRead(thread, path, "access", out var file) && NoDirectory(thread, dirFd, "access")
            ? Value.Bool(System(thread).Access(file.Text, mode) >= 0)
            : Value.Error;

    /// <summary>Return a list containing the names of the files in the directory.</summary>
    [PyFunction("listdir", Signature = "path=None")]
    private static Value ListDir(VmThread thread, Value path)
    {
        if (!PathArgument.TryRead(thread, path, "listdir", out var folder, descriptors: true, none: true))
            return Value.Error;
        if (folder.Descriptor >= 0)
            folder = folder with { Text = $"/proc/self/fd/{folder.Descriptor}" };
        var result = System(thread).List(folder.Text, out var entries);
        if (result < 0)
            return folder.Original.IsNone ? SystemErrors.Raise(thread, (int)-result, Value.Str(".")) : Done(thread, result, folder);
        var names = new PyList();
        foreach (var entry in entries)
            names.Append(folder.Like(thread, entry.Name));
        return names;
    }

    /// <summary>Return an iterator of DirEntry objects for given path.</summary>
    [PyFunction("scandir", Signature = "path=None")]
    private static Value ScanDir(VmThread thread, Value path)
    {
        if (!PathArgument.TryRead(thread, path, "scandir", out var folder, none: true))
            return Value.Error;
        var result = System(thread).List(folder.Text, out var entries);
        return result < 0 ? Done(thread, result, folder) : new PyScandirIterator(folder, entries);
    }

    /// <summary>Create a directory.</summary>
    [PyFunction("mkdir", Signature = "path, mode=511, *, dir_fd=None")]
    private static Value MakeDirectory(VmThread thread, Value path, int mode, Value dirFd) =>
        PathArgument.TryRead(thread, path, "mkdir", out var file) && NoDirectory(thread, dirFd, "mkdir")
            ? Done(thread, System(thread).MakeDirectory(file.Text, mode), file)
            : Value.Error;

    /// <summary>Remove a directory.</summary>
    [PyFunction("rmdir", Signature = "path, *, dir_fd=None")]
    private static Value RemoveDirectory(VmThread thread, Value path, Value dirFd) =>
        PathArgument.TryRead(thread, path, "rmdir", out var file) && NoDirectory(thread, dirFd, "rmdir")
            ? Done(thread, System(thread).RemoveDirectory(file.Text), file)
            : Value.Error;

    /// <summary>Remove a file (same as unlink()).</summary>
    [PyFunction("remove", Signature = "path, *, dir_fd=None")]
    private static Value Remove(VmThread thread, Value path, Value dirFd) =>
        PathArgument.TryRead(thread, path, "remove", out var file) && NoDirectory(thread, dirFd, "remove")
            ? Done(thread, System(thread).RemoveFile(file.Text), file)
            : Value.Error;

    /// <summary>Remove a file (same as remove()).</summary>
    [PyFunction("unlink", Signature = "path, *, dir_fd=None")]
    private static Value Unlink(VmThread thread, Value path, Value dirFd) =>
        PathArgument.TryRead(thread, path, "unlink", out var file) && NoDirectory(thread, dirFd, "unlink")
            ? Done(thread, System(thread).RemoveFile(file.Text), file)
            : Value.Error;

    /// <summary>Rename a file or directory.</summary>
    [PyFunction("rename", Signature = "src, dst, *, src_dir_fd=None, dst_dir_fd=None")]
    private static Value Rename(VmThread thread, Value src, Value dst, Value srcDirFd, Value dstDirFd) =>
        Pair(thread, "rename", src, dst, static (system, from, to) => system.Rename(from, to));

    /// <summary>Rename a file or directory, overwriting the destination.</summary>
    [PyFunction("replace", Signature = "src, dst, *, src_dir_fd=None, dst_dir_fd=None")]
    private static Value Replace(VmThread thread, Value src, Value dst, Value srcDirFd, Value dstDirFd) =>
        Pair(thread, "replace", src, dst, static (system, from, to) => system.Rename(from, to));

    /// <summary>Create a hard link to a file.</summary>
    [PyFunction("link", Signature = "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True")]
    private static Value Link(VmThread thread, Value src, Value dst, Value srcDirFd, Value dstDirFd, Value followSymlinks) =>
        Pair(thread, "link", src, dst, static (system, target, path) => system.Link(target, path));

    /// <summary>Create a symbolic link pointing to src named dst.</summary>
    [PyFunction("symlink", Signature = "src, dst, target_is_directory=False, *, dir_fd=None")]
    private static Value SymLink(VmThread thread, Value src, Value dst, Value targetIsDirectory, Value dirFd) =>
        Pair(thread, "symlink", src, dst, static (system, target, path) => system.LinkSymbolically(target, path));

    /// <summary>Return a string representing the path to which the symbolic link points.</summary>
    [PyFunction("readlink", Signature = "path, *, dir_fd=None")]
    private static Value ReadLink(VmThread thread, Value path, Value dirFd)
    {
        if (!PathArgument.TryRead(thread, path, "readlink", out var file) || !NoDirectory(thread, dirFd, "readlink"))
            return Value.Error;
        var result = System(thread).ReadLink(file.Text, out var target);
        return result < 0 ? Done(thread, result, file) : file.Like(thread, target);
    }

    /// <summary>Change the access permissions of a file.</summary>
    [PyFunction("chmod", Signature = "path, mode, *, dir_fd=None, follow_symlinks=True")]
    private static Value ChMod(VmThread thread, Value path, int mode, Value dirFd, Value followSymlinks) =>
        PathArgument.TryRead(thread, path, "chmod", out var file) && NoDirectory(thread, dirFd, "chmod")
            ? Done(thread, System(thread).ChangeMode(file.Text, mode), file)
            : Value.Error;

    /// <summary>Change the owner and group id of path to the numeric uid and gid.</summary>
    [PyFunction("chown", Signature = "path, uid, gid, *, dir_fd=None, follow_symlinks=True")]
    private static Value ChOwn(VmThread thread, Value path, int uid, int gid, Value dirFd, bool followSymlinks = true) =>
        PathArgument.TryRead(thread, path, "chown", out var file) && NoDirectory(thread, dirFd, "chown")
            ? Done(thread, System(thread).ChangeOwner(file.Text, uid, gid, followSymlinks), file)
            : Value.Error;

    /// <summary>Change the owner and group id of path, without following symbolic links.</summary>
    [PyFunction("lchown", Signature = "path, uid, gid")]
    private static Value LChOwn(VmThread thread, Value path, int uid, int gid) =>
        PathArgument.TryRead(thread, path, "lchown", out var file)
            ? Done(thread, System(thread).ChangeOwner(file.Text, uid, gid, false), file)
            : Value.Error;

    /// <summary>Set the access and modified time of path.</summary>
    [PyFunction("utime", Signature = "path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True")]
    private static Value UTime(VmThread thread, Value path, Value times, Value ns, Value dirFd, bool followSymlinks = true)
    {
        if (!PathArgument.TryRead(thread, path, "utime", out var file) || !NoDirectory(thread, dirFd, "utime"))
            return Value.Error;
        var hasTimes = !times.IsUnbound && !times.IsNone;
        if (hasTimes && !ns.IsUnbound && !ns.IsNone)
            return thread.ValueError("utime: you may specify either 'times' or 'ns' but not both");
        long accessed, modified;
        if (hasTimes)
        {
            if (times.Ref is not PyTuple { Items: [var first, var second] })
                return thread.TypeError("utime: 'times' must be either a tuple of two ints or None");
            if (!Conversions.TryDouble(thread, first, out var atime) || !Conversions.TryDouble(thread, second, out var mtime))
                return Value.Error;
            (accessed, modified) = (Nanoseconds(first, atime), Nanoseconds(second, mtime));
        }
        else if (!ns.IsUnbound && !ns.IsNone)
        {
            if (ns.Ref is not PyTuple { Items: [var first, var second] })
                return thread.TypeError("utime: 'ns' must be a tuple of two ints");
            if (!Conversions.TryIndex64(thread, first, out accessed) || !Conversions.TryIndex64(thread, second, out modified))
                return Value.Error;
        }
        else
        {
            accessed = modified = (thread.Interpreter.Options.Clock.ReadUtc().Ticks - DateTime.UnixEpoch.Ticks) * 100;
        }
        return Done(thread, System(thread).SetTimes(file.Text, accessed, modified, followSymlinks), file);
    }

    /// <summary>Change the current working directory to the specified path.</summary>
    [PyFunction("chdir", Signature = "path")]
    private static Value ChDir(VmThread thread, Value path) =>
        PathArgument.TryRead(thread, path, "chdir", out var file)
            ? Done(thread, System(thread).ChangeDirectory(file.Text), file)
            : Value.Error;

    /// <summary>Return a unicode string representing the current working directory.</summary>
    [PyFunction("getcwd")]
    private static string GetCwd(VmThread thread) => System(thread).CurrentDirectory;

    /// <summary>Return a bytes string representing the current working directory.</summary>
    [PyFunction("getcwdb")]
    private static Value GetCwdBytes(VmThread thread) => Bytes(thread, System(thread).CurrentDirectory);

    /// <summary>Set the current numeric umask and return the previous umask.</summary>
    [PyFunction("umask", Signature = "mask, /")]
    private static Value UMask(VmThread thread, int mask) => Number(thread, System(thread).SetFileMask(mask));

    /// <summary>Truncate a file, specified by path, to a specific length.</summary>
    [PyFunction("truncate", Signature = "path, length")]
    private static Value Truncate(VmThread thread, Value path, long length)
    {
        if (!PathArgument.TryRead(thread, path, "truncate", out var file, descriptors: true))
            return Value.Error;
        if (file.Descriptor >= 0)
            return Done(thread, System(thread).Truncate(file.Descriptor, length));
        var descriptor = System(thread).Open(file.Text, PosixConstants.WriteOnly, 0);
        if (descriptor < 0)
            return Done(thread, descriptor, file);
        var result = System(thread).Truncate((int)descriptor, length);
        System(thread).Close((int)descriptor);
        return Done(thread, result, file);
    }

    private static long Nanoseconds(Value value, double seconds) =>
        value.TryGetInt64(out var whole) ? whole * 1_000_000_000 : (long)Math.Floor(seconds * 1e9);

    private static Value Pair(VmThread thread, string function, Value src, Value dst, Func<IOperatingSystem, string, string, long> call)
    {
        if (!PathArgument.TryRead(thread, src, function, out var from, "src") || !PathArgument.TryRead(thread, dst, function, out var to, "dst"))
            return Value.Error;
        var result = call(System(thread), from.Text, to.Text);
        return result >= 0 ? Value.None : SystemErrors.Raise(thread, (int)-result, from.Original, to.Original);
    }
}
