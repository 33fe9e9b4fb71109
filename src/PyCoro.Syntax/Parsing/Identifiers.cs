using System.Buffers;
using System.Text;
using PyCoro.Syntax.Unicode;

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
            if (Rune.DecodeFromUtf16(name[at..], out var rune, out var length) != OperationStatus.Done
                || !(at == 0 ? UnicodeData.IsIdentifierStart(rune.Value) : UnicodeData.IsIdentifierContinue(rune.Value)))
            {
                return at;
            }
            at += length;
        }
        return -1;
    }
}
