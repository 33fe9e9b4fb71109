using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Threads;

/// <summary>How far the search for a cycle has come with a party.</summary>
internal enum SearchState
{
    New,
    OnPath,
    Done,
}

/// <summary>A thread or task in a deadlock.</summary>
/// <param name="identity">The thread or task.</param>
/// <param name="name">What it is and its name, <c>thread 'MainThread'</c>.</param>
internal sealed class DeadlockParty(object identity, string name)
{
    /// <summary>The thread or task.</summary>
    internal object Identity { get; } = identity;

    /// <summary>What it is, and its name.</summary>
    internal string Name { get; } = name;

    /// <summary>Its frames, the outermost first.</summary>
    internal required IReadOnlyList<Frame> Stack { get; init; }

    /// <summary>What it waits for, in words; empty when that is not known.</summary>
    internal string Waits { get; set; } = "";

    /// <summary>The parties one of which must go on before this one can.</summary>
    internal IReadOnlyList<object> For { get; set; } = [];

    /// <summary>What the search for a cycle knows of it.</summary>
    internal SearchState Search { get; set; }

    /// <summary>The variable in which the innermost of its functions has an object: a local or global one, or an attribute of one.</summary>
    internal string? NameOf(object sought)
    {
        for (var i = Stack.Count - 1; i >= 0; i--)
        {
            if (LocalName(Stack[i], sought) is { } name)
                return name;
        }
        for (var i = Stack.Count - 1; i >= 0; i--)
        {
            if (KeyOf(Stack[i].Globals, sought) is { } name)
                return name;
        }
        return null;
    }

    private static string? LocalName(Frame frame, object sought)
    {
        var names = frame.Code.Source.SlotNames;
        for (var i = 0; i < names.Length; i++)
        {
            var value = frame.Slot(i);
            if (value.Ref is PyCell cell)
                value = cell.Content;
            if (ReferenceEquals(value.Ref, sought))
                return names[i] == "self" ? null : names[i];
            if (value.Ref is { } owner && AttributeName(owner, sought) is { } attribute)
                return $"{names[i]}.{attribute}";
        }
        return null;
    }

    private static string? AttributeName(PyObject owner, object sought)
    {
        if (owner.Slots is not { } slots)
            return null;
        var names = owner.Shape.Names();
        var first = owner.Shape.Type.SlotCount;
        for (var i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(slots[first + i].Ref, sought))
                return names[i].Text;
        }
        return null;
    }

    private static string? KeyOf(PyDict variables, object sought)
    {
        for (var place = 0; place < variables.EntryCount; place++)
        {
            var entry = variables.EntryAt(place);
            if (entry.Key.Ref is PyStr name && ReferenceEquals(entry.Item.Ref, sought))
                return name.Text;
        }
        return null;
    }
}
