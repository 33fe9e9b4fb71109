using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Accounts;

/// <summary>Access to the Unix group database.
///
/// Entries are tuples with named items: gr_name, gr_passwd, gr_gid and gr_mem,
/// the names of the members.</summary>
[PyModule("grp")]
internal static partial class GrpModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        module.Dict.SetStr(thread.Interpreter.Intern("struct_group"), AccountDatabase.Of(thread).Group(thread));
        return Value.None;
    }

    /// <summary>Return the group database entry for the given numeric group ID.</summary>
    [PyFunction("getgrgid", Signature = "id")]
    private static Value ByNumber(VmThread thread, Value id) =>
        AccountDatabase.Number(thread, "gid", id) is { } number
            ? AccountDatabase.ByNumber(thread, "getgrgid", "gid", AccountDatabase.Of(thread).Groups(thread), number)
            : Value.Error;

    /// <summary>Return the group database entry for the given group name.</summary>
    [PyFunction("getgrnam", Signature = "name")]
    private static Value ByName(VmThread thread, string name) =>
        AccountDatabase.ByName(thread, "getgrnam", AccountDatabase.Of(thread).Groups(thread), name);

    /// <summary>Return a list of all available group entries, in arbitrary order.</summary>
    [PyFunction("getgrall")]
    private static PyList All(VmThread thread) => new([.. AccountDatabase.Of(thread).Groups(thread).Select(static entry => (Value)entry)]);
}
