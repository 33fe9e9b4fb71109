// complex's other methods and its constructor, which adds up two numbers that may be complex themselves.

using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyComplex
{
    private static readonly PyStr ComplexName = PyStr.Constant("__complex__");

    [PyNew(Signature = "real=0, imag=0")]
    private static Value New(VmThread thread, PyType type, Value real, Value imag)
    {
        if (real.Ref is PyComplex exact && imag.IsUnbound && ReferenceEquals(type, TypeObject) && ReferenceEquals(exact.Type, type))
            return real;
        if (real.Ref is PyStr text)
        {
            if (!imag.IsUnbound)
                return thread.TypeError("complex() can't take second arg if first is a string");
            return ComplexParsing.TryParse(text.Text, out var parsed)
                ? Make(type, parsed)
                : thread.ValueError("complex() arg is a malformed string");
        }
        if (imag.Ref is PyStr)
            return thread.TypeError("complex() second arg can't be a string");
        var isComplex = false;
        var sum = Complex.Zero;
        if (!real.IsUnbound && !TryFirst(thread, real, out sum, out isComplex))
            return Value.Error;
        if (imag.IsUnbound)
            return Make(type, sum);
        if (imag.Ref is PyComplex second)
        {
            var whole = second.Number.Real + (isComplex ? sum.Imaginary : 0.0);
            return Make(type, new Complex(sum.Real - second.Number.Imaginary, whole));
        }
        if (!imag.Type.Has(Special.Float) && !imag.Type.Has(Special.Index))
            return thread.TypeError($"complex() second argument must be a number, not '{imag.Type.Name}'");
        if (!Conversions.TryDouble(thread, imag, out var imaginary))
            return Value.Error;
        return Make(type, new Complex(sum.Real, isComplex ? imaginary + sum.Imaginary : imaginary));
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private Value Repr()
    {
        var imaginary = FloatText.ReprWithoutDotZero(Number.Imaginary);
        if (Number.Real == 0 && !double.IsNegative(Number.Real))
            return Value.Str(imaginary + "j");
        var plus = imaginary[0] == '-' ? "" : "+";
        return Value.Str($"({FloatText.ReprWithoutDotZero(Number.Real)}{plus}{imaginary}j)");
    }

    /// <summary>Convert to a string according to format_spec.</summary>
    [PyMethod("__format__", Signature = "format_spec, /")]
    private Value Format(VmThread thread, PyStr formatSpec)
    {
        if (formatSpec.Text.Length == 0)
            return Texts.Str(thread, this) is { } text ? text : Value.Error;
        var formatted = NumberFormatting.Complex(thread, Number, formatSpec.Text, Type.Name);
        return formatted is null ? Value.Error : Value.Str(formatted);
    }

    /// <summary>Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.</summary>
    [PyMethod("conjugate")]
    private Value Conjugate() => new PyComplex(new Complex(Number.Real, -Number.Imaginary));

    /// <summary>Convert this value to exact type complex.</summary>
    [PyMethod("__complex__")]
    private Value ToComplex() => Exact;

    /// <summary>the real part of a complex number</summary>
    [PyGetter("real", Member = true)]
    private Value Real() => Value.Float(Number.Real);

    /// <summary>the imaginary part of a complex number</summary>
    [PyGetter("imag", Member = true)]
    private Value Imaginary() => Value.Float(Number.Imaginary);

    [PyMethod("__getnewargs__")]
    private Value GetNewArgs() => PyTuple.Of(Value.Float(Number.Real), Value.Float(Number.Imaginary));

    private Value Exact => ReferenceEquals(Type, TypeObject) ? this : new PyComplex(Number);

    private static Value Make(PyType type, Complex number) =>
        ReferenceEquals(type, TypeObject) ? new PyComplex(number) : new PyComplex(type.RootShape, number);

    /// <summary>The number as a complex (library reference: cmath): of a complex, by <c>__complex__</c>, or a real one;
    /// TypeError for all else.</summary>
    internal static bool TryConvert(VmThread thread, Value value, out Complex number)
    {
        if (!TryComplex(thread, value, out number, out var isComplex))
            return false;
        if (isComplex)
            return true;
        if (!Conversions.TryDouble(thread, value, out var real))
            return false;
        number = new Complex(real, 0);
        return true;
    }

    private static bool TryFirst(VmThread thread, Value value, out Complex number, out bool isComplex)
    {
        if (!TryComplex(thread, value, out number, out isComplex))
            return false;
        if (isComplex)
            return true;
        if (!value.Type.Has(Special.Float) && !value.Type.Has(Special.Index))
        {
            thread.TypeError($"complex() first argument must be a string or a number, not '{value.Type.Name}'");
            return false;
        }
        if (!Conversions.TryDouble(thread, value, out var real))
            return false;
        number = new Complex(real, 0);
        return true;
    }

    /// <summary>The number of a complex or of an object with <c>__complex__</c>; false when that raised.</summary>
    private static bool TryComplex(VmThread thread, Value value, out Complex number, out bool isComplex)
    {
        number = default;
        isComplex = false;
        if (value.Ref is not PyComplex || !ReferenceEquals(value.Type, TypeObject))
        {
            var method = value.Type.Lookup(ComplexName);
            if (!method.IsUnbound)
            {
                value = thread.CallSpecial(method, value);
                if (value.IsError)
                    return false;
                if (value.Ref is not PyComplex)
                {
                    thread.TypeError($"__complex__ returned non-complex (type {value.Type.Name})");
                    return false;
                }
                if (!ReferenceEquals(value.Type, TypeObject) && !Conversions.WarnOfSubclass(thread, "__complex__", "complex", value))
                    return false;
            }
        }
        if (value.Ref is PyComplex complex)
        {
            number = complex.Number;
            isComplex = true;
        }
        return true;
    }
}
