// Special files, file systems, extended attributes, and the limits of the system.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

internal static partial class PosixModule
{
    /// <summary>Extracts a device major number from a raw device number.</summary>
    [PyFunction("major", Signature = "device, /")]
    private static long Major(long device) => (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFFL);

    /// <summary>Extracts a device minor number from a raw device number.</summary>
    [PyFunction("minor", Signature = "device, /")]
    private static long Minor(long device) => (device & 0xFF) | (device >> 12 & ~0xFFL & 0xFFFFFFFF);

    /// <summary>Composes a raw device number from the major and minor device numbers.</summary>
    [PyFunction("makedev", Signature = "major, minor, /")]
    private static long MakeDevice(long major, long minor) =>
        (minor & 0xFF) | (major & 0xFFF) << 8 | (minor & ~0xFFL) << 12 | (major & ~0xFFFL) << 32;

    /// <summary>Create a "fifo" (a POSIX named pipe).</summary>
    [PyFunction("mkfifo", Signature = "path, mode=438, *, dir_fd=None")]
    private static Value MkFifo(VmThread thread, Value path, int mode, Value dirFd) =>
        PathArgument.TryRead(thread, path, "mkfifo", out var file) && NoDirectory(thread, dirFd, "mkfifo")
            ? Done(thread, LinuxCalls.Result(LinuxCalls.mkfifo(Terminated(thread, file.Text), mode)), file)
            : Value.Error;

    /// <summary>Create a node in the file system.</summary>
    [PyFunction("mknod", Signature = "path, mode=384, device=0, *, dir_fd=None")]
    private static Value MkNod(VmThread thread, Value path, int mode, long device, Value dirFd) =>
        PathArgument.TryRead(thread, path, "mknod", out var file) && NoDirectory(thread, dirFd, "mknod")
            ? Done(thread, LinuxCalls.Result(LinuxCalls.mknod(Terminated(thread, file.Text), mode, (ulong)device)), file)
            : Value.Error;

    /// <summary>Change root directory to path.</summary>
    [PyFunction("chroot", Signature = "path")]
    private static Value ChRoot(VmThread thread, Value path) => PathArgument.TryRead(thread, path, "chroot", out var file)
        ? Done(thread, LinuxCalls.Result(LinuxCalls.chroot(Terminated(thread, file.Text))), file)
        : Value.Error;

    /// <summary>Perform a statvfs system call on the given path.</summary>
    [PyFunction("statvfs", Signature = "path")]
    private static Value StatVfs(VmThread thread, Value path)
    {
        if (!PathArgument.TryRead(thread, path, "statvfs", out var file, descriptors: true))
            return Value.Error;
        // struct statvfs of 64 bit Linux: eleven long numbers, then room for later ones.
        var raw = new long[32];
        var result = LinuxCalls.Result(file.Descriptor >= 0 ? LinuxCalls.fstatvfs(file.Descriptor, raw) : LinuxCalls.statvfs(Terminated(thread, file.Text), raw));
        if (result < 0)
            return Done(thread, result, file);
        var type = thread.Interpreter.State<PosixTypes>().StatVfs(thread);
        var answer = (PyTuple)StructSequence.Make(type, [.. new[] { 0, 1, 2, 3, 4, 5, 6, 7, 9, 10 }.Select(place => Value.Int(raw[place]))]).Ref!;
        InstanceAttributes.Set(answer, PyStr.Constant("f_fsid"), Value.Int(raw[8]));
        return answer;
    }

    /// <summary>Perform an fstatvfs system call on the given fd.</summary>
    [PyFunction("fstatvfs", Signature = "fd, /")]
    private static Value FStatVfs(VmThread thread, int fd) => StatVfs(thread, Value.Int(fd));

    /// <summary>Return the value of extended attribute attribute on path.</summary>
    [PyFunction("getxattr", Signature = "path, attribute, *, follow_symlinks=True")]
    private static Value GetXAttr(VmThread thread, Value path, Value attribute, bool followSymlinks = true)
    {
        if (!TryReadAttribute(thread, path, attribute, "getxattr", out var file, out var name))
            return Value.Error;
        var value = new byte[65536];
        var size = LinuxCalls.Result(followSymlinks
            ? LinuxCalls.getxattr(Place(thread, file), name, value, value.Length) : LinuxCalls.lgetxattr(Place(thread, file), name, value, value.Length));
        return size < 0 ? Done(thread, size, file) : new PyBytes(value[..(int)size]);
    }

    /// <summary>Set extended attribute attribute on path to value.</summary>
    [PyFunction("setxattr", Signature = "path, attribute, value, flags=0, *, follow_symlinks=True")]
    private static Value SetXAttr(VmThread thread, Value path, Value attribute, Value value, int flags = 0, bool followSymlinks = true)
    {
        if (!TryReadAttribute(thread, path, attribute, "setxattr", out var file, out var name) || !Buffers.Require(thread, value, out var bytes))
            return Value.Error;
        return Done(
            thread,
            LinuxCalls.Result(followSymlinks
                ? LinuxCalls.setxattr(Place(thread, file), name, bytes.ToArray(), bytes.Length, flags)
                : LinuxCalls.lsetxattr(Place(thread, file), name, bytes.ToArray(), bytes.Length, flags)),
            file);
    }

