// int's methods that make other things of an int: texts, floats, bytes, fractions; and the constructor.

using System.Globalization;
using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public partial class PyInt
{
    private const int ObjectSize = 24;
    private const int DigitSize = 4;
    private const int BitsPerDigit = 30;

    [PyNew(Signature = "x=0, /, base=10")]
    private static Value New(VmThread thread, PyType type, Value x, Value @base)
    {
        var number = Make(thread, x, @base);
        if (number.IsError || ReferenceEquals(type, TypeObject))
            return number;
        return new PyInt(type.RootShape, Any(number));
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private static Value Repr(VmThread thread, Value self)
    {
        if (self.IsSmallInt)
            return Value.Str(self.Bits.ToString(CultureInfo.InvariantCulture));
        var text = IntText.Decimal(thread, Any(self));
        return text is null ? Value.Error : Value.Str(text);
    }

    /// <summary>Default object formatter.</summary>
    [PyMethod("__format__", Signature = "format_spec, /")]
    private static Value Format(VmThread thread, Value self, PyStr formatSpec)
    {
        if (formatSpec.Text.Length == 0)
            return Texts.Str(thread, self) is { } text ? text : Value.Error;
        var formatted = NumberFormatting.Int(thread, Any(self), formatSpec.Text, self.Type.Name);
        return formatted is null ? Value.Error : Value.Str(formatted);
    }

    /// <summary>int(self)</summary>
    [PyMethod("__int__")]
    private static Value ToInt(Value self) => Exact(self);

    /// <summary>Return self converted to an integer, if self is suitable for use as an index into a list.</summary>
    [PyMethod("__index__")]
    private static Value ToIndex(Value self) => Exact(self);

    /// <summary>Truncating an Integral returns itself.</summary>
    [PyMethod("__trunc__")]
    private static Value Truncate(Value self) => Exact(self);

    /// <summary>Flooring an Integral returns itself.</summary>
    [PyMethod("__floor__")]
    private static Value Floor(Value self) => Exact(self);

    /// <summary>Ceiling of an Integral returns itself.</summary>
    [PyMethod("__ceil__")]
    private static Value Ceiling(Value self) => Exact(self);

    /// <summary>float(self)</summary>
    [PyMethod("__float__")]
    private static Value ToFloat(VmThread thread, Value self) =>
        self.IsSmallInt ? Value.Float(self.Bits) : IntToFloat.Convert(thread, Any(self));

    /// <summary>Rounding an Integral returns itself. Rounding with an ndigits argument also returns an integer.</summary>
    [PyMethod("__round__", Signature = "ndigits=<unrepresentable>, /")]
    private static Value Round(VmThread thread, Value self, Value ndigits)
    {
        if (ndigits.IsUnbound || ndigits.IsNone)
            return Exact(self);
        var index = Conversions.Index(thread, ndigits);
        if (index.IsError)
            return index;
        var places = Any(index);
        if (places.Sign >= 0)
            return Exact(self);
        var number = Any(self);
        // Half of the unit is beyond the number: it rounds to zero.
        if (-places > (BigInteger)number.GetBitLength())
            return Value.Int(0L);
        var unit = FloatText.PowerOfTen((int)-places);
        var quotient = IntArithmetic.FloorDivRem(number, unit, out var remainder);
        var order = (remainder << 1).CompareTo(unit);
        if (order > 0 || (order == 0 && !quotient.IsEven))
            quotient += 1;
        return Value.Int(quotient * unit);
    }

    /// <summary>Returns self, the complex conjugate of any int.</summary>
    [PyMethod("conjugate")]
    private static Value Conjugate(Value self) => Exact(self);

    /// <summary>Number of bits necessary to represent self in binary.</summary>
    [PyMethod("bit_length")]
    private static Value BitLength(Value self) =>
        self.IsSmallInt && self.Bits != long.MinValue
            ? Value.Int(64L - BitOperations.LeadingZeroCount((ulong)Math.Abs(self.Bits)))
            : Value.Int(BigInteger.Abs(Any(self)).GetBitLength());

    /// <summary>Number of ones in the binary representation of the absolute value of self.</summary>
    [PyMethod("bit_count")]
    private static Value BitCount(Value self) =>
        self.IsSmallInt && self.Bits != long.MinValue
            ? Value.Int((long)BitOperations.PopCount((ulong)Math.Abs(self.Bits)))
            : Value.Int(BigInteger.PopCount(BigInteger.Abs(Any(self))));

    /// <summary>Return a pair of integers, whose ratio is equal to the original int. The ratio is in lowest terms and has a positive denominator.</summary>
    [PyMethod("as_integer_ratio")]
    private static Value AsIntegerRatio(Value self) => PyTuple.Of(Exact(self), Value.Int(1L));

    /// <summary>the real part of a complex number</summary>
    [PyGetter("real")]
    private static Value Real(Value self) => Exact(self);

    /// <summary>the imaginary part of a complex number</summary>
    [PyGetter("imag")]
    private static Value Imaginary(Value self) => Value.Int(0L);

    /// <summary>the numerator of a rational number in lowest terms</summary>
    [PyGetter("numerator")]
    private static Value Numerator(Value self) => Exact(self);

    /// <summary>the denominator of a rational number in lowest terms</summary>
    [PyGetter("denominator")]
    private static Value Denominator(Value self) => Value.Int(1L);

    [PyMethod("__getnewargs__")]
    private static Value GetNewArgs(Value self) => PyTuple.Of(Exact(self));

    /// <summary>Returns size in memory, in bytes.</summary>
    [PyMethod("__sizeof__")]
    private static Value SizeOf(Value self)
    {
        // What CPython would need: whole digits of 30 bits, at least one.
        var bits = BigInteger.Abs(Any(self)).GetBitLength();
        return Value.Int(ObjectSize + DigitSize * Math.Max(1, (bits + BitsPerDigit - 1) / BitsPerDigit));
    }

    /// <summary>Return an array of bytes representing an integer.</summary>
    [PyMethod("to_bytes", Signature = "length=1, byteorder='big', *, signed=False")]
    private static Value ToBytes(VmThread thread, Value self, Value length, Value byteorder, Value signed)
    {
        var count = 1L;
        if (!length.IsUnbound && !ArgumentParsing.ToInt64(thread, length, out count))
            return Value.Error;
        if (!IntBytes.TryByteOrder(thread, byteorder, "to_bytes", out var isBigEndian))
            return Value.Error;
        var isSigned = false;
        if (!signed.IsUnbound && !Operations.Truth.TryTest(thread, signed, out isSigned))
            return Value.Error;
        if (count < 0)
            return thread.ValueError("length argument must be non-negative");
        return IntBytes.Write(thread, Any(self), count, isBigEndian, isSigned);
    }

    /// <summary>Return the integer represented by the given array of bytes.</summary>
    [PyClassMethod("from_bytes", Signature = "bytes, byteorder='big', *, signed=False")]
    private static Value FromBytes(VmThread thread, PyType type, Value bytes, Value byteorder, Value signed)
    {
        if (!IntBytes.TryByteOrder(thread, byteorder, "from_bytes", out var isBigEndian))
            return Value.Error;
        var isSigned = false;
        if (!signed.IsUnbound && !Operations.Truth.TryTest(thread, signed, out isSigned))
            return Value.Error;
        var number = IntBytes.Read(thread, bytes, isBigEndian, isSigned);
        return number.IsError || ReferenceEquals(type, TypeObject) ? number : thread.Call(type, number);
    }

    private static Value Make(VmThread thread, Value x, Value radix)
    {
        if (x.IsUnbound)
            return radix.IsUnbound ? Value.Int(0L) : thread.TypeError("int() missing string argument");
        if (radix.IsUnbound)
            return IntConversion.FromAny(thread, x);
        if (!Conversions.TryIndexClamped(thread, radix, out var number))
            return Value.Error;
        if (number != 0 && number is < 2 or > 36)
            return thread.ValueError("int() base must be >= 2 and <= 36, or 0");
        return x.Ref is PyStr or ByteSequence
            ? IntConversion.FromText(thread, x, (int)number, out _)
            : thread.TypeError("int() can't convert non-string with explicit base");
    }
}
