// Unicode as CPython 3.11 knows it, version 14.0: .NET's tables are of another version, know no names, and normalise
// nothing in the invariant mode that small builds use. The data is made by scripts/make-unicode-data; each part is
// unpacked when it is first asked for, which plain ASCII source never does.

using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PyCoro.Syntax.Unicode;

/// <summary>Properties of characters that the syntax asks for (library reference: unicodedata).</summary>
public static class UnicodeData
{
    private static readonly Lazy<Dictionary<string, int[]>> Ranges = new(ReadRanges);

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
}
