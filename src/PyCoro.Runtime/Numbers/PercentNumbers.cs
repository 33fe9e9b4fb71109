// Numbers in printf style (library reference: printf-style String Formatting). str and bytes parse the format and call
// this for every numeric conversion; both get the same ASCII text.

using System.Numerics;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>The conversion flags of printf-style formatting.</summary>
[Flags]
internal enum PercentFlags
{
    None = 0,

    /// <summary><c>-</c></summary>
    Left = 1,

    /// <summary><c>+</c></summary>
    Sign = 2,

    /// <summary>A blank.</summary>
    Blank = 4,

    /// <summary><c>#</c></summary>
    Alternate = 8,

    /// <summary><c>0</c></summary>
    Zero = 16,
}

/// <summary>The numeric conversions <c>d i u o x X e E f F g G</c>.</summary>
internal static class PercentNumbers
{
    /// <summary>The complete text of one conversion, padded; null when it raised.</summary>
    /// <param name="thread">The thread that raises.</param>
    /// <param name="value">The argument.</param>
    /// <param name="conversion">One of <c>diuoxXeEfFgG</c>.</param>
    /// <param name="flags">The flags before the width.</param>
    /// <param name="width">Least width, or 0.</param>
    /// <param name="precision">What followed the point, or -1.</param>
    internal static string? Format(
        VmThread thread, Value value, char conversion, PercentFlags flags, int width, int precision)
    {
        var body = conversion is 'd' or 'i' or 'u' or 'o' or 'x' or 'X'
            ? FormatInt(thread, value, conversion, flags, precision)
            : FormatFloat(thread, value, conversion, flags, precision);
        return body is null ? null : Pad(thread, body, conversion, flags, width);
    }

    private static string? FormatInt(
        VmThread thread, Value value, char conversion, PercentFlags flags, int precision)
    {
        if (!value.TryGetBigInteger(out var number))
        {
            var converted = ToInt(thread, value, conversion);
            if (converted.IsError)
                return null;
            converted.TryGetBigInteger(out number);
        }
        var digits = conversion switch
        {
            'o' => IntText.InBase(BigInteger.Abs(number), 8),
            'x' => IntText.InBase(BigInteger.Abs(number), 16),
            'X' => IntText.InBase(BigInteger.Abs(number), 16).ToUpperInvariant(),
            _ => IntText.Decimal(thread, BigInteger.Abs(number)),
        };
        if (digits is null)
            return null;
        if (precision > FormatSpec.MaxLength)
        {
            thread.Raise(ExceptionTypes.MemoryError);
            return null;
        }
        if (precision > digits.Length)
            digits = digits.PadLeft(precision, '0');
        var prefix = (flags & PercentFlags.Alternate) == 0 ? "" : PrefixOf(conversion);
        return (number.Sign < 0 ? "-" : "") + prefix + digits;
    }

    /// <summary>An int from any number, or a TypeError that names the conversion.</summary>
    private static Value ToInt(VmThread thread, Value value, char conversion)
    {
        var needsInt = conversion is 'o' or 'x' or 'X';
        var type = value.Type;
        var isNumber = type.Has(Special.Index) || type.Has(Special.Int) || type.Has(Special.Float) || value.Ref is PyComplex;
        if (isNumber)
        {
            var converted = needsInt ? Conversions.Index(thread, value) : IntConversion.FromNumber(thread, value);
            if (!converted.IsError || !thread.ClearPending(ExceptionTypes.TypeError))
                return converted;
        }
        var wanted = needsInt ? "an integer" : "a real number";
        return thread.TypeError($"%{conversion} format: {wanted} is required, not {type.Name}");
    }

    private static string? FormatFloat(
        VmThread thread, Value value, char conversion, PercentFlags flags, int precision)
    {
        if (!Conversions.TryDouble(thread, value, out var number))
            return null;
        if (precision > FormatSpec.MaxLength)
        {
            thread.ValueError("precision too large");
            return null;
        }
        var style = (flags & PercentFlags.Alternate) == 0 ? FloatStyle.None : FloatStyle.Alternate;
        return FloatText.Format(number, conversion, precision < 0 ? 6 : precision, style);
    }

    private static string? Pad(VmThread thread, string body, char conversion, PercentFlags flags, int width)
    {
        if (width > FormatSpec.MaxLength)
        {
            thread.Raise(ExceptionTypes.MemoryError);
            return null;
        }
        if (body[0] != '-')
        {
            if ((flags & PercentFlags.Sign) != 0)
                body = "+" + body;
            else if ((flags & PercentFlags.Blank) != 0)
                body = " " + body;
        }
        if (body.Length >= width)
            return body;
        if ((flags & PercentFlags.Left) != 0)
            return body.PadRight(width);
        if ((flags & PercentFlags.Zero) == 0)
            return body.PadLeft(width);
        // Zeros go between sign or prefix and digits.
        var start = body[0] is '-' or '+' or ' ' ? 1 : 0;
        if ((flags & PercentFlags.Alternate) != 0)
            start += PrefixOf(conversion).Length;
        return string.Concat(body.AsSpan(0, start), new string('0', width - body.Length), body.AsSpan(start));
    }

    private static string PrefixOf(char conversion) => conversion switch
    {
        'o' => "0o",
        'x' => "0x",
        'X' => "0X",
        _ => "",
    };
}
