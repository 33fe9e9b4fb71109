// float(text): Python's grammar is checked here (digits of any script, single underscores between digits, inf and nan);
// what remains is plain ASCII, which .NET reads with correct rounding.

using System.Globalization;

namespace PyCoro.Runtime.Numbers;

/// <summary>Text to float (library reference: <c>float</c>).</summary>
internal static class FloatParsing
{
    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>10**exponent for 0 to 22, which floats represent exactly.</summary>
    internal static double ExactPowerOfTen(int exponent) => Powers[exponent];

    /// <summary>The float a text denotes, white space around it allowed; false when it denotes none.</summary>
    internal static bool TryParse(string text, out double number)
    {
        var ascii = NumberText.ToAscii(text);
        number = 0;
        if (ascii is null || !NumberText.TryRemoveUnderscores(ascii, out ascii))
            return false;
        return TryTakePrefix(ascii, 0, out var end, out number) && end == ascii.Length;
    }

    /// <summary>Reads the longest float at a place of an ASCII text without underscores.</summary>
    internal static bool TryTakePrefix(string text, int start, out int end, out double number)
    {
        var i = start;
        number = 0;
        end = start;
        var isNegative = false;
        if (i < text.Length && text[i] is '+' or '-')
            isNegative = text[i++] == '-';
        if (TryTakeName(text, i, out end, out number))
        {
            if (isNegative)
                number = -number;
            return true;
        }
        var digits = i;
        i = SkipDigits(text, i);
        var count = i - digits;
        if (i < text.Length && text[i] == '.')
        {
            var fraction = i + 1;
            i = SkipDigits(text, fraction);
            count += i - fraction;
        }
        if (count == 0)
            return false;
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var exponent = i + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-')
                exponent++;
            var after = SkipDigits(text, exponent);
            if (after > exponent)
                i = after;
        }
        end = i;
        number = double.Parse(text.AsSpan(start, i - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return true;
    }

    private static bool TryTakeName(string text, int start, out int end, out double number)
    {
        var rest = text.AsSpan(start);
        foreach (var name in (ReadOnlySpan<string>)["infinity", "inf", "nan"])
        {
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            end = start + name.Length;
            number = name == "nan" ? BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000) : double.PositiveInfinity;
            return true;
        }
        end = start;
        number = 0;
        return false;
    }

    private static int SkipDigits(string text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
            start++;
        return start;
    }
}
