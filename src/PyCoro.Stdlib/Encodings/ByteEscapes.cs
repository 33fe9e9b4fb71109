using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;

namespace PyCoro.Stdlib.Encodings;

/// <summary>Bytes as they would stand in a literal of bytes: <c>codecs.escape_encode</c> and <c>escape_decode</c>.</summary>
internal static class ByteEscapes
{
    /// <summary>The literal's content.</summary>
    internal static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var output = new ByteBuilder(bytes.Length * 2);
        var escape = new TextBuilder(stackalloc char[8]);
        foreach (var unit in bytes)
        {
            escape.Shrink(escape.Length);
            if (unit is (byte)'\\' or (byte)'\'')
                escape.Append('\\', (char)unit);
            else if (unit is (byte)'\t' or (byte)'\n' or (byte)'\r')
                escape.Append('\\', unit == '\t' ? 't' : unit == '\n' ? 'n' : 'r');
            else if (unit is >= 0x20 and < 0x7F)
                escape.Append((char)unit);
            else
                Reprs.AppendEscape(ref escape, unit);
            output.AppendAscii(escape.Written);
        }
        return output.ToArray();
    }

    /// <summary>What the literal stands for; null when it raised.</summary>
    internal static byte[]? Decode(VmThread thread, ReadOnlySpan<byte> text, string errors)
    {
        var output = new ByteBuilder(text.Length);
        string? complaint = null;
        var place = 0;
        while (place < text.Length)
        {
            var unit = text[place++];
            if (unit != '\\')
            {
                output.Append(unit);
                continue;
            }
            if (place == text.Length)
            {
                thread.ValueError("Trailing \\ in string");
                return null;
            }
            var letter = text[place];
            var number = EscapeCodec.ReadOctal(text[place..], out var digits);
            if (digits > 0)
            {
                if (number > 0xFF)
                    complaint ??= $"invalid octal escape sequence '\\{Convert.ToString(number, 8)}'";
                output.Append((byte)number);
                place += digits;
            }
            else if (letter == 'x')
            {
                var code = EscapeCodec.ReadHex(text[(place + 1)..], 2, out digits);
                if (digits == 2)
                    output.Append((byte)code);
                else if (!Refuse(thread, errors, place - 1, ref output))
                    return null;
                place += 1 + digits;
            }
            else
            {
                place++;
                if (EscapeCodec.Simple(letter) is >= 0 and var simple)
                {
                    output.Append((byte)simple);
                }
                else if (letter != '\n')
                {
                    complaint ??= $"invalid escape sequence '\\{(char)letter}'";
                    output.Append([(byte)'\\', letter]);
                }
            }
        }
        return complaint is null || PyCoro.Runtime.Modules.Warnings.Issue(thread, ExceptionTypes.DeprecationWarning, complaint) ? output.ToArray() : null;
    }

    private static bool Refuse(VmThread thread, string errors, int place, ref ByteBuilder output)
    {
        switch (errors)
        {
            case "ignore":
                return true;
            case "replace":
                output.Append((byte)'?');
                return true;
            case "strict":
                thread.ValueError($"invalid \\x escape at position {place}");
                return false;
            default:
                thread.ValueError($"decoding error; unknown error handling code: {errors}");
                return false;
        }
    }
}
