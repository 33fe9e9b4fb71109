// Floats as text. repr is the shortest text that reads back as the same float, which .NET's "R" computes; only the choice
// between positional and exponential notation differs. A fixed number of digits must be rounded half to even on the exact
// binary value (2.5 -> 2), which .NET's "F" does not do: digits are computed here from mantissa and exponent, in 128 bits
// where they suffice, else in BigInteger.

using System.Globalization;
using System.Numerics;

namespace PyCoro.Runtime.Numbers;

/// <summary>Variations of <see cref="FloatText.Format"/>.</summary>
[Flags]
internal enum FloatStyle
{
    None = 0,

    /// <summary><c>#</c>: keep the point and trailing zeros.</summary>
    Alternate = 1,

    /// <summary>A text that would look like an int gets <c>.0</c>.</summary>
    AddDotZero = 2,
}

/// <summary>Float to text (library reference: Format Specification Mini-Language, and <c>float.__repr__</c>).</summary>
internal static class FloatText
{
    // A double has at most 767 significant decimal digits, and at most 1074 of them behind the point.
    private const int MaxSignificant = 770;
    private const int MaxFraction = 1080;

    private static readonly BigInteger[] SmallPowers = MakePowers(330);

    /// <summary><c>repr(number)</c>.</summary>
    internal static string Repr(double number)
    {
        if (!double.IsFinite(number))
            return NonFinite(number, false);
        if (IsMisprinted(number))
        {
            var digits = Significant(Math.Abs(number), 17, out var power);
            return (number < 0 ? "-" : "") + Exponential(digits, power, false);
        }
        Span<char> buffer = stackalloc char[40];
        number.TryFormat(buffer, out var length, "R", CultureInfo.InvariantCulture);
        var text = buffer[..length];
        var e = text.IndexOf('E');
        if (e < 0 && Math.Abs(number) >= 1e16)
            return Shifted(text);
        if (e < 0)
            return text.Contains('.') ? new string(text) : string.Concat(text, ".0");
        var exponent = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = text[..e];
        return exponent is >= 0 and < 16
            ? Positional(mantissa, exponent)
            : $"{mantissa}e{ExponentSign(exponent)}{Math.Abs(exponent):00}";
    }

    /// <summary>As <see cref="Repr"/>, but without the <c>.0</c>: the parts of a complex.</summary>
    internal static string ReprWithoutDotZero(double number)
    {
        var text = Repr(number);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
    }

    /// <summary>One of <c>e E f F g G</c> with a precision; the sign only when it is negative.</summary>
    internal static string Format(double number, char type, int precision, FloatStyle style)
    {
        var isUpper = type is 'E' or 'F' or 'G';
        if (!double.IsFinite(number))
            return NonFinite(number, isUpper);
        var sign = double.IsNegative(number) ? "-" : "";
        number = Math.Abs(number);
        var alternate = (style & FloatStyle.Alternate) != 0;
        string text;
        switch (type)
        {
            case 'f' or 'F':
                text = Fixed(number, precision, alternate);
                break;
            case 'e' or 'E':
                var digits = Significant(number, precision + 1, out var exponent);
                text = Exponential(digits, exponent, alternate);
                break;
            default:
                text = General(number, Math.Max(precision, 1), style);
                break;
        }
        return sign + (isUpper ? text.ToUpperInvariant() : text);
    }

