// What a match can begin with, so that a search skips the places where there is none.

namespace PyCoro.Stdlib.Regex;

/// <summary>The characters a match can start with.</summary>
internal sealed class FirstCharacters
{
    private readonly bool[] _latin = new bool[256];
    private bool _others;

    private FirstCharacters() { }

    /// <summary>The one character, or -1 when there are several.</summary>
    internal int Only { get; private set; } = -1;

    internal bool Contains(int point) => (uint)point < 256 ? _latin[point] : _others;

    /// <summary>Null when a match may be empty or nothing is known.</summary>
    internal static FirstCharacters? Of(Node node)
    {
        var first = new FirstCharacters();
        if (first.Collect(node) != Outcome.Taken)
            return null;
        first.FindOnly();
        return first;
    }

    private enum Outcome
    {
        Taken,
        MayBeEmpty,
        Unknown,
    }

    private void FindOnly()
    {
        if (!_others && _latin.Count(static possible => possible) == 1)
            Only = Array.IndexOf(_latin, true);
    }

    private Outcome Collect(Node node)
    {
        switch (node)
        {
            case CharacterNode character:
                Add(character);
                return Outcome.Taken;
            case PlaceNode or AssertNode:
                return Outcome.MayBeEmpty;
            case CaptureNode capture:
                return Collect(capture.Body);
            case AtomicNode atomic:
                return Collect(atomic.Body);
            case RepeatNode { Most: 0 }:
                return Outcome.MayBeEmpty;
            case RepeatNode repeat:
                var outcome = Collect(repeat.Body);
                return repeat.Least == 0 && outcome == Outcome.Taken ? Outcome.MayBeEmpty : outcome;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    outcome = Collect(part);
                    if (outcome != Outcome.MayBeEmpty)
                        return outcome;
                }
                return Outcome.MayBeEmpty;
            case BranchNode branch:
                var whole = Outcome.Taken;
                foreach (var part in branch.Branches)
                {
                    outcome = Collect(part);
                    if (outcome == Outcome.Unknown)
                        return outcome;
                    if (outcome == Outcome.MayBeEmpty)
                        whole = outcome;
                }
                return whole;
            default:
                return Outcome.Unknown;
        }
    }

    private void Add(CharacterNode node)
    {
        for (var i = 0; i < _latin.Length; i++)
        {
            _latin[i] |= node.Test switch
            {
                CharacterTest.Equal => i == node.Character,
                CharacterTest.NotEqual => i != node.Character,
                CharacterTest.NotLineFeed => i != '\n',
                CharacterTest.Any => true,
                _ => node.Set!.Contains(i),
            };
        }
        _others |= node.Test != CharacterTest.Equal || node.Character >= _latin.Length;
    }
}