    /// <summary>Remove extended attribute attribute on path.</summary>
    [PyFunction("removexattr", Signature = "path, attribute, *, follow_symlinks=True")]
    private static Value RemoveXAttr(VmThread thread, Value path, Value attribute, bool followSymlinks = true) =>
        !TryReadAttribute(thread, path, attribute, "removexattr", out var file, out var name) ? Value.Error
        : Done(
            thread,
            LinuxCalls.Result(followSymlinks ? LinuxCalls.removexattr(Place(thread, file), name) : LinuxCalls.lremovexattr(Place(thread, file), name)),
            file);

    /// <summary>Return a list of extended attributes on path.</summary>
    [PyFunction("listxattr", Signature = "path=None, *, follow_symlinks=True")]
    private static Value ListXAttr(VmThread thread, Value path, bool followSymlinks = true)
    {
        if (!PathArgument.TryRead(thread, path, "listxattr", out var file, descriptors: true, none: true))
            return Value.Error;
        var names = new byte[65536];
        var size = LinuxCalls.Result(followSymlinks
            ? LinuxCalls.listxattr(Place(thread, file), names, names.Length) : LinuxCalls.llistxattr(Place(thread, file), names, names.Length));
        if (size < 0)
            return Done(thread, size, file);
        var found = new PyList();
        for (var start = 0; start < size; start = Array.IndexOf(names, (byte)0, start) + 1)
            found.Append(FileName(thread, names[start..]));
        return found;
    }

    /// <summary>Return an integer-valued system configuration variable.</summary>
    [PyFunction("sysconf", Signature = "name, /")]
    private static Value SysConf(VmThread thread, Value name)
    {
        if (!TryLimit(thread, name, SystemLimitNames.OfSystem, out var number))
            return Value.Error;
        global::System.Runtime.InteropServices.Marshal.SetLastSystemError(0);
        return Limit(thread, LinuxCalls.sysconf(number));
    }

    /// <summary>Return a string-valued system configuration variable.</summary>
    [PyFunction("confstr", Signature = "name, /")]
    private static Value ConfStr(VmThread thread, Value name)
    {
        if (!TryLimit(thread, name, SystemLimitNames.OfTexts, out var number))
            return Value.Error;
        global::System.Runtime.InteropServices.Marshal.SetLastSystemError(0);
        var text = new byte[4096];
        var size = LinuxCalls.confstr(number, text, text.Length);
        var error = global::System.Runtime.InteropServices.Marshal.GetLastSystemError();
        return size == 0 ? error == 0 ? Value.None : Done(thread, -error) : FileName(thread, text);
    }

    /// <summary>Return the configuration limit name for the file or directory path.</summary>
    [PyFunction("pathconf", Signature = "path, name")]
    private static Value PathConf(VmThread thread, Value path, Value name)
    {
        if (!PathArgument.TryRead(thread, path, "pathconf", out var file, descriptors: true) || !TryLimit(thread, name, SystemLimitNames.OfPaths, out var number))
            return Value.Error;
        global::System.Runtime.InteropServices.Marshal.SetLastSystemError(0);
        return Limit(
            thread, file.Descriptor >= 0 ? LinuxCalls.fpathconf(file.Descriptor, number) : LinuxCalls.pathconf(Terminated(thread, file.Text), number), file);
    }

    /// <summary>Return the configuration limit name for the file descriptor fd.</summary>
    [PyFunction("fpathconf", Signature = "fd, name, /")]
    private static Value FPathConf(VmThread thread, int fd, Value name) => PathConf(thread, Value.Int(fd), name);

    private static Value Limit(VmThread thread, long limit, PathArgument? file = null)
    {
        // -1 without an error number: there is no limit.
        var error = global::System.Runtime.InteropServices.Marshal.GetLastSystemError();
        return limit == -1 && error != 0 ? Done(thread, -error, file) : Value.Int(limit);
    }

    private static bool TryLimit(VmThread thread, Value name, (string Name, int Number)[] names, out int number)
    {
        number = 0;
        if (name.TryGetInt64(out var given) && !name.IsFloat)
        {
            number = (int)given;
            return true;
        }
        if (name.Ref is not PyStr text)
        {
            thread.TypeError("configuration names must be strings or integers");
            return false;
        }
        foreach (var (known, itsNumber) in names)
        {
            if (known != text.Text)
                continue;
            number = itsNumber;
            return true;
        }
        thread.ValueError("unrecognized configuration name");
        return false;
    }

    private static PyDict NamesOf((string Name, int Number)[] names)
    {
        var all = new PyDict();
        foreach (var (name, number) in names)
            all.SetStr(PyStr.Of(name), Value.Int(number));
        return all;
    }

    private static bool TryReadAttribute(VmThread thread, Value path, Value attribute, string function, out PathArgument file, out byte[] name)
    {
        name = [];
        if (!PathArgument.TryRead(thread, path, function, out file, descriptors: true)
            || !PathArgument.TryRead(thread, attribute, function, out var text, "attribute"))
            return false;
        name = Terminated(thread, text.Text);
        return true;
    }

    private static byte[] Place(VmThread thread, PathArgument file) =>
        Terminated(thread, file.Descriptor >= 0 ? $"/proc/self/fd/{file.Descriptor}" : file.Text);
}
