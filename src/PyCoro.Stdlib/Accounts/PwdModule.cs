using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Accounts;

/// <summary>This module provides access to the Unix password database.
///
/// Entries are tuples with named items: pw_name, pw_passwd, pw_uid, pw_gid,
/// pw_gecos, pw_dir and pw_shell.</summary>
[PyModule("pwd")]
internal static partial class PwdModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        module.Dict.SetStr(thread.Interpreter.Intern("struct_passwd"), AccountDatabase.Of(thread).User(thread));
        return Value.None;
    }

    /// <summary>Return the password database entry for the given numeric user ID.</summary>
    [PyFunction("getpwuid", Signature = "uidobj, /")]
    private static Value ByNumber(VmThread thread, Value uidobj)
    {
        if (AccountDatabase.Number(thread, "uid", uidobj) is { } number)
            return AccountDatabase.ByNumber(thread, "getpwuid", "uid", AccountDatabase.Of(thread).Users(thread), number);
        if (!thread.PendingIs(ExceptionTypes.OverflowError))
            return Value.Error;
        thread.TakePending();
        return thread.KeyError(Value.Str("getpwuid(): uid not found"));
    }

    /// <summary>Return the password database entry for the given user name.</summary>
    [PyFunction("getpwnam", Signature = "name, /")]
    private static Value ByName(VmThread thread, string name) =>
        AccountDatabase.ByName(thread, "getpwnam", AccountDatabase.Of(thread).Users(thread), name);

    /// <summary>Return a list of all available password database entries, in arbitrary order.</summary>
    [PyFunction("getpwall")]
    private static PyList All(VmThread thread) => new([.. AccountDatabase.Of(thread).Users(thread).Select(static entry => (Value)entry)]);
}
