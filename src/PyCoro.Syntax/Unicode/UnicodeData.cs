// Unicode as CPython 3.11 knows it, version 14.0: .NET's tables are of another version, know no names, and normalise
// nothing in the invariant mode that small builds use. The data is made by scripts/make-unicode-data; each part is
// unpacked when it is first asked for, which plain ASCII source never does.

using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PyCoro.Syntax.Unicode;

/// <summary>Properties and names of characters (library reference: unicodedata).</summary>
public static class UnicodeData
{
    private const int HangulStart = 0xAC00, HangulCount = 11172;
    private static readonly Lazy<FrozenDictionary<string, int>> Names = new(ReadNames);
    private static readonly Lazy<Dictionary<string, int[]>> Ranges = new(ReadRanges);
    private static readonly string[] Leads = "G GG N D DD R M B BB S SS  J JJ C K T P H".Split(' ');
    private static readonly string[] Vowels = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".Split(' ');
    private static readonly string[] Trails = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".Split(' ');

    /// <summary>The code point with a name or alias, in any case, or -1.</summary>
    public static int Lookup(ReadOnlySpan<char> name)
    {
        var upper = name.ToString().ToUpperInvariant();
        if (Names.Value.TryGetValue(upper, out var found))
        {
            return found;
        }
        const string Ideograph = "CJK UNIFIED IDEOGRAPH-", Syllable = "HANGUL SYLLABLE ";
        if (upper.StartsWith(Ideograph, StringComparison.Ordinal))
        {
            var digits = upper.AsSpan(Ideograph.Length);
            return digits.Length is 4 or 5
                && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && IsUnifiedIdeograph(code) ? code : -1;
        }
        return upper.StartsWith(Syllable, StringComparison.Ordinal) ? HangulSyllable(upper[Syllable.Length..]) : -1;
    }

    /// <summary><c>str.isprintable()</c> of one character.</summary>
    public static bool IsPrintable(int codePoint) => IsIn("printable", codePoint);

    /// <summary>Whether a name may start with a character, <c>_</c> included.</summary>
    public static bool IsIdentifierStart(int codePoint) => IsIn("start", codePoint);

    /// <summary>Whether a name may go on with a character.</summary>
    public static bool IsIdentifierContinue(int codePoint) => IsIn("continue", codePoint);

    internal static IEnumerable<string> ReadLines(string resource)
    {
        using var packed = typeof(UnicodeData).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"resource {resource} is missing");
        using var reader = new StreamReader(new ZLibStream(packed, CompressionMode.Decompress), Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    internal static int Hex(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    // The ranges are sorted starts and ends: inside one when an odd number of them is not greater.
    private static bool IsIn(string property, int codePoint)
    {
        var bounds = Ranges.Value[property];
        var found = Array.BinarySearch(bounds, codePoint);
        return ((found >= 0 ? found + 1 : ~found) & 1) == 1;
    }

    private static FrozenDictionary<string, int> ReadNames()
    {
        var names = new Dictionary<string, int>(36000);
        int previous = 0, step = 1;
        foreach (var line in ReadLines("names.z"))
        {
            var space = line.IndexOf(' ');
            if (space < 0)
            {
                step = 0;
                previous = 0;
                continue;
            }
            var code = previous + Hex(line.AsSpan(0, space));
            names[line[(space + 1)..]] = code;
            previous = code * step;
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, int[]> ReadRanges()
    {
        var all = new Dictionary<string, int[]>();
        var bounds = new List<int>();
        var property = "";
        var end = 0;
        foreach (var line in ReadLines("properties.z"))
        {
            if (line.EndsWith(':'))
            {
                all[property] = [.. bounds];
                bounds.Clear();
                property = line[..^1];
                end = 0;
                continue;
            }
            var space = line.IndexOf(' ');
            var start = end + Hex(line.AsSpan(0, space));
            end = start + Hex(line.AsSpan(space + 1));
            bounds.Add(start);
            bounds.Add(end);
        }
        all[property] = [.. bounds];
        return all;
    }

    private static bool IsUnifiedIdeograph(int code) => code is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B738) or (>= 0x2B740 and <= 0x2B81D)
        or (>= 0x2B820 and <= 0x2CEA1) or (>= 0x2CEB0 and <= 0x2EBE0) or (>= 0x30000 and <= 0x3134A);

    // The Unicode standard, 3.12: lead, vowel and trail are spelled one after another.
    private static int HangulSyllable(string name)
    {
        for (var index = 0; index < HangulCount; index++)
        {
            if (string.Concat(Leads[index / 588], Vowels[index % 588 / 28], Trails[index % 28]) == name)
            {
                return HangulStart + index;
            }
        }
        return -1;
    }
}
