// A parsed pattern. Flags are resolved by the parser: a node says all that it matches.

namespace PyCoro.Stdlib.Regex;

/// <summary>A part of a pattern.</summary>
internal abstract class Node
{
    /// <summary>No limit to a repetition, or to a width.</summary>
    internal const int Unlimited = int.MaxValue;

    /// <summary>Least and most characters it takes; the limit of a width is <see cref="Unlimited"/>.</summary>
    internal abstract (long Least, long Most) Width(GroupTable groups);

    protected static long Saturate(long width) => Math.Min(width, Unlimited);
}

/// <summary>One character: a literal, a set or any.</summary>
internal sealed class CharacterNode(CharacterTest test, int character = 0, CharacterSet? set = null) : Node
{
    internal CharacterTest Test { get; } = test;

    internal int Character { get; } = character;

    internal CharacterSet? Set { get; } = set;

    internal override (long Least, long Most) Width(GroupTable groups) => (1, 1);
}

/// <summary>How one character is tested.</summary>
internal enum CharacterTest
{
    Equal,
    NotEqual,
    NotLineFeed,
    Any,
    InSet,
}

/// <summary>Matches the empty string at some places.</summary>
internal sealed class PlaceNode(Place place) : Node
{
    internal Place Place { get; } = place;

    internal override (long Least, long Most) Width(GroupTable groups) => (0, 0);
}

/// <summary>The places in a text that have a notation.</summary>
internal enum Place
{
    Beginning,
    BeginningOfLine,
    End,
    EndOrLastLineFeed,
    EndOfLine,
    AsciiBoundary,
    AsciiNotBoundary,
    UnicodeBoundary,
    UnicodeNotBoundary,
}

/// <summary>One after the other.</summary>
internal sealed class SequenceNode(List<Node> parts) : Node
{
    internal List<Node> Parts { get; } = parts;

    internal override (long Least, long Most) Width(GroupTable groups)
    {
        long least = 0, most = 0;
        foreach (var part in Parts)
        {
            var (low, high) = part.Width(groups);
            least += low;
            most += high;
        }
        return (Saturate(least), Saturate(most));
    }
}

/// <summary><c>a|b</c></summary>
internal sealed class BranchNode(List<Node> branches) : Node
{
    internal List<Node> Branches { get; } = branches;

    internal override (long Least, long Most) Width(GroupTable groups)
    {
        long least = Unlimited, most = 0;
        foreach (var branch in Branches)
        {
            var (low, high) = branch.Width(groups);
            least = Math.Min(least, low);
            most = Math.Max(most, high);
        }
        return (least, most);
    }
}

/// <summary><c>(…)</c></summary>
internal sealed class CaptureNode(int group, Node body) : Node
{
    internal int Group { get; } = group;

    internal Node Body { get; } = body;

    internal override (long Least, long Most) Width(GroupTable groups) => Body.Width(groups);
}

/// <summary><c>(?&gt;…)</c></summary>
internal sealed class AtomicNode(Node body) : Node
{
    internal Node Body { get; } = body;

    internal override (long Least, long Most) Width(GroupTable groups) => Body.Width(groups);
}

/// <summary>Which of several repetitions is tried first, and whether the others are.</summary>
internal enum Greed
{
    Greedy,
    Lazy,
    Possessive,
}

/// <summary><c>a*</c> and its like.</summary>
internal sealed class RepeatNode(Node body, int least, int most, Greed greed) : Node
{
    internal Node Body { get; } = body;

    internal int Least { get; } = least;

    internal int Most { get; } = most;

    internal Greed Greed { get; } = greed;

    internal override (long Least, long Most) Width(GroupTable groups)
    {
        var (low, high) = Body.Width(groups);
        return (Saturate(low * Least), Most == Unlimited && high > 0 ? Unlimited : Saturate(high * Most));
    }
}

/// <summary>Lookahead and lookbehind.</summary>
internal sealed class AssertNode(Node body, bool isBehind, bool isNegative) : Node
{
    internal Node Body { get; } = body;

    internal bool IsBehind { get; } = isBehind;

    internal bool IsNegative { get; } = isNegative;

    internal override (long Least, long Most) Width(GroupTable groups) => (0, 0);
}

/// <summary><c>\1</c></summary>
internal sealed class ReferenceNode(int group, CaseFold fold) : Node
{
    internal int Group { get; } = group;

    internal CaseFold Fold { get; } = fold;

    internal override (long Least, long Most) Width(GroupTable groups) => groups.WidthOf(Group);
}

/// <summary><c>(?(1)yes|no)</c></summary>
internal sealed class ConditionNode(int group, Node yes, Node? no) : Node
{
    internal int Group { get; } = group;

    internal Node Yes { get; } = yes;

    internal Node? No { get; } = no;

    internal override (long Least, long Most) Width(GroupTable groups)
    {
        var (low, high) = Yes.Width(groups);
        var (otherLow, otherHigh) = No?.Width(groups) ?? (0, 0);
        return (Math.Min(low, otherLow), Math.Max(high, otherHigh));
    }
}

/// <summary>Matches nothing: <c>(?!)</c>.</summary>
internal sealed class FailureNode : Node
{
    internal override (long Least, long Most) Width(GroupTable groups) => (0, 0);
}
