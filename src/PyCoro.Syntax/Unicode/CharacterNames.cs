// Names of characters, aliases and named sequences. They are unpacked when the first is asked for, some 35,000 strings; the
// names of ideographs and of Hangul syllables are not among them, since they follow from the code points.

using System.Globalization;

namespace PyCoro.Syntax.Unicode;

/// <summary>Names of characters as of Unicode 14.0 (library reference: unicodedata.name, unicodedata.lookup).</summary>
public static class CharacterNames
{
    private const string Ideograph = "CJK UNIFIED IDEOGRAPH-", Syllable = "HANGUL SYLLABLE ";
    private const int HangulStart = 0xAC00, HangulCount = 11172, VowelsAndTrails = 588;

    private static readonly string[] Leads = "G GG N D DD R M B BB S SS  J JJ C K T P H".Split(' ');
    private static readonly string[] Vowels = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".Split(' ');
    private static readonly string[] Trails = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".Split(' ');
    private static readonly Lazy<Tables> Data = new(Read);

    private sealed record Tables(
        int[] Codes, string[] Names, Dictionary<string, int> Places, Dictionary<string, int> Aliases,
        Dictionary<string, string> Sequences);

    /// <summary>The name of a character; null when it has none.</summary>
    public static string? NameOf(int code)
    {
        if (IsUnifiedIdeograph(code))
        {
            return $"{Ideograph}{code:X}";
        }
        var index = code - HangulStart;
        if (index is >= 0 and < HangulCount)
        {
            return string.Concat(
                Syllable, Leads[index / VowelsAndTrails], Vowels[index % VowelsAndTrails / Trails.Length], Trails[index % Trails.Length]);
        }
        var place = Array.BinarySearch(Data.Value.Codes, code);
        return place < 0 ? null : Data.Value.Names[place];
    }

    /// <summary>The code point with a name or an alias, or -1. Case does not matter but in names that follow from code points.</summary>
    public static int Lookup(ReadOnlySpan<char> name)
    {
        var found = LookupName(name);
        return found >= 0 ? found : Data.Value.Aliases.GetValueOrDefault(name.ToString().ToUpperInvariant(), -1);
    }

    /// <summary>The code point with a name, which is no alias, or -1.</summary>
    public static int LookupName(ReadOnlySpan<char> name)
    {
        if (name.StartsWith(Ideograph, StringComparison.Ordinal))
        {
            return IdeographOf(name[Ideograph.Length..]);
        }
        if (name.StartsWith(Syllable, StringComparison.Ordinal))
        {
            return SyllableOf(name[Syllable.Length..]);
        }
        var data = Data.Value;
        return data.Places.TryGetValue(name.ToString().ToUpperInvariant(), out var place) ? data.Codes[place] : -1;
    }

    /// <summary>The text with the name of a sequence of characters; null when there is none.</summary>
    public static string? LookupSequence(ReadOnlySpan<char> name) =>
        Data.Value.Sequences.GetValueOrDefault(name.ToString().ToUpperInvariant());

    private static int IdeographOf(ReadOnlySpan<char> digits) =>
        digits.Length is 4 or 5
        && !digits.ContainsAnyInRange('a', 'f')
        && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && IsUnifiedIdeograph(code) ? code : -1;

    private static bool IsUnifiedIdeograph(int code) => code is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B738) or (>= 0x2B740 and <= 0x2B81D)
        or (>= 0x2B820 and <= 0x2CEA1) or (>= 0x2CEB0 and <= 0x2EBE0) or (>= 0x30000 and <= 0x3134A);

    // The Unicode standard, 3.12: lead, vowel and trail are spelled one after another.
    private static int SyllableOf(ReadOnlySpan<char> name)
    {
        for (var index = 0; index < HangulCount; index++)
        {
            if (NameOf(HangulStart + index).AsSpan(Syllable.Length).SequenceEqual(name))
            {
                return HangulStart + index;
            }
        }
        return -1;
    }

    private static Tables Read()
    {
        var codes = new List<int>(36000);
        var names = new List<string>(36000);
        var tables = new Tables([], [], new(36000), [], []);
        int previous = 0, part = 0;
        foreach (var line in UnicodeData.ReadLines("names.z"))
        {
            var end = line.IndexOf(part == 2 ? ';' : ' ');
            if (end < 0)
            {
                part++;
            }
            else if (part == 0)
            {
                previous += UnicodeData.Hex(line.AsSpan(0, end));
                var name = line[(end + 1)..];
                tables.Places.Add(name, codes.Count);
                codes.Add(previous);
                names.Add(name);
            }
            else if (part == 1)
            {
                tables.Aliases[line[(end + 1)..]] = UnicodeData.Hex(line.AsSpan(0, end));
            }
            else
            {
                tables.Sequences[line[(end + 1)..]] =
                    string.Concat(line[..end].Split(' ').Select(static code => char.ConvertFromUtf32(UnicodeData.Hex(code))));
            }
        }
        return tables with { Codes = [.. codes], Names = [.. names] };
    }
}
