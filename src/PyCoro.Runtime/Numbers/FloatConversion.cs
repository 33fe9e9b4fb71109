// Between floats and other numbers: what float() makes of its argument, and the ints a float stands for.

using System.Numerics;
using System.Text;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Conversion to and from float.</summary>
internal static class FloatConversion
{
    /// <summary><c>float(value)</c> of any value.</summary>
    internal static Value FromAny(VmThread thread, Value value)
    {
        if (value.IsFloat)
            return value;
        if (value.Ref is PyStr str && !value.Type.Has(Special.Float))
            return FloatParsing.TryParse(str.Text, out var parsed) ? Value.Float(parsed) : Invalid(thread, value);
        var type = value.Type;
        if (value.Ref is PyFloat)
            return FromSubclass(thread, value);
        if (type.Has(Special.Float) || type.Has(Special.Index))
            return Conversions.TryDouble(thread, value, out var number) ? Value.Float(number) : Value.Error;
        if (!Buffers.TryRead(value, out var bytes))
            return thread.TypeError($"float() argument must be a string or a real number, not '{type.Name}'");
        return Ascii.IsValid(bytes) && FloatParsing.TryParse(Encoding.Latin1.GetString(bytes), out var read)
            ? Value.Float(read)
            : Invalid(thread, value);
    }

    /// <summary>The int a float is after cutting its fraction off; OverflowError, ValueError.</summary>
    internal static Value ToInt(VmThread thread, double number)
    {
        if (number is > -9.2e18 and < 9.2e18)
            return Value.Int((long)number);
        if (double.IsFinite(number))
            return Value.Int(new BigInteger(number));
        return double.IsNaN(number)
            ? thread.ValueError("cannot convert float NaN to integer")
            : thread.OverflowError("cannot convert float infinity to integer");
    }

    /// <summary>A float as a fraction in lowest terms, for a finite number.</summary>
    internal static (BigInteger Numerator, BigInteger Denominator) ToRatio(double number)
    {
        var (mantissa, exponent) = FloatBits.Split(number);
        if (mantissa == 0)
            return (0, 1);
        var zeros = BitOperations.TrailingZeroCount(mantissa);
        mantissa >>= zeros;
        exponent += zeros;
        var numerator = (BigInteger)(number < 0 ? -mantissa : mantissa);
        return exponent >= 0 ? (numerator << exponent, 1) : (numerator, BigInteger.One << -exponent);
    }

    /// <summary>A subclass may override <c>__float__</c>, which only float() itself asks.</summary>
    private static Value FromSubclass(VmThread thread, Value value)
    {
        var result = thread.CallSpecial(value.Type.LookupSpecial(Special.Float), value);
        if (result.IsError || result.IsFloat)
            return result;
        return result.TryGetDouble(out var number)
            ? Conversions.WarnOfSubclass(thread, $"{value.Type.QualifiedNativeName}.__float__", "float", result) ? Value.Float(number) : Value.Error
            : thread.TypeError($"{value.Type.Name}.__float__ returned non-float (type {result.Type.Name})");
    }

    private static Value Invalid(VmThread thread, Value value) =>
        Texts.Repr(thread, value) is { } shown
            ? thread.ValueError($"could not convert string to float: {shown.Text}")
            : Value.Error;
}
