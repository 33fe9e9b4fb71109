// complex(text): a real part, an imaginary part that ends in j, or both without space between them, perhaps in parentheses.

using System.Numerics;

namespace PyCoro.Runtime.Numbers;

/// <summary>Text to complex (library reference: <c>complex</c>).</summary>
internal static class ComplexParsing
{
    /// <summary>The complex a text denotes; false when it denotes none.</summary>
    internal static bool TryParse(string source, out Complex number)
    {
        number = default;
        var text = NumberText.ToAscii(source);
        if (text is null || !NumberText.TryRemoveUnderscores(text, out text))
            return false;
        if (text.Length > 1 && text[0] == '(' && text[^1] == ')')
            text = NumberText.ToAscii(text[1..^1])!;
        if (text.Length == 0)
            return false;
        if (!FloatParsing.TryTakePrefix(text, 0, out var end, out var first))
        {
            number = new Complex(0, text[0] == '-' ? -1 : 1);
            return IsJ(text, text[0] is '+' or '-' ? 1 : 0);
        }
        if (end == text.Length)
        {
            number = new Complex(first, 0);
            return true;
        }
        if (text[end] is not ('+' or '-'))
        {
            number = new Complex(0, first);
            return IsJ(text, end);
        }
        var sign = end;
        if (!FloatParsing.TryTakePrefix(text, sign, out end, out var second))
        {
            second = text[sign] == '-' ? -1 : 1;
            end = sign + 1;
        }
        number = new Complex(first, second);
        return IsJ(text, end);
    }

    /// <summary>Is a j the last character, there?</summary>
    private static bool IsJ(string text, int position) => position == text.Length - 1 && text[position] is ('j' or 'J');
}
