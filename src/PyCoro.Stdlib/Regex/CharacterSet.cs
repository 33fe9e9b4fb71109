// A set of characters as a pattern writes it. The answer for Latin-1 is worked out once, so that most tests are one bit;
// beyond it the ranges and categories are asked. Under IGNORECASE it is the lower-case form that is looked for, in a set
// that was made of lower-case forms too.

using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Regex;

/// <summary>Characters such as <c>[^a-z\d]</c>.</summary>
internal sealed class CharacterSet
{
    private const int Known = 256;

    private readonly ulong[] _bits = new ulong[Known / 64];
    private readonly int[] _ranges;
    private readonly Category[] _categories;
    private readonly bool _isNegative;
    private readonly CaseFold _fold;

    /// <summary>A set of ranges (both ends inclusive) and categories.</summary>
    internal CharacterSet(List<(int First, int Last)> ranges, List<Category> categories, bool isNegative, CaseFold fold)
    {
        _fold = fold;
        _isNegative = isNegative;
        _categories = [.. categories];
        _ranges = Merge(fold == CaseFold.None ? ranges : CaseFolding.Fold(ranges, fold));
        for (var i = 0; i < Known; i++)
        {
            if (Search(i))
                _bits[i / 64] |= 1ul << (i % 64);
        }
    }

    internal bool Contains(int point) =>
        (uint)point < Known ? (_bits[point >> 6] >> (point & 63) & 1) != 0 : Search(point);

    private static int[] Merge(List<(int First, int Last)> ranges)
    {
        ranges.Sort();
        var merged = new List<int>();
        foreach (var (first, last) in ranges)
        {
            if (merged.Count > 0 && first <= merged[^1] + 1)
                merged[^1] = Math.Max(merged[^1], last);
            else
                merged.AddRange([first, last]);
        }
        return [.. merged];
    }

    private bool Search(int point)
    {
        point = CaseFolding.Lower(point, _fold);
        return IsListed(point) != _isNegative;
    }

    private bool IsListed(int point)
    {
        var low = 0;
        var high = _ranges.Length / 2 - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (point < _ranges[2 * middle])
                high = middle - 1;
            else if (point > _ranges[2 * middle + 1])
                low = middle + 1;
            else
                return true;
        }
        foreach (var category in _categories)
        {
            if (category.Contains(point))
                return true;
        }
        return false;
    }
}

/// <summary>A class of characters such as <c>\d</c>.</summary>
internal readonly record struct Category(char Letter, bool IsUnicode)
{
    /// <summary>Is the character of the class that the letter stands for? The upper-case letter is the complement.</summary>
    internal bool Contains(int point) => char.ToLowerInvariant(Letter) switch
    {
        'd' => IsUnicode ? CharacterData.IsDecimal(point) : point is >= '0' and <= '9',
        's' => IsUnicode ? CharacterData.IsSpace(point) : point is ' ' or (>= 9 and <= 13),
        _ => IsWord(point, IsUnicode),
    } != char.IsUpper(Letter);

    internal static bool IsWord(int point, bool isUnicode)
    {
        if (point < 0x80)
            return char.IsAsciiLetterOrDigit((char)point) || point == '_';
        return isUnicode && (CharacterData.IsAlpha(point) || CharacterData.IsDecimal(point)
            || CharacterData.IsDigit(point) || CharacterData.IsNumeric(point));
    }
}
