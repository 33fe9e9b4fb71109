// The groups of a pattern as they are known while it is read: how many, which are still open, and what they are called.

namespace PyCoro.Stdlib.Regex;

/// <summary>Groups of a pattern.</summary>
internal sealed class GroupTable
{
    private const int MaxGroups = 1073741823;

    // Null while the group is open.
    private readonly List<(long Least, long Most)?> _widths = [null];
    private readonly Dictionary<string, int> _names = [];

    /// <summary>Names in the order in which they appear.</summary>
    internal List<(string Name, int Group)> Named { get; } = [];

    /// <summary>Number of the next group.</summary>
    internal int Next => _widths.Count;

    /// <summary>Opens a group; the number it has. Refuses a name that is taken.</summary>
    internal int Open(string? name, Func<string, RegexError> error)
    {
        var group = Next;
        _widths.Add(null);
        if (Next > MaxGroups)
            throw error("too many groups");
        if (name is not null)
        {
            if (_names.TryGetValue(name, out var other))
                throw error($"redefinition of group name {Runtime.Strings.Reprs.Repr(name)} as group {group}; was group {other}");
            _names[name] = group;
            Named.Add((name, group));
        }
        return group;
    }

    internal void Close(int group, Node body) => _widths[group] = body.Width(this);

    internal bool IsClosed(int group) => group < Next && _widths[group] is not null;

    internal bool TryFind(string name, out int group) => _names.TryGetValue(name, out group);

    internal (long Least, long Most) WidthOf(int group) => group < Next ? _widths[group] ?? (0, Node.Unlimited) : (0, Node.Unlimited);
}
