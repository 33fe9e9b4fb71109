// The normalisation forms of the Unicode standard (3.11): decompose every character fully, put combining marks in canonical
// order, compose again unless it is one of the D forms. Names in source are compared after form KC.

using System.Runtime.InteropServices;
using System.Text;

namespace PyCoro.Syntax.Unicode;

/// <summary>Unicode normalisation as of version 14.0.</summary>
public static class Normalization
{
    private const int SBase = 0xAC00, LBase = 0x1100, VBase = 0x1161, TBase = 0x11A7;
    private const int LCount = 19, VCount = 21, TCount = 28, SCount = 11172;

    // Below it nothing composes with what precedes it, and nothing decomposes in form C.
    private const char FirstMark = '\u0300';
    private static readonly Lazy<Tables> Data = new(Read);

    private sealed record Decomposition(string Tag, int[] Parts, bool IsCanonical);

    private sealed record Tables(
        Dictionary<int, Decomposition> Decompositions, Dictionary<int, int> Classes, Dictionary<(int, int), int> Compositions);

    /// <summary>Normalisation form KC.</summary>
    public static string Nfkc(string text) => Normalize(text, isCompatible: true, composes: true);

    /// <summary>A normalisation form.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isCompatible">Replace characters by compatible ones too (forms KC and KD).</param>
    /// <param name="composes">Compose at the end (forms C and KC).</param>
    /// <param name="version">Leave characters alone that this version does not know; null for the newest.</param>
    public static string Normalize(string text, bool isCompatible, bool composes, CharacterDatabase? version = null)
    {
        if (Ascii.IsValid(text) || (composes && !isCompatible && !text.AsSpan().ContainsAnyInRange(FirstMark, char.MaxValue)))
        {
            return text;
        }
        var tables = Data.Value;
        var codes = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            Decompose(isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i], codes, tables, isCompatible, version);
            i += isPair ? 1 : 0;
        }
        Order(CollectionsMarshal.AsSpan(codes), tables);
        if (composes)
        {
            Compose(codes, tables);
        }
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

    /// <summary>The canonical combining class.</summary>
    public static int CombiningClass(int code) => ClassOf(code, Data.Value);

    /// <summary>The decomposition as the Unicode database writes it, such as <c>&lt;compat&gt; 0020 0308</c>; "" when there is none.</summary>
    public static string DecompositionText(int code)
    {
        if (!Data.Value.Decompositions.TryGetValue(code, out var found))
        {
            return "";
        }
        var parts = string.Join(' ', found.Parts.Select(static part => part.ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));
        return found.IsCanonical ? parts : $"{found.Tag} {parts}";
    }

    private static void Decompose(int code, List<int> result, Tables tables, bool isCompatible, CharacterDatabase? version)
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
        else if (version?.CorrectedOf(code) is { } corrected and >= 0)
        {
            result.Add(corrected);
        }
        else if (tables.Decompositions.TryGetValue(code, out var found) && (isCompatible || found.IsCanonical) && version?.IsAssigned(code) != false)
        {
            foreach (var part in found.Parts)
            {
                Decompose(part, result, tables, isCompatible, version);
            }
        }
        else
        {
            result.Add(code);
        }
    }

    private static int ClassOf(int code, Tables tables) => code < FirstMark ? 0 : tables.Classes.GetValueOrDefault(code);

    // Marks between two starters are sorted by class, in the given order where classes are equal.
    private static void Order(Span<int> codes, Tables tables)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var start = i;
            var isOrdered = true;
            for (int last = 0, combining; i < codes.Length && (combining = ClassOf(codes[i], tables)) > 0; last = combining, i++)
            {
                isOrdered &= last <= combining;
            }
            if (isOrdered)
            {
                continue;
            }
            var marks = codes[start..i];
            var keys = new long[marks.Length];
            for (var k = 0; k < keys.Length; k++)
            {
                keys[k] = ((long)ClassOf(marks[k], tables) << 32) | (uint)k;
            }
            var sorted = marks.ToArray();
            Array.Sort(keys, sorted);
            sorted.CopyTo(marks);
        }
    }

    private static void Compose(List<int> codes, Tables tables)
    {
        int starter = -1, last = -1, kept = 0;
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i];
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
        var tables = new Tables(new(6000), new(1000), new(1000));
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
                var parts = fields[3..].Select(static part => UnicodeData.Hex(part)).ToArray();
                tables.Decompositions[code] = new Decomposition(fields[2], parts, fields[2] is "c" or "x");
                if (fields[2] == "c")
                {
                    tables.Compositions[(parts[0], parts[1])] = code;
                }
            }
        }
        return tables;
    }
}