    /// <summary>The exact value rounded half to even to a number of decimal places (which may be negative), as a float.</summary>
    internal static double Round(double number, int places)
    {
        if (places > MaxFraction || number == 0)
            return number;
        var scaled = Scaled(Math.Abs(number), places);
        double rounded;
        if (places is >= 0 and <= 22 && scaled <= 1L << 53)
            rounded = (double)scaled / FloatParsing.ExactPowerOfTen(places);
        else
            rounded = double.Parse(
                string.Create(CultureInfo.InvariantCulture, $"{scaled}E{-places}"), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.CopySign(rounded, number);
    }

    /// <summary>Exactly <paramref name="count"/> digits of a number that is not negative, the first of which stands for
    /// 10**<paramref name="exponent"/>.</summary>
    internal static string Significant(double number, int count, out int exponent)
    {
        if (number == 0)
        {
            exponent = 0;
            return new string('0', count);
        }
        var wanted = Math.Min(count, MaxSignificant);
        // Log10 may have rounded up; too low an estimate shows in the number of digits, too high a one may not.
        exponent = (int)Math.Floor(Math.Log10(number) - 1e-12);
        while (true)
        {
            var digits = Scaled(number, wanted - 1 - exponent).ToString(CultureInfo.InvariantCulture);
            if (digits.Length == wanted)
                return count > wanted ? digits.PadRight(count, '0') : digits;
            // The estimate was off, or rounding carried into one more digit.
            exponent += digits.Length > wanted ? 1 : -1;
        }
    }

    /// <summary>10**exponent.</summary>
    internal static BigInteger PowerOfTen(int exponent) =>
        exponent < SmallPowers.Length ? SmallPowers[exponent] : BigInteger.Pow(10, exponent);

    /// <summary>For two powers of two .NET prints 16 digits where only 17 read back as the same float.</summary>
    private static bool IsMisprinted(double number) =>
        (BitConverter.DoubleToInt64Bits(number) & long.MaxValue) is 0x0410_0000_0000_0000 or 0x3E60_0000_0000_0000;

    private static string NonFinite(double number, bool isUpper)
    {
        var text = double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        return isUpper ? text.ToUpperInvariant() : text;
    }

    private static char ExponentSign(int exponent) => exponent < 0 ? '-' : '+';

    /// <summary>The digits of a whole number in exponential notation.</summary>
    private static string Shifted(ReadOnlySpan<char> whole)
    {
        var sign = whole[0] == '-' ? "-" : "";
        var digits = whole[sign.Length..];
        return sign + Exponential(new string(digits.TrimEnd('0')), digits.Length - 1, false);
    }

    /// <summary>A mantissa like <c>-1.5</c> shifted by a small positive exponent that passes all its digits but one at most.</summary>
    private static string Positional(ReadOnlySpan<char> mantissa, int exponent)
    {
        var sign = mantissa[0] == '-' ? "-" : "";
        var digits = new string(mantissa[sign.Length..]).Replace(".", "");
        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0') + ".0"
            : string.Concat(sign, digits.AsSpan(0, exponent + 1), ".", digits.AsSpan(exponent + 1));
    }

    private static string Fixed(double number, int precision, bool alternate)
    {
        var wanted = Math.Min(precision, MaxFraction);
        var digits = Scaled(number, wanted).ToString(CultureInfo.InvariantCulture);
        if (digits.Length <= wanted)
            digits = digits.PadLeft(wanted + 1, '0');
        if (precision == 0)
            return alternate ? digits + "." : digits;
        var text = digits.Insert(digits.Length - wanted, ".");
        return precision > wanted ? text.PadRight(text.Length + precision - wanted, '0') : text;
    }

    private static string Exponential(string digits, int exponent, bool alternate)
    {
        var point = digits.Length > 1 || alternate ? "." : "";
        return $"{digits[0]}{point}{digits.AsSpan(1)}e{ExponentSign(exponent)}{Math.Abs(exponent):00}";
    }

    private static string General(double number, int precision, FloatStyle style)
    {
        var alternate = (style & FloatStyle.Alternate) != 0;
        var addDotZero = (style & FloatStyle.AddDotZero) != 0;
        var digits = Significant(number, precision, out var exponent);
        if (!alternate)
        {
            digits = digits.TrimEnd('0');
            if (digits.Length == 0)
                digits = "0";
        }
        // Where a digit behind the point is forced, the exponent comes one place earlier, so that no digit is invented.
        if (exponent < -4 || exponent >= precision - (addDotZero ? 1 : 0))
            return Exponential(digits, exponent, alternate);
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;
        var whole = exponent + 1;
        if (digits.Length > whole)
            return digits.Insert(whole, ".");
        return digits.PadRight(whole, '0') + (addDotZero ? ".0" : alternate ? "." : "");
    }

    /// <summary>number * 10**power rounded half to even, for a finite number that is not negative.</summary>
    private static BigInteger Scaled(double number, int power)
    {
        var (mantissa, exponent) = FloatBits.Split(number);
        if (mantissa == 0)
            return BigInteger.Zero;
        // 53 bits times 10**22 (74 bits) fit 128 bits.
        if (power is >= 0 and <= 22 && exponent is <= 0 and > -127)
            return RoundShift((UInt128)(ulong)mantissa * (UInt128)SmallPowers[power], -exponent);
        var numerator = (BigInteger)mantissa;
        var denominator = BigInteger.One;
        if (power >= 0)
            numerator *= PowerOfTen(power);
        else
            denominator = PowerOfTen(-power);
        if (exponent >= 0)
            numerator <<= exponent;
        else
            denominator <<= -exponent;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var order = (remainder << 1).CompareTo(denominator);
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static BigInteger RoundShift(UInt128 number, int shift)
    {
        if (shift == 0)
            return number;
        var quotient = number >> shift;
        var remainder = number - (quotient << shift);
        var half = UInt128.One << (shift - 1);
        if (remainder > half || (remainder == half && (quotient & UInt128.One) == UInt128.One))
            quotient++;
        return quotient;
    }

    private static BigInteger[] MakePowers(int count)
    {
        var powers = new BigInteger[count];
        powers[0] = BigInteger.One;
        for (var i = 1; i < count; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
