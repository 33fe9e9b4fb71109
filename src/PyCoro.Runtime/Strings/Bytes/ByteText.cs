// bytes as ASCII text: case, classification, stripping, padding, translation.

using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public abstract partial class ByteSequence
{
    /// <summary>Return a copy with all ASCII characters in upper case.</summary>
    [PyMethod("upper")]
    internal Value Upper()
    {
        var result = new byte[Span.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = ToUpper(Span[i]);
        return Make(result);
    }

    /// <summary>Return a copy with all ASCII characters in lower case.</summary>
    [PyMethod("lower")]
    internal Value Lower()
    {
        var result = new byte[Span.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = ToLower(Span[i]);
        return Make(result);
    }

    /// <summary>Return a copy with upper-case ASCII characters in lower case and vice versa.</summary>
    [PyMethod("swapcase")]
    internal Value SwapCase()
    {
        var result = new byte[Span.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = IsUpperCase(Span[i]) ? ToLower(Span[i]) : ToUpper(Span[i]);
        return Make(result);
    }

    /// <summary>Return a copy with the first character in upper case and the rest in lower case.</summary>
    [PyMethod("capitalize")]
    internal Value Capitalize()
    {
        var result = new byte[Span.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = i == 0 ? ToUpper(Span[i]) : ToLower(Span[i]);
        return Make(result);
    }

    /// <summary>Return a copy where words start with an upper-case ASCII character and continue in lower case.</summary>
    [PyMethod("title")]
    internal Value Title()
    {
        var result = new byte[Span.Length];
        var insideWord = false;
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = insideWord ? ToLower(Span[i]) : ToUpper(Span[i]);
            insideWord = IsLetter(Span[i]);
        }
        return Make(result);
    }

    /// <summary>All characters are ASCII letters or digits, and there is one.</summary>
    [PyMethod("isalnum")]
    internal bool IsAlphanumeric() => All(static unit => IsLetter(unit) || IsDecimalDigit(unit));

    /// <summary>All characters are ASCII letters, and there is one.</summary>
    [PyMethod("isalpha")]
    internal bool IsAlpha() => All(IsLetter);

    /// <summary>All characters are ASCII.</summary>
    [PyMethod("isascii")]
    internal bool IsAscii() => Ascii.IsValid(Span);

    /// <summary>All characters are ASCII digits, and there is one.</summary>
    [PyMethod("isdigit")]
    internal bool IsDigit() => All(IsDecimalDigit);

    /// <summary>All characters are ASCII white space, and there is one.</summary>
    [PyMethod("isspace")]
    internal bool IsSpace() => All(ByteUnits.IsSpace);

    /// <summary>There is a lower-case ASCII character and none in upper case.</summary>
    [PyMethod("islower")]
    internal bool IsLower()
    {
        var seen = false;
        foreach (var unit in Span)
        {
            if (IsUpperCase(unit))
                return false;
            seen |= IsLetter(unit);
        }
        return seen;
    }

    /// <summary>There is an upper-case ASCII character and none in lower case.</summary>
    [PyMethod("isupper")]
    internal bool IsUpper()
    {
        var seen = false;
        foreach (var unit in Span)
        {
            if (IsLetter(unit) && !IsUpperCase(unit))
                return false;
            seen |= IsUpperCase(unit);
        }
        return seen;
    }

    /// <summary>Upper-case characters only begin words, lower-case ones only continue them, and there is one.</summary>
    [PyMethod("istitle")]
    internal bool IsTitle()
    {
        bool seen = false, insideWord = false;
        foreach (var unit in Span)
        {
            if (IsLetter(unit))
            {
                if (IsUpperCase(unit) == insideWord)
                    return false;
                seen = true;
            }
            insideWord = IsLetter(unit);
        }
        return seen;
    }

    /// <summary>Strip leading and trailing bytes contained in the argument, or ASCII white space.</summary>
    [PyMethod("strip", Signature = "bytes=None, /")]
    internal Value Strip(VmThread thread, Value bytes) => Trim(thread, bytes, Ends.Both);

    /// <summary>Strip leading bytes contained in the argument, or ASCII white space.</summary>
    [PyMethod("lstrip", Signature = "bytes=None, /")]
    internal Value StripLeft(VmThread thread, Value bytes) => Trim(thread, bytes, Ends.Left);

    /// <summary>Strip trailing bytes contained in the argument, or ASCII white space.</summary>
    [PyMethod("rstrip", Signature = "bytes=None, /")]
    internal Value StripRight(VmThread thread, Value bytes) => Trim(thread, bytes, Ends.Right);

    /// <summary>Return the bytes without the prefix, if they have it.</summary>
    [PyMethod("removeprefix")]
    internal Value RemovePrefix(VmThread thread, Value prefix)
    {
        if (!Buffers.Require(thread, prefix, out var affix))
            return Value.Error;
        return Span.StartsWith(affix) ? Make(Span[affix.Length..].ToArray()) : Same();
    }

    /// <summary>Return the bytes without the suffix, if they have it.</summary>
    [PyMethod("removesuffix")]
    internal Value RemoveSuffix(VmThread thread, Value suffix)
    {
        if (!Buffers.Require(thread, suffix, out var affix))
            return Value.Error;
        return Span.EndsWith(affix) ? Make(Span[..^affix.Length].ToArray()) : Same();
    }

    /// <summary>Return a centered copy of a length.</summary>
    [PyMethod("center", Signature = "width, fillchar=b' ', /")]
    internal Value Center(VmThread thread, long width, Value fillchar)
    {
        var missing = width - Span.Length;
        var left = missing / 2 + (missing & width & 1);
        return Pad(thread, "center", left, missing - left, fillchar);
    }

    /// <summary>Return a left-justified copy of a length.</summary>
    [PyMethod("ljust", Signature = "width, fillchar=b' ', /")]
    internal Value LeftJustify(VmThread thread, long width, Value fillchar) =>
        Pad(thread, "ljust", 0, width - Span.Length, fillchar);

    /// <summary>Return a right-justified copy of a length.</summary>
    [PyMethod("rjust", Signature = "width, fillchar=b' ', /")]
    internal Value RightJustify(VmThread thread, long width, Value fillchar) =>
        Pad(thread, "rjust", width - Span.Length, 0, fillchar);

    /// <summary>Pad a numeric string with zeros on the left, behind its sign.</summary>
    [PyMethod("zfill")]
    internal Value ZeroFill(VmThread thread, long width)
    {
        var missing = width - Span.Length;
        if (missing <= 0)
            return Same();
        if (missing > FormatSpec.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        var result = new byte[width];
        result.AsSpan().Fill((byte)'0');
        var sign = Span.Length > 0 && Span[0] is (byte)'+' or (byte)'-' ? 1 : 0;
        Span[..sign].CopyTo(result);
        Span[sign..].CopyTo(result.AsSpan((int)missing + sign));
        return Make(result);
    }

    /// <summary>Return a copy where all tab characters are expanded using spaces.</summary>
    [PyMethod("expandtabs", Signature = "tabsize=8")]
    internal Value ExpandTabs(VmThread thread, int tabsize = 8)
    {
        var output = new ByteBuilder(Span.Length + 16);
        var column = 0;
        foreach (var unit in Span)
        {
            if (unit == '\t')
            {
                if (tabsize <= 0)
                    continue;
                var count = tabsize - column % tabsize;
                if ((long)output.Length + count > FormatSpec.MaxLength)
                    return thread.OverflowError("result too long");
                column += count;
                output.Reserve(count).Fill((byte)' ');
                continue;
            }
            column = unit is (byte)'\n' or (byte)'\r' ? 0 : column + 1;
            output.Append(unit);
        }
        return Make(output.ToArray());
    }

    /// <summary>Return a copy with each byte mapped by a table of 256 bytes, after removing those in delete.</summary>
    [PyMethod("translate", Signature = "table, /, delete=b''")]
    internal Value Translate(VmThread thread, Value table, Value delete)
    {
        ReadOnlySpan<byte> map = default, removed = default;
        if (!table.IsNone)
        {
            if (!Buffers.Require(thread, table, out map))
                return Value.Error;
            if (map.Length != 256)
                return thread.ValueError("translation table must be 256 characters long");
        }
        if (!delete.IsUnbound && !Buffers.Require(thread, delete, out removed))
            return Value.Error;
        var output = new ByteBuilder(Span.Length);
        foreach (var unit in Span)
        {
            if (!removed.Contains(unit))
                output.Append(map.IsEmpty ? unit : map[unit]);
        }
        return Make(output.ToArray());
    }

    /// <summary>Return a table for translate that maps each byte of frm to the byte at the same place in to.</summary>
    [PyStaticMethod("maketrans")]
    internal static Value MakeTranslation(VmThread thread, Value frm, Value to)
    {
        if (!Buffers.Require(thread, frm, out var from) || !Buffers.Require(thread, to, out var target))
            return Value.Error;
        if (from.Length != target.Length)
            return thread.ValueError("maketrans arguments must have same length");
        var table = new byte[256];
        for (var i = 0; i < table.Length; i++)
            table[i] = (byte)i;
        for (var i = 0; i < from.Length; i++)
            table[from[i]] = target[i];
        return new PyBytes(table);
    }

    private static bool IsLetter(byte unit) => char.IsAsciiLetter((char)unit);

    private static bool IsUpperCase(byte unit) => unit is >= (byte)'A' and <= (byte)'Z';

    private static bool IsDecimalDigit(byte unit) => unit is >= (byte)'0' and <= (byte)'9';

    private static byte ToUpper(byte unit) => unit is >= (byte)'a' and <= (byte)'z' ? (byte)(unit - 32) : unit;

    private static byte ToLower(byte unit) => IsUpperCase(unit) ? (byte)(unit + 32) : unit;

    private bool All(Func<byte, bool> test)
    {
        foreach (var unit in Span)
        {
            if (!test(unit))
                return false;
        }
        return Span.Length > 0;
    }

    private Value Trim(VmThread thread, Value bytes, Ends ends)
    {
        (int Start, int End) kept;
        if (bytes.IsUnbound || bytes.IsNone)
            kept = Spans.TrimSpaces<byte, ByteUnits>(Span, ends);
        else if (Buffers.Require(thread, bytes, out var units))
            kept = Spans.Trim(Span, units, ends);
        else
            return Value.Error;
        return kept.End - kept.Start == Span.Length ? Same() : Make(Span[kept.Start..kept.End].ToArray());
    }

    private Value Pad(VmThread thread, string method, long left, long right, Value fillchar)
    {
        var fill = (byte)' ';
        if (!fillchar.IsUnbound)
        {
            if (fillchar.Ref is not ByteSequence { Span.Length: 1 } given)
                return thread.TypeError($"{method}() argument 2 must be a byte string of length 1, not {fillchar.Type.Name}");
            fill = given.Span[0];
        }
        if (left + right <= 0)
            return Same();
        if (Span.Length + left + right > FormatSpec.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        var result = new byte[Span.Length + left + right];
        result.AsSpan(0, (int)left).Fill(fill);
        Span.CopyTo(result.AsSpan((int)left));
        result.AsSpan((int)left + Span.Length).Fill(fill);
        return Make(result);
    }
}
