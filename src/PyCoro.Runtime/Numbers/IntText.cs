// Ints as text and back. Decimal text of huge ints costs more than linear time, so it is limited as in CPython (library
// reference: Integer string conversion length limitation); the limit is state of the interpreter (sys.set_int_max_str_digits).
// Bases that are powers of two are free.

using System.Globalization;
using System.Numerics;
using System.Text;
using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Numbers;

/// <summary>Int to text, text to int.</summary>
internal static class IntText
{
    /// <summary><c>sys.int_info.default_max_str_digits</c>.</summary>
    internal const int DefaultMaxDigits = 4300;

    /// <summary><c>sys.int_info.str_digits_check_threshold</c>.</summary>
    internal const int CheckThreshold = 640;

    /// <summary>Decimal text; null with ValueError pending when it would be too long.</summary>
    internal static string? Decimal(VmThread thread, BigInteger number)
    {
        var limit = thread.Interpreter.IntMaxStrDigits;
        // A digit is worth 3.32 bits; only near the limit must the digits be counted.
        if (limit > 0 && number.GetBitLength() > limit * 3.3 && BigInteger.Abs(number) >= FloatText.PowerOfTen(limit))
        {
            thread.ValueError(
                $"Exceeds the limit ({limit} digits) for integer string conversion; "
                + "use sys.set_int_max_str_digits() to increase the limit");
            return null;
        }
        return DecimalDigits.Write(number);
    }

    /// <summary>Text in base 2, 8 or 16, lower case, without prefix; a minus before negative ones.</summary>
    internal static string InBase(BigInteger number, int radix)
    {
        if (number.Sign < 0)
            return "-" + InBase(-number, radix);
        if (number.IsZero)
            return "0";
        var bitsPerDigit = radix switch { 2 => 1, 8 => 3, _ => 4 };
        var bytes = number.ToByteArray(isUnsigned: true);
        var bits = (long)number.GetBitLength();
        var digits = (int)((bits + bitsPerDigit - 1) / bitsPerDigit);
        return string.Create(digits, (bytes, bitsPerDigit), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var value = 0;
                for (var b = 0; b < state.bitsPerDigit; b++)
                {
                    var bit = (long)i * state.bitsPerDigit + b;
                    var index = (int)(bit >> 3);
                    if (index < state.bytes.Length && (state.bytes[index] >> (int)(bit & 7) & 1) != 0)
                        value |= 1 << b;
                }
                span[span.Length - 1 - i] = (char)(value < 10 ? '0' + value : 'a' + value - 10);
            }
        });
    }

    /// <summary>What <c>int(text, radix)</c> reads; radix 0 takes it from the prefix.</summary>
    /// <returns>True; false without exception when the text is no int, or with ValueError pending when it is too long.</returns>
    internal static bool TryParse(VmThread thread, string source, int radix, out BigInteger number)
    {
        number = default;
        var text = NumberText.ToAscii(source);
        if (text is null)
            return false;
        var i = 0;
        var isNegative = false;
        if (i < text.Length && text[i] is '+' or '-')
            isNegative = text[i++] == '-';
        var mustBeZero = false;
        var prefixRadix = PrefixRadix(text, i);
        if (radix == 0)
        {
            radix = prefixRadix != 0 ? prefixRadix : 10;
            mustBeZero = prefixRadix == 0 && i < text.Length && text[i] == '0';
        }
        if (prefixRadix != 0 && prefixRadix == radix)
        {
            i += 2;
            if (i < text.Length && text[i] == '_')
                i++;
        }
        var digits = Digits(text, i, radix);
        if (digits is null || (mustBeZero && digits.AsSpan().ContainsAnyExcept('0')))
            return false;
        var limit = thread.Interpreter.IntMaxStrDigits;
        if (!BitOperations.IsPow2(radix) && limit > 0 && digits.Length > limit && digits.Length > CheckThreshold)
        {
            thread.ValueError(
                $"Exceeds the limit ({limit} digits) for integer string conversion: value has {digits.Length} digits; "
                + "use sys.set_int_max_str_digits() to increase the limit");
            return false;
        }
        number = Read(digits, radix);
        if (isNegative)
            number = -number;
        return true;
    }

    private static int PrefixRadix(string text, int start) =>
        start + 1 >= text.Length || text[start] != '0' ? 0 : (text[start + 1] | 0x20) switch
        {
            'x' => 16,
            'o' => 8,
            'b' => 2,
            _ => 0,
        };

    /// <summary>The digits without underscores; null when something else is among them.</summary>
    private static string? Digits(string text, int start, int radix)
    {
        if (start >= text.Length)
            return null;
        if (radix == 10 && !text.AsSpan(start).ContainsAnyExceptInRange('0', '9'))
            return text[start..];
        var builder = text.AsSpan(start).Contains('_') ? new StringBuilder(text.Length - start) : null;
        var wasDigit = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '_')
            {
                if (!wasDigit)
                    return null;
                wasDigit = false;
                continue;
            }
            if (DigitValue(text[i]) >= radix)
                return null;
            wasDigit = true;
            builder?.Append(text[i]);
        }
        if (!wasDigit)
            return null;
        return builder is null ? text[start..] : builder.ToString();
    }

    private static int DigitValue(char unit) => unit < DigitValues.Length ? DigitValues[unit] : 99;

    /// <summary>What each character of ASCII is worth as a digit; 99 for those that are none.</summary>
    private static ReadOnlySpan<byte> DigitValues =>
    [
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99, 99, 99, 99, 99, 99,
        99, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 99, 99, 99, 99, 99,
        99, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 99, 99, 99, 99, 99,
    ];

    private static BigInteger Read(string digits, int radix)
    {
        if (radix == 10)
            return DecimalDigits.Read(digits);
        if (radix == 16)
            return new BigInteger(Convert.FromHexString(digits.Length % 2 == 0 ? digits : "0" + digits), isUnsigned: true, isBigEndian: true);
        return BitOperations.IsPow2(radix) ? ReadBits(digits, BitOperations.Log2((uint)radix)) : ReadBlock(digits, radix);
    }

    /// <summary>Digits that stand for so many bits each.</summary>
    private static BigInteger ReadBits(string digits, int bitsPerDigit)
    {
        var bytes = new byte[((long)digits.Length * bitsPerDigit + 7) / 8];
        uint bits = 0;
        var filled = 0;
        var place = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            bits |= (uint)DigitValue(digits[i]) << filled;
            filled += bitsPerDigit;
            if (filled < 8)
                continue;
            bytes[place++] = (byte)bits;
            bits >>= 8;
            filled -= 8;
        }
        if (filled > 0)
            bytes[place] = (byte)bits;
        return new BigInteger(bytes, isUnsigned: true);
    }

    /// <summary>Splits long texts in halves, so that the work is in few large multiplications.</summary>
    private static BigInteger ReadBlock(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.Length <= 12)
        {
            var sum = 0L;
            foreach (var digit in digits)
                sum = sum * radix + DigitValue(digit);
            return sum;
        }
        var low = digits.Length / 2;
        return ReadBlock(digits[..^low], radix) * BigInteger.Pow(radix, low) + ReadBlock(digits[^low..], radix);
    }
}
