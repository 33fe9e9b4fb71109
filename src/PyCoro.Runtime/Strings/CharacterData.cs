// Questions about one code point, answered as Python 3.11 does. .NET knows the general categories of a newer Unicode; the
// differences are in CharacterTables. Code points rather than chars, so that no caller has a second case for surrogates.

using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PyCoro.Runtime.Strings;

/// <summary>Properties and case mappings of code points (Unicode 14).</summary>
internal static class CharacterData
{
    private const UnicodeCategory Unassigned = UnicodeCategory.OtherNotAssigned;

    private static readonly FrozenDictionary<int, string> UpperTable = Parse(CharacterTables.Upper);
    private static readonly FrozenDictionary<int, string> TitleTable = Parse(CharacterTables.Title);

    /// <summary>The general category.</summary>
    internal static UnicodeCategory Category(int point)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(point);
        if (point < 0x897 || category == Unassigned)
            return category;
        if (point == 0x1171E)
            return UnicodeCategory.NonSpacingMark;
        return IsAssignedLater(point) ? Unassigned : category;
    }

    /// <summary>Shown as itself by repr: all but controls, surrogates, unassigned ones and separators other than the space.</summary>
    internal static bool IsPrintable(int point)
    {
        if (point < 0x7F)
            return point >= ' ';
        return Category(point) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or Unassigned or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
    }

    /// <summary>White space for <c>split()</c>, <c>strip()</c> and <c>isspace()</c>; always within the BMP.</summary>
    internal static bool IsSpace(int point) => point switch
    {
        < 0x80 => point is ' ' or (>= 9 and <= 13) or (>= 0x1C and <= 0x1F),
        < 0x1680 => point is 0x85 or 0xA0,
        _ => point is 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000,
    };

    /// <summary>Ends a line for <c>splitlines()</c>.</summary>
    internal static bool IsLineBreak(char unit) =>
        unit is (>= '\n' and <= '\r') or (>= '\x1C' and <= '\x1E') or '\x85' or '\u2028' or '\u2029';

    /// <summary>A letter.</summary>
    internal static bool IsAlpha(int point) => Category(point) is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter;

    /// <summary>A digit of a decimal system.</summary>
    internal static bool IsDecimal(int point) => Category(point) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>The value of a decimal digit, or -1: what <c>int('٣')</c> reads.</summary>
    internal static int DecimalValue(int point) =>
        point < 0x80
            ? point is >= '0' and <= '9' ? point - '0' : -1
            : IsDecimal(point) ? CharUnicodeInfo.GetDecimalDigitValue(char.ConvertFromUtf32(point), 0) : -1;

    /// <summary>A digit, superscripts and the like included.</summary>
    internal static bool IsDigit(int point) => point < 0x80
        ? point is >= '0' and <= '9'
        : !IsSurrogate(point) && !IsAssignedLater(point) && CharUnicodeInfo.GetDigitValue(char.ConvertFromUtf32(point), 0) >= 0;

    /// <summary>A number, fractions, Roman numerals and ideographs included.</summary>
    internal static bool IsNumeric(int point) => point < 0x80
        ? point is >= '0' and <= '9'
        : !IsSurrogate(point) && !IsAssignedLater(point)
            && (CharUnicodeInfo.GetNumericValue(char.ConvertFromUtf32(point), 0) != -1
                || Contains(CharacterTables.IdeographicNumbers, point));

    /// <summary>Upper case by the derived property.</summary>
    internal static bool IsUpper(int point) => point < 0x80
        ? point is >= 'A' and <= 'Z'
        : Category(point) == UnicodeCategory.UppercaseLetter || Contains(CharacterTables.OtherUppercase, point);

    /// <summary>Lower case by the derived property.</summary>
    internal static bool IsLower(int point) => point < 0x80
        ? point is >= 'a' and <= 'z'
        : Category(point) == UnicodeCategory.LowercaseLetter || Contains(CharacterTables.OtherLowercase, point);

    /// <summary>A digraph with its first letter in upper case.</summary>
    internal static bool IsTitle(int point) => point >= 0x80 && Category(point) == UnicodeCategory.TitlecaseLetter;

    /// <summary>Does upper and lower case make a difference here?</summary>
    internal static bool IsCased(int point) => IsLower(point) || IsUpper(point) || IsTitle(point);

    /// <summary>Does the rule for a final sigma look past it (property Case_Ignorable)?</summary>
    internal static bool IsCaseIgnorable(int point) =>
        point is '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027
            or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A
        || Category(point) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;

    /// <summary>May it start an identifier?</summary>
    internal static bool IsIdentifierStart(int point)
    {
        if (point < 0x80)
            return char.IsAsciiLetter((char)point) || point == '_';
        return (IsAlpha(point) || Category(point) == UnicodeCategory.LetterNumber)
            ? !Contains(CharacterTables.IdentifierStartNot, point)
            : Contains(CharacterTables.IdentifierStartAlso, point);
    }

    /// <summary>May it continue an identifier?</summary>
    internal static bool IsIdentifierPart(int point)
    {
        if (point < 0x80)
            return char.IsAsciiLetterOrDigit((char)point) || point == '_';
        var byCategory = IsAlpha(point) || Category(point) is UnicodeCategory.LetterNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
        return byCategory
            ? !Contains(CharacterTables.IdentifierPartNot, point)
            : Contains(CharacterTables.IdentifierPartAlso, point);
    }

    /// <summary>Upper case by the simple mapping; <see cref="AppendUpper"/> is the full one.</summary>
    internal static int SimpleUpper(int point) =>
        IsSurrogate(point) || point is 0x19B or 0x264 || IsAssignedLater(point)
            ? point
            : Rune.ToUpperInvariant(new Rune(point)).Value;

    /// <summary>Lower case by the simple mapping.</summary>
    internal static int SimpleLower(int point) =>
        IsSurrogate(point) || IsAssignedLater(point) ? point : Rune.ToLowerInvariant(new Rune(point)).Value;

    /// <summary>Upper case, which may be up to three characters.</summary>
    internal static void AppendUpper(ref TextBuilder output, int point)
    {
        if (point < 0x80)
            output.Append((char)(point is >= 'a' and <= 'z' ? point - 32 : point));
        else if (UpperTable.TryGetValue(point, out var several))
            output.Append(several);
        else if (point is >= 0x1F80 and <= 0x1FAF)
            output.Append((char)GreekCapital(point), '\u0399');
        else
            output.AppendPoint(SimpleUpper(point));
    }

    /// <summary>Lower case, but for the final sigma, which depends on its neighbours.</summary>
    internal static void AppendLower(ref TextBuilder output, int point)
    {
        if (point < 0x80)
            output.Append((char)(point is >= 'A' and <= 'Z' ? point + 32 : point));
        else if (point == 0x130)
            output.Append('i', '\u0307');
        else
            output.AppendPoint(SimpleLower(point));
    }

    /// <summary>Title case, which may be several characters.</summary>
    internal static void AppendTitle(ref TextBuilder output, int point)
    {
        if (point < 0x80)
            AppendUpper(ref output, point);
        else if (TitleTable.TryGetValue(point, out var several))
            output.Append(several);
        else if (point is >= 0x1F80 and <= 0x1FAF)
            output.Append((char)(point | 8));
        else if (point is >= 0x10D0 and <= 0x10FF)
            output.Append((char)point);
        else
            AppendUpper(ref output, point);
    }

    /// <summary>For caseless comparison (<c>str.casefold</c>): the lower case of the upper case, with few exceptions.</summary>
    internal static void AppendFolded(ref TextBuilder output, int point)
    {
        if (point < 0x80 || point == 0x131)
        {
            AppendLower(ref output, point);
        }
        else if (point is (>= 0x13A0 and <= 0x13FD) or (>= 0xAB70 and <= 0xABBF))
        {
            AppendUpper(ref output, point);
        }
        else if (point == 0x1E9E)
        {
            output.Append("ss");
        }
        else
        {
            var upper = new TextBuilder(stackalloc char[8]);
            AppendUpper(ref upper, point);
            foreach (var part in new CodePoints(upper.Written))
                AppendLower(ref output, part);
        }
    }

    /// <summary>Is it in one of the ascending ranges?</summary>
    internal static bool Contains(ReadOnlySpan<int> ranges, int point)
    {
        int low = 0, high = ranges.Length / 2 - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (point < ranges[2 * middle])
                high = middle - 1;
            else if (point > ranges[2 * middle + 1])
                low = middle + 1;
            else
                return true;
        }
        return false;
    }

    private static bool IsAssignedLater(int point) => point >= 0x897 && Contains(CharacterTables.AssignedLater, point);

    private static bool IsSurrogate(int point) => point is >= 0xD800 and <= 0xDFFF;

    // The capital without its iota subscript: the three rows of the block are alpha, eta and omega with eight breathings.
    private static int GreekCapital(int point) =>
        (point & 0x30) switch { 0 => 0x1F08, 0x10 => 0x1F28, _ => 0x1F68 } + (point & 7);

    private static FrozenDictionary<int, string> Parse(string table)
    {
        var entries = new Dictionary<int, string>();
        foreach (var entry in table.Split(' '))
            entries.Add(entry[0], entry[1..]);
        return entries.ToFrozenDictionary();
    }
}
