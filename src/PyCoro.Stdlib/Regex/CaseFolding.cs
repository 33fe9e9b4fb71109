// What IGNORECASE takes for the same character: the lower-case form by the simple mapping, and besides a few letters which
// have several lower-case forms for one upper-case form.

using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Regex;

/// <summary>How case is ignored.</summary>
internal enum CaseFold
{
    None,
    Ascii,
    Unicode,
}

/// <summary>Case as patterns see it.</summary>
internal static class CaseFolding
{
    // Lower-case letters that share their upper-case form.
    private static readonly int[][] Alike =
    [
        [0x69, 0x131], [0x73, 0x17f], [0xb5, 0x3bc], [0x345, 0x3b9, 0x1fbe], [0x390, 0x1fd3], [0x3b0, 0x1fe3], [0x3b2, 0x3d0],
        [0x3b5, 0x3f5], [0x3b8, 0x3d1], [0x3ba, 0x3f0], [0x3c0, 0x3d6], [0x3c1, 0x3f1], [0x3c2, 0x3c3], [0x3c6, 0x3d5],
        [0x432, 0x1c80], [0x434, 0x1c81], [0x43e, 0x1c82], [0x441, 0x1c83], [0x442, 0x1c84, 0x1c85], [0x44a, 0x1c86],
        [0x463, 0x1c87], [0x1c88, 0xa64b], [0x1e61, 0x1e9b], [0xfb05, 0xfb06],
    ];

    private static readonly Dictionary<int, int[]> AlikeOf =
        Alike.SelectMany(static group => group.Select(point => (point, group))).ToDictionary(static pair => pair.point, static pair => pair.group);

    internal static int Lower(int point, CaseFold fold)
    {
        if (fold == CaseFold.None)
            return point;
        if (point < 0x80)
            return point is >= 'A' and <= 'Z' ? point + 32 : point;
        if (fold == CaseFold.Ascii)
            return point;
        return point == 0x130 ? 'i' : CharacterData.SimpleLower(point);
    }

    /// <summary>Is there another character that it is taken for?</summary>
    internal static bool HasCase(int point, CaseFold fold) => fold switch
    {
        CaseFold.None => false,
        CaseFold.Ascii => point < 0x80 && char.IsAsciiLetter((char)point),
        _ => Lower(point, fold) != point || CharacterData.SimpleUpper(point) != point || AlikeOf.ContainsKey(point),
    };

    /// <summary>The lower-case forms of all characters of the ranges, those that look alike included.</summary>
    internal static List<(int First, int Last)> Fold(List<(int First, int Last)> ranges, CaseFold fold)
    {
        var folded = new List<(int First, int Last)>();
        foreach (var (first, last) in ranges)
        {
            for (var point = first; point <= last; point++)
            {
                var lower = Lower(point, fold);
                if (folded.Count > 0 && folded[^1].Last == lower - 1)
                    folded[^1] = (folded[^1].First, lower);
                else
                    folded.Add((lower, lower));
                if (fold == CaseFold.Unicode && AlikeOf.TryGetValue(lower, out var alike))
                    folded.AddRange(alike.Select(static other => (other, other)));
            }
        }
        return folded;
    }
}
