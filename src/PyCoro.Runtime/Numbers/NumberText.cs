// What int(), float() and complex() agree on before they read a text: white space around it goes, decimal digits of all
// scripts are digits, an underscore may stand between two digits.

using System.Globalization;
using System.Text;

namespace PyCoro.Runtime.Numbers;

/// <summary>Preparation of texts that should be numbers.</summary>
internal static class NumberText
{
    /// <summary>The text without white space around it and with ASCII digits; null when other characters remain that are
    /// not ASCII.</summary>
    internal static string? ToAscii(string text)
    {
        var trimmed = Trim(text);
        if (Ascii.IsValid(trimmed))
            return trimmed.Length == text.Length ? text : new string(trimmed);
        var builder = new StringBuilder(trimmed.Length);
        var inner = new string(trimmed);
        for (var i = 0; i < inner.Length; i++)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(inner, i);
            if (char.IsSurrogatePair(inner, i))
                i++;
            if (digit >= 0)
                builder.Append((char)('0' + digit));
            else if (inner[i] < 128)
                builder.Append(inner[i]);
            else if (IsSpace(inner[i]))
                builder.Append(' ');
            else
                return null;
        }
        return builder.ToString();
    }

    /// <summary>Drops underscores; false when one does not stand between two digits.</summary>
    internal static bool TryRemoveUnderscores(string text, out string result)
    {
        result = text;
        if (!text.Contains('_'))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && !(i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])))
                return false;
        }
        result = text.Replace("_", "");
        return true;
    }

    /// <summary>What <c>str.isspace</c> says of one unit.</summary>
    internal static bool IsSpace(char unit) =>
        unit is >= '\t' and <= '\r' or >= '\x1c' and <= '\x1f' or ' ' or '\x85' or '\xa0'
        || (unit >= '\u1680' && char.IsWhiteSpace(unit));

    private static ReadOnlySpan<char> Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return text.AsSpan(start, end - start);
    }
}
