// Normalisation form KC of the Unicode standard (3.11): names in source are compared after it. Decompose every
// character fully, put combining marks in canonical order, compose again.

using System.Text;

namespace PyCoro.Syntax.Unicode;

/// <summary>Unicode normalisation as of version 14.0.</summary>
public static class Normalization
{
    private const int SBase = 0xAC00, LBase = 0x1100, VBase = 0x1161, TBase = 0x11A7;
    private const int LCount = 19, VCount = 21, TCount = 28, SCount = 11172;
    private static readonly Lazy<Tables> Data = new(Read);

    private sealed record Tables(
        Dictionary<int, int[]> Decompositions, Dictionary<int, int> Classes, Dictionary<(int, int), int> Compositions);

    /// <summary>Normalisation form KC.</summary>
    public static string Nfkc(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }
        var tables = Data.Value;
        var codes = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                Decompose(char.ConvertToUtf32(text[i], text[i + 1]), codes, tables);
                i++;
            }
            else
            {
                Decompose(text[i], codes, tables);
            }
        }
        Order(codes, tables);
        Compose(codes, tables);
        var result = new StringBuilder(codes.Count);
        foreach (var code in codes)
        {
            if (code > 0xFFFF)
            {
                result.Append(char.ConvertFromUtf32(code));
            }
            else
            {
                result.Append((char)code);
            }
        }
        return result.ToString();
    }

    private static void Decompose(int code, List<int> result, Tables tables)
    {
        if (code - SBase is >= 0 and < SCount)
        {
            var index = code - SBase;
            result.Add(LBase + (index / (VCount * TCount)));
            result.Add(VBase + (index % (VCount * TCount) / TCount));
            if (index % TCount > 0)
            {
                result.Add(TBase + (index % TCount));
            }
        }
        else if (tables.Decompositions.TryGetValue(code, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, result, tables);
            }
        }
        else
        {
            result.Add(code);
        }
    }

    private static int ClassOf(int code, Tables tables) => tables.Classes.GetValueOrDefault(code);

    private static void Order(List<int> codes, Tables tables)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var code = codes[i];
            var combining = ClassOf(code, tables);
            var at = i;
            while (combining > 0 && at > 0 && ClassOf(codes[at - 1], tables) > combining)
            {
                codes[at] = codes[at - 1];
                at--;
            }
            codes[at] = code;
        }
    }

    private static void Compose(List<int> codes, Tables tables)
    {
        int starter = -1, last = -1, kept = 0;
        foreach (var code in codes.ToArray())
        {
            var combining = ClassOf(code, tables);
            var blocked = starter < 0 || (last >= combining && kept - 1 != starter);
            if (!blocked && Pair(codes[starter], code, tables) is var composed and >= 0)
            {
                codes[starter] = composed;
                continue;
            }
            if (combining == 0)
            {
                starter = kept;
            }
            last = combining;
            codes[kept++] = code;
        }
        codes.RemoveRange(kept, codes.Count - kept);
    }

    private static int Pair(int first, int second, Tables tables)
    {
        if (first - LBase is >= 0 and < LCount && second - VBase is >= 0 and < VCount)
        {
            return SBase + ((((first - LBase) * VCount) + (second - VBase)) * TCount);
        }
        if (first - SBase is >= 0 and < SCount && (first - SBase) % TCount == 0 && second - TBase is > 0 and < TCount)
        {
            return first + (second - TBase);
        }
        return tables.Compositions.TryGetValue((first, second), out var composed) ? composed : -1;
    }

    private static Tables Read()
    {
        var tables = new Tables([], [], []);
        foreach (var line in UnicodeData.ReadLines("normal.z"))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var code = UnicodeData.Hex(fields[0]);
            if (fields[1] != "0")
            {
                tables.Classes[code] = int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture);
            }
            if (fields.Length > 3)
            {
                var parts = fields[3..].Select(part => UnicodeData.Hex(part)).ToArray();
                tables.Decompositions[code] = parts;
                if (fields[2] == "c")
                {
                    tables.Compositions[(parts[0], parts[1])] = code;
                }
            }
        }
        return tables;
    }
}
