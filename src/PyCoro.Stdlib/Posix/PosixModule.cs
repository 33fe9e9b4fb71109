// posix: the system calls behind os, one function each. They check their arguments as CPython does and hand them to the
// host's IOperatingSystem; os.py makes the rest of them.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

/// <summary>This module provides access to operating system functionality that is
/// standardized by the C Standard and the POSIX standard (a thinly
/// disguised Unix interface).  Refer to the library manual and
/// corresponding Unix manual entries for more information on calls.</summary>
[PyModule("posix", Types = [typeof(PyDirEntry)])]
internal static partial class PosixModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        void Set(string name, Value value) => module.Dict.SetStr(thread.Interpreter.Intern(name), value);
        foreach (var (name, number) in PosixConstants.All)
            Set(name, Value.Int(number));
        Set("sysconf_names", NamesOf(SystemLimitNames.OfSystem));
        Set("confstr_names", NamesOf(SystemLimitNames.OfTexts));
        Set("pathconf_names", NamesOf(SystemLimitNames.OfPaths));
        Set("error", ExceptionTypes.OSError);
        Set("statvfs_result", thread.Interpreter.State<PosixTypes>().StatVfs(thread));
        Set("stat_result", StatResults.Of(thread).Type);
        Set("terminal_size", thread.Interpreter.State<PosixTypes>().TerminalSize(thread));
        Set("times_result", thread.Interpreter.State<PosixTypes>().Times(thread));
        Set("uname_result", thread.Interpreter.State<PosixTypes>().Uname(thread));
        var environ = new PyDict();
        foreach (var (name, value) in System(thread).Environment)
        {
            if (!environ.Set(thread, Bytes(thread, name), Bytes(thread, value)))
                return Value.Error;
        }
        Set("environ", environ);
        Set("_have_functions", new PyList([Value.Str("HAVE_LSTAT"), Value.Str("HAVE_FSTATAT"), Value.Str("HAVE_UTIMENSAT")]));
        return Value.None;
    }

    /// <summary>Return the PathLike's file system path representation.</summary>
    [PyFunction("fspath", Signature = "path")]
    private static Value FsPath(VmThread thread, Value path)
    {
        if (path.Ref is PyStr or PyBytes)
            return path;
        var method = path.Type.LookupSpecial(Runtime.Types.Special.FSPath);
        if (method.IsUnbound)
            return thread.TypeError($"expected str, bytes or os.PathLike object, not {path.Type.Name}");
        var given = thread.CallSpecial(method, path);
        return given.IsError || given.Ref is PyStr or PyBytes
            ? given
            : thread.TypeError($"expected {path.Type.Name}.__fspath__() to return str or bytes, not {given.Type.Name}");
    }

    /// <summary>Translate an error code to a message string.</summary>
    [PyFunction("strerror", Signature = "code, /")]
    private static string StrError(int code) => SystemErrors.Describe(code);

    /// <summary>Return a bytes object containing random bytes suitable for cryptographic use.</summary>
    [PyFunction("urandom", Signature = "size, /")]
    private static Value URandom(VmThread thread, long size)
    {
        if (size < 0)
            return thread.ValueError("negative argument not allowed");
        if (size > Array.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        return new PyBytes(global::System.Security.Cryptography.RandomNumberGenerator.GetBytes((int)size));
    }

    internal static IOperatingSystem System(VmThread thread) => thread.Interpreter.Options.OperatingSystem;

    private static PyBytes Bytes(VmThread thread, string text) => new(Codecs.Encode(thread, PyStr.Of(text), "utf-8", "surrogateescape") ?? []);

    // None, or the OSError of a failed call.
    private static Value Done(VmThread thread, long result, PathArgument? path = null) =>
        result >= 0 ? Value.None : path is { } known ? SystemErrors.Raise(thread, (int)-result, known.Original) : SystemErrors.Raise(thread, (int)-result);

    private static Value Number(VmThread thread, long result, PathArgument? path = null) =>
        result >= 0 ? Value.Int(result) : Done(thread, result, path);

    // The same for calls that may take long: other threads run meanwhile.
    private static Value DoneOutside(VmThread thread, Func<long> call) => Blocking.TryCallAndHear(thread, call, out var result) ? Done(thread, result) : Value.Error;

    private static Value NumberOutside(VmThread thread, Func<long> call) => Blocking.TryCallAndHear(thread, call, out var result) ? Number(thread, result) : Value.Error;

    private static bool NoDirectory(VmThread thread, Value descriptor, string function)
    {
        if (descriptor.IsUnbound || descriptor.IsNone)
            return true;
        thread.Raise(ExceptionTypes.NotImplementedError, $"{function}: dir_fd unavailable on this platform");
        return false;
    }
}
