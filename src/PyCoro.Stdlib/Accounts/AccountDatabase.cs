// The users and groups of the system, out of /etc/passwd and /etc/group (passwd(5), group(5)). The C library would ask
// other services too if the system is set up so (nsswitch.conf); accounts of those are not seen here.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Accounts;

/// <summary>The result classes of pwd and grp, and the entries of the files.</summary>
internal sealed class AccountDatabase
{
    private const string UserFile = "/etc/passwd";
    private const string GroupFile = "/etc/group";

    private PyType? _user;
    private PyType? _group;

    internal PyType User(VmThread thread) => _user ??= StructSequence.MakeType(
        thread.Interpreter, "pwd", "struct_passwd", "pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell");

    internal PyType Group(VmThread thread) => _group ??= StructSequence.MakeType(
        thread.Interpreter, "grp", "struct_group", "gr_name", "gr_passwd", "gr_gid", "gr_mem");

    internal static AccountDatabase Of(VmThread thread) => thread.Interpreter.State<AccountDatabase>();

    /// <summary>All users, as tuples of their class.</summary>
    internal IEnumerable<PyTuple> Users(VmThread thread)
    {
        foreach (var parts in Entries(thread, UserFile, 7))
        {
            if (long.TryParse(parts[2], out var user) && long.TryParse(parts[3], out var group))
                yield return Entry(User(thread), Text(parts[0]), Text(parts[1]), Value.Int(user), Value.Int(group), Text(parts[4]), Text(parts[5]), Text(parts[6]));
        }
    }

    /// <summary>All groups, as tuples of their class.</summary>
    internal IEnumerable<PyTuple> Groups(VmThread thread)
    {
        foreach (var parts in Entries(thread, GroupFile, 4))
        {
            if (!long.TryParse(parts[2], out var group))
                continue;
            var members = new PyList([.. parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Text)]);
            yield return Entry(Group(thread), Text(parts[0]), Text(parts[1]), Value.Int(group), members);
        }
    }

    /// <summary>The entry of a name; KeyError when there is none.</summary>
    internal static Value ByName(VmThread thread, string function, IEnumerable<PyTuple> entries, string name)
    {
        if (name.Contains('\0'))
            return thread.ValueError("embedded null byte");
        foreach (var entry in entries)
        {
            if (((PyStr)entry.Items[0].Ref!).Text == name)
                return entry;
        }
        var shown = Texts.Repr(thread, Value.Str(name));
        return shown is null ? Value.Error : thread.KeyError(Value.Str($"{function}(): name not found: {shown.Text}"));
    }

    /// <summary>The entry of a number, which is the third item; KeyError when there is none.</summary>
    internal static Value ByNumber(VmThread thread, string function, string what, IEnumerable<PyTuple> entries, long number)
    {
        foreach (var entry in entries)
        {
            if (entry.Items[2].TryGetInt64(out var known) && known == number)
                return entry;
        }
        return thread.KeyError(Value.Str($"{function}(): {what} not found: {number}"));
    }

    /// <summary>The number of a user or group; null with an exception pending, OverflowError if there can be no such number.
    /// -1 stands for "none" in the calls that take such numbers.</summary>
    internal static long? Number(VmThread thread, string what, Value id)
    {
        if (!id.Type.Has(Special.Index))
        {
            thread.TypeError($"{what} should be integer, not {id.Type.Name}");
            return null;
        }
        id = Conversions.Index(thread, id);
        if (id.IsError)
            return null;
        var isSmall = id.TryGetInt64(out var number);
        if (isSmall && number is >= -1 and <= uint.MaxValue)
            return number;
        var isTooLarge = !isSmall && id.TryGetBigInteger(out var large) && large.Sign > 0;
        thread.OverflowError($"{what} is {(isTooLarge ? "greater than maximum" : "less than minimum")}");
        return null;
    }

    private static PyTuple Entry(PyType type, params Value[] items) => (PyTuple)StructSequence.Make(type, items).Ref!;

    private static Value Text(string text) => Value.Str(text);

    private static IEnumerable<string[]> Entries(VmThread thread, string path, int count)
    {
        var bytes = Read(PosixModule.System(thread), path);
        if (Codecs.Decode(thread, Value.None, bytes, "utf-8", "surrogateescape") is not { } text)
            yield break;
        foreach (var line in text.Text.Split('\n'))
        {
            var parts = line.Split(':');
            if (parts.Length == count && !line.StartsWith('#'))
                yield return parts;
        }
    }

    private static byte[] Read(IOperatingSystem system, string path)
    {
        var content = new MemoryStream();
        var descriptor = (int)system.Open(path, 0, 0);
        if (descriptor < 0)
            return [];
        var room = new byte[4096];
        for (long count; (count = system.Read(descriptor, room)) > 0;)
            content.Write(room, 0, (int)count);
        system.Close(descriptor);
        return content.ToArray();
    }
}
