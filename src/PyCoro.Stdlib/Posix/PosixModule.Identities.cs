// Ids of users and groups that are given as numbers (library reference, os: Process Parameters).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

internal static partial class PosixModule
{
    /// <summary>Set the groups of the current process to list.</summary>
    [PyFunction("setgroups", Signature = "groups, /")]
    private static Value SetGroups(VmThread thread, Value groups) => GroupIds(thread, groups) is { } ids
        ? Done(thread, LinuxCalls.Result(LinuxCalls.setgroups(ids.Length, ids)))
        : Value.Error;

    /// <summary>Ids of groups; null when it raised.</summary>
    internal static uint[]? GroupIds(VmThread thread, Value groups)
    {
        if (Iteration.ToArray(thread, groups) is not { } items)
            return null;
        const int Most = 65536;
        if (items.Length > Most)
        {
            thread.ValueError("too many groups");
            return null;
        }
        var ids = new uint[items.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (TryId(thread, items[i], "gid", out ids[i]))
                continue;
            if (thread.PendingIs(ExceptionTypes.OverflowError))
            {
                thread.TakePending();
                thread.ValueError("invalid group id");
            }
            return null;
        }
        return ids;
    }

    /// <summary>The id of a user or group; false when it raised.</summary>
    internal static bool TryId(VmThread thread, Value value, string kind, out uint id)
    {
        id = 0;
        var whole = Conversions.Index(thread, value);
        if (whole.IsError)
            return false;
        if (whole.IsSmallInt && whole.Bits is >= -1 and <= uint.MaxValue)
        {
            id = (uint)whole.Bits;
            return true;
        }
        // CPython says so of what fits a long but not an id.
        thread.OverflowError(whole.IsSmallInt ? $"{kind} is less than minimum" : $"{kind} is greater than maximum");
        return false;
    }
}
