using System.Globalization;
using System.Text;

namespace PyCoro.Syntax.Grammar;

/// <summary>Which characters names are made of (language reference, 2.3).</summary>
internal static class Identifiers
{
    /// <summary>Index of the first character that no name may hold there, or -1.</summary>
    public static int FirstInvalid(ReadOnlySpan<char> name)
    {
        var at = 0;
        while (at < name.Length)
        {
            if (Rune.DecodeFromUtf16(name[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done
                || !(at == 0 ? IsStart(rune) : IsContinue(rune)))
            {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /// <summary>XID_Start and the underscore.</summary>
    public static bool IsStart(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber:
                // Not stable under NFKC: XID_Start leaves them out.
                return rune.Value is not (0x37A or 0xE33 or 0xEB3 or (>= 0xFC5E and <= 0xFC63) or 0xFDFA or 0xFDFB
                    or 0xFE70 or 0xFE72 or 0xFE74 or 0xFE76 or 0xFE78 or 0xFE7A or 0xFE7C or 0xFE7E or 0xFF9E or 0xFF9F or 0x2E2F);
            default:
                return rune.Value is '_' or 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C && rune.Value is not (0x309B or 0x309C);
        }
    }

    /// <summary>XID_Continue.</summary>
    public static bool IsContinue(Rune rune)
    {
        if (IsStart(rune))
        {
            return true;
        }
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation:
                return true;
            default:
                return rune.Value is 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0xE33 or 0xEB3 or 0xFF9E or 0xFF9F;
        }
    }
}
