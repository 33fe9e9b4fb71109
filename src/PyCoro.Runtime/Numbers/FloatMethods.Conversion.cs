// float's methods that make other things of a float, and the constructor.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyFloat
{
    private const int ObjectSize = 24;

    [PyNew(Signature = "x=0, /")]
    private static Value New(VmThread thread, PyType type, Value x)
    {
        var number = x.IsUnbound ? Value.Float(0.0) : FloatConversion.FromAny(thread, x);
        if (number.IsError || ReferenceEquals(type, TypeObject))
            return number;
        return new PyFloat(type.RootShape, number.AsDouble);
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private static Value Repr(Value self) => Value.Str(FloatText.Repr(Any(self)));

    /// <summary>Formats the float according to format_spec.</summary>
    [PyMethod("__format__", Signature = "format_spec, /")]
    private static Value Format(VmThread thread, Value self, PyStr formatSpec)
    {
        if (formatSpec.Text.Length == 0)
            return Texts.Str(thread, self) is { } text ? text : Value.Error;
        var formatted = NumberFormatting.Float(thread, Any(self), formatSpec.Text, self.Type.Name);
        return formatted is null ? Value.Error : Value.Str(formatted);
    }

    /// <summary>int(self)</summary>
    [PyMethod("__int__")]
    private static Value ToInt(VmThread thread, Value self) => FloatConversion.ToInt(thread, Any(self));

    /// <summary>Return the Integral closest to x between 0 and x.</summary>
    [PyMethod("__trunc__")]
    private static Value Truncate(VmThread thread, Value self) => FloatConversion.ToInt(thread, Any(self));

    /// <summary>Return the floor as an Integral.</summary>
    [PyMethod("__floor__")]
    private static Value Floor(VmThread thread, Value self) => FloatConversion.ToInt(thread, Math.Floor(Any(self)));

    /// <summary>Return the ceiling as an Integral.</summary>
    [PyMethod("__ceil__")]
    private static Value Ceiling(VmThread thread, Value self) => FloatConversion.ToInt(thread, Math.Ceiling(Any(self)));

    /// <summary>float(self)</summary>
    [PyMethod("__float__")]
    private static Value ToFloat(Value self) => Value.Float(Any(self));

    /// <summary>Return the Integral closest to x, rounding half toward even. When an argument is passed, work like built-in round(x, ndigits).</summary>
    [PyMethod("__round__", Signature = "ndigits=None, /")]
    private static Value Round(VmThread thread, Value self, Value ndigits)
    {
        var number = Any(self);
        if (ndigits.IsUnbound || ndigits.IsNone)
            return FloatConversion.ToInt(thread, Math.Round(number, MidpointRounding.ToEven));
        if (!Conversions.TryIndexClamped(thread, ndigits, out var places))
            return Value.Error;
        if (!double.IsFinite(number) || places > 323)
            return Value.Float(number);
        if (places < -308)
            return Value.Float(0.0 * number);
        var rounded = FloatText.Round(number, (int)places);
        return double.IsInfinity(rounded)
            ? thread.OverflowError("rounded value too large to represent")
            : Value.Float(rounded);
    }

    /// <summary>Return self, the complex conjugate of any float.</summary>
    [PyMethod("conjugate")]
    private static Value Conjugate(Value self) => Value.Float(Any(self));

    /// <summary>Return True if the float is an integer.</summary>
    [PyMethod("is_integer")]
    private static Value IsInteger(Value self)
    {
        var number = Any(self);
        return Value.Bool(double.IsFinite(number) && Math.Floor(number) == number);
    }

    /// <summary>Return a pair of integers, whose ratio is exactly equal to the original float. The ratio is in lowest terms and has a positive denominator.</summary>
    [PyMethod("as_integer_ratio")]
    private static Value AsIntegerRatio(VmThread thread, Value self)
    {
        var number = Any(self);
        if (double.IsInfinity(number))
            return thread.OverflowError("cannot convert Infinity to integer ratio");
        if (double.IsNaN(number))
            return thread.ValueError("cannot convert NaN to integer ratio");
        var (numerator, denominator) = FloatConversion.ToRatio(number);
        return PyTuple.Of(Value.Int(numerator), Value.Int(denominator));
    }

    /// <summary>Return a hexadecimal representation of a floating-point number.</summary>
    [PyMethod("hex")]
    private static Value Hex(Value self) => Value.Str(FloatHex.Write(Any(self)));

    /// <summary>Create a floating-point number from a hexadecimal string.</summary>
    [PyClassMethod("fromhex", Signature = "string, /")]
    private static Value FromHex(VmThread thread, PyType type, Value @string)
    {
        if (@string.Ref is not PyStr text)
            return thread.TypeError("bad argument type for built-in operation");
        var number = FloatHex.Read(thread, text.Text);
        return number.IsError || ReferenceEquals(type, TypeObject) ? number : thread.Call(type, number);
    }

    /// <summary>the real part of a complex number</summary>
    [PyGetter("real")]
    private static Value Real(Value self) => Value.Float(Any(self));

    /// <summary>the imaginary part of a complex number</summary>
    [PyGetter("imag")]
    private static Value Imaginary(Value self) => Value.Float(0.0);

    [PyMethod("__getnewargs__")]
    private static Value GetNewArgs(Value self) => PyTuple.Of(Value.Float(Any(self)));

    /// <summary>Size of object in memory, in bytes.</summary>
    [PyMethod("__sizeof__")]
    private static Value SizeOf(Value self) => Value.Int((long)ObjectSize);

    /// <summary>You probably don't want to use this function.</summary>
    [PyClassMethod("__getformat__", Signature = "typestr, /")]
    private static Value GetFormat(VmThread thread, PyType type, Value typestr)
    {
        if (typestr.Ref is not PyStr text)
            return thread.TypeError($"__getformat__() argument must be str, not {typestr.Type.Name}");
        return text.Text is "double" or "float"
            ? Value.Str(BitConverter.IsLittleEndian ? "IEEE, little-endian" : "IEEE, big-endian")
            : thread.ValueError("__getformat__() argument 1 must be 'double' or 'float'");
    }
}
