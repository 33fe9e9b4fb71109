// The properties that only the module unicodedata shows, for each of the two versions it knows. A version is a list of runs
// of characters with the same properties, searched by bisection: some 4,000 runs for a million characters.

using System.Globalization;

namespace PyCoro.Syntax.Unicode;

/// <summary>Properties of characters in a version of Unicode (library reference: unicodedata).</summary>
public sealed class CharacterDatabase
{
    private static readonly Lazy<CharacterDatabase> Newest = new(() => new CharacterDatabase("ucd.z")), Oldest = new(() => new CharacterDatabase("ucd32.z"));

    private readonly List<Properties> _records = [];
    private readonly int[] _starts;
    private readonly byte[] _recordOf;
    private readonly Dictionary<int, Numbers> _numbers = [];
    private readonly Dictionary<int, int> _corrected = [];

    private CharacterDatabase(string resource)
    {
        var starts = new List<int>();
        var recordOf = new List<byte>();
        int start = 0, numbered = 0;
        var section = "";
        foreach (var line in UnicodeData.ReadLines(resource))
        {
            if (line.EndsWith(':'))
            {
                section = line;
                continue;
            }
            var fields = line.Split(' ');
            switch (section)
            {
                case "records:":
                    _records.Add(new Properties(fields[0], fields[1] == "-" ? "" : fields[1], fields[2] == "1", fields[3]));
                    break;
                case "runs:":
                    starts.Add(start);
                    recordOf.Add(byte.Parse(fields[1], CultureInfo.InvariantCulture));
                    start += UnicodeData.Hex(fields[0]);
                    break;
                case "numbers:":
                    numbered += UnicodeData.Hex(fields[0]);
                    _numbers[numbered] = new Numbers(Digit(fields[1]), Digit(fields[2]), Number(fields[3]));
                    break;
                default:
                    _corrected[UnicodeData.Hex(fields[0])] = UnicodeData.Hex(fields[1]);
                    break;
            }
        }
        _starts = [.. starts];
        _recordOf = [.. recordOf];
    }

    /// <summary>Version 14.0.</summary>
    public static CharacterDatabase Current => Newest.Value;

    /// <summary>Version 3.2, which internationalised domain names refer to.</summary>
    public static CharacterDatabase Version32 => Oldest.Value;

    /// <summary>General category, bidirectional class ("" when it has none), mirrored, East Asian width.</summary>
    public sealed record Properties(string Category, string Bidirectional, bool IsMirrored, string Width);

    /// <summary>Values as a decimal digit, as a digit and as a number; null where it is none.</summary>
    public sealed record Numbers(int? Decimal, int? Digit, double? Numeric);

    /// <summary>Properties of a code point.</summary>
    public Properties this[int code]
    {
        get
        {
            var found = Array.BinarySearch(_starts, code);
            return _records[_recordOf[found >= 0 ? found : ~found - 1]];
        }
    }

    /// <summary>The numbers a code point stands for; null when it stands for none.</summary>
    public Numbers? NumbersOf(int code) => _numbers.GetValueOrDefault(code);

    /// <summary>Is it a character in this version?</summary>
    public bool IsAssigned(int code) => this[code].Category != "Cn";

    /// <summary>What normalisation decomposed a character into before that was corrected, or -1.</summary>
    internal int CorrectedOf(int code) => _corrected.GetValueOrDefault(code, -1);

    private static int? Digit(string field) => field == "-" ? null : int.Parse(field, CultureInfo.InvariantCulture);

    private static double? Number(string field) => field == "-" ? null : double.Parse(field, CultureInfo.InvariantCulture);
}
