// .NET's code pages are nearly Python's. They are asked for every code once, and the changes of CodePages.txt applied; from
// then on coding is looking up. (System.Text's own coders cannot be used as they are: they do not say where malformed input
// ends as Python does, and the changes would have no place in them.)

using System.Globalization;
using System.Text;

namespace PyCoro.Runtime.Strings;

/// <summary>Codes of one or two bytes and the characters they stand for.</summary>
internal sealed class CodePageTable
{
    private const char Undefined = '\uFFFF';

    // Code page 932 has characters under several codes; only its best-fit decoder, .NET's default, knows all of them. It
    // gives one of these for what is undefined.
    private const int Japanese = 932;
    private const char KatakanaDot = '\u30FB';
    private const int KatakanaDotCode = 0x8145;

    private readonly char[] _characters;
    private readonly ushort[]?[] _codes = new ushort[]?[256];

    internal CodePageTable(CodePageRow row)
    {
        var page = row.Page == Japanese
            ? CodePagesEncodingProvider.Instance.GetEncoding(row.Page)!
            : CodePagesEncodingProvider.Instance.GetEncoding(
                row.Page, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;
        _characters = new char[page.IsSingleByte ? 0x100 : 0x10000];
        Array.Fill(_characters, Undefined);
        Ask(page, row);
        foreach (var (code, character) in Changes(row.DecodeChanges))
            _characters[code] = character < 0 ? Undefined : (char)character;
        for (var code = _characters.Length - 1; code >= 0; code--)
        {
            if (_characters[code] != Undefined)
                SetCode(_characters[code], (ushort)code);
        }
        foreach (var (character, code) in Changes(row.EncodeChanges))
            SetCode((char)character, (ushort)Math.Max(code, 0));
    }

    /// <summary>The character of a code.</summary>
    internal bool TryDecode(int code, out char character) => (character = _characters[code]) != Undefined;

    /// <summary>The code of a character.</summary>
    internal bool TryEncode(char character, out ushort code)
    {
        code = _codes[character >> 8] is { } page ? page[character & 0xFF] : (ushort)0;
        return code != 0 || character == 0;
    }

    private void SetCode(char character, ushort code) => (_codes[character >> 8] ??= new ushort[256])[character & 0xFF] = code;

    private void Ask(Encoding page, CodePageRow row)
    {
        var keepsPrivate = row.Options.Contains("private");
        var lowestTrail = row.Options.Contains("high") ? 0xA1 : 0;
        var leads = Leads(row.Options);
        Span<byte> bytes = stackalloc byte[2];
        for (var lead = 0; lead < 0x100; lead++)
        {
            bytes[0] = (byte)lead;
            _characters[lead] = Ask(page, bytes[..1], keepsPrivate);
            if (_characters[lead] != Undefined || page.IsSingleByte || !leads[lead])
                continue;
            for (var trail = lowestTrail; trail < 0x100; trail++)
            {
                bytes[1] = (byte)trail;
                _characters[lead << 8 | trail] = Ask(page, bytes, keepsPrivate);
            }
        }
    }

    private static char Ask(Encoding page, ReadOnlySpan<byte> bytes, bool keepsPrivate)
    {
        Span<char> made = stackalloc char[8];
        if (page.GetChars(bytes, made) != 1 || made[0] == '\uFFFD' || made[0] is >= '\uE000' and <= '\uF8FF' && !keepsPrivate)
            return Undefined;
        var isSubstitute = page.CodePage == Japanese
            && (made[0] == '?' && bytes is not [(byte)'?']
                || made[0] == KatakanaDot && bytes is not [KatakanaDotCode >> 8, KatakanaDotCode & 0xFF]);
        return isSubstitute ? Undefined : made[0];
    }

    private static bool[] Leads(string[] options)
    {
        var leads = new bool[256];
        if (options.FirstOrDefault(static option => option.StartsWith("leads:", StringComparison.Ordinal)) is not { } given)
        {
            Array.Fill(leads, true);
            return leads;
        }
        foreach (var range in given["leads:".Length..].Split(','))
        {
            var ends = range.Split('-');
            for (var lead = Number(ends[0]); lead <= Number(ends[1]); lead++)
                leads[lead] = true;
        }
        return leads;
    }

    /// <summary>The single changes of notations like <c>c6a1=30fe,309d+1,-</c>; -1 for undefined.</summary>
    private static IEnumerable<(int From, int To)> Changes(List<string> notations)
    {
        foreach (var notation in notations)
        {
            var equals = notation.IndexOf('=', StringComparison.Ordinal);
            var from = Number(notation[..equals]);
            foreach (var item in notation[(equals + 1)..].Split(','))
            {
                var (first, more) = item.Split('+') is [var start, var count] ? (start, Number(count)) : (item, 0);
                for (var i = 0; i <= more; i++)
                    yield return (from++, first == "-" ? -1 : Number(first) + i);
            }
        }
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
