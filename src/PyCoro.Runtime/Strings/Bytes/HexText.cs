using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>Bytes as hexadecimal digits and back (<c>bytes.hex</c>, <c>bytes.fromhex</c>).</summary>
internal static class HexText
{
    /// <summary>Two digits a byte, with a separator after each group; groups are counted from the right, or from the left
    /// when their size is negative.</summary>
    internal static Value Make(VmThread thread, ReadOnlySpan<byte> bytes, Value separator, int groupSize)
    {
        if (separator.IsUnbound)
            return Value.Str(Convert.ToHexStringLower(bytes));
        string text;
        if (separator.Ref is PyStr given)
        {
            text = given.Text;
        }
        else if (Buffers.TryRead(separator, out var units))
        {
            text = System.Text.Encoding.Latin1.GetString(units);
        }
        else
        {
            return separator.Type.Has(Special.Len)
                ? thread.TypeError("sep must be str or bytes.")
                : thread.TypeError($"object of type '{separator.Type.QualifiedNativeName}' has no len()");
        }
        if (text.Length != 1)
            return thread.ValueError("sep must be length 1.");
        if (text[0] >= 0x80)
            return thread.ValueError("sep must be ASCII.");
        if (groupSize == 0)
            return Value.Str(Convert.ToHexStringLower(bytes));
        var output = new TextBuilder(stackalloc char[256]);
        for (var i = 0; i < bytes.Length; i++)
        {
            var position = groupSize > 0 ? bytes.Length - i : i;
            if (i > 0 && position % Math.Abs((long)groupSize) == 0)
                output.Append(text[0]);
            output.AppendHex(bytes[i], 2);
        }
        return Value.Str(output.Finish());
    }

    /// <summary>Bytes out of pairs of digits, with white space between them; null when it raised.</summary>
    internal static byte[]? Parse(VmThread thread, string text)
    {
        var output = new ByteBuilder(text.Length / 2);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < 0x80 && CharacterData.IsSpace(text[i]) && text[i] is not (>= '\x1C' and <= '\x1F'))
            {
                i++;
                continue;
            }
            if (!char.IsAsciiHexDigit(text[i]))
                return Fail(thread, text, i);
            if (i + 1 == text.Length || !char.IsAsciiHexDigit(text[i + 1]))
                return Fail(thread, text, i + 1);
            output.Append((byte)(Convert.ToInt32(text.Substring(i, 2), 16)));
            i += 2;
        }
        return output.ToArray();
    }

    private static byte[]? Fail(VmThread thread, string text, int unit)
    {
        thread.ValueError($"non-hexadecimal number found in fromhex() arg at position {new PyStr(text).PointOf(unit)}");
        return null;
    }
}
