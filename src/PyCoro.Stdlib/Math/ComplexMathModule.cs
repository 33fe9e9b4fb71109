// cmath: the arithmetic is in ComplexFunctions; here are Python's arguments and errors.

using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Mathematics;

/// <summary>This module provides access to mathematical functions for complex
/// numbers.</summary>
[PyModule("cmath")]
internal static partial class ComplexMathModule
{
    [PyConstant("pi")]
    private const double Pi = Math.PI;

    [PyConstant("e")]
    private const double E = Math.E;

    [PyConstant("tau")]
    private const double Tau = Math.Tau;

    [PyConstant("inf")]
    private const double Infinity = double.PositiveInfinity;

    [PyConstant("nan")]
    private static readonly double NaN = MathModule.NaN;

    [PyConstant("infj")]
    private static Value InfinityJ => new PyComplex(new Complex(0, Infinity));

    [PyConstant("nanj")]
    private static Value NaNJ => new PyComplex(new Complex(0, NaN));

    private delegate Complex Function(Complex z, ref Fault fault);

    /// <summary>Return the arc cosine of z.</summary>
    [PyFunction("acos")]
    private static Value Acos(VmThread thread, Value z) => Apply(thread, z, static (Complex z, ref Fault fault) => ComplexFunctions.Acos(z));

    /// <summary>Return the inverse hyperbolic cosine of z.</summary>
    [PyFunction("acosh")]
    private static Value Acosh(VmThread thread, Value z) => Apply(thread, z, static (Complex z, ref Fault fault) => ComplexFunctions.Acosh(z));

    /// <summary>Return the arc sine of z.</summary>
    [PyFunction("asin")]
    private static Value Asin(VmThread thread, Value z) => Apply(thread, z, static (Complex z, ref Fault fault) => ComplexFunctions.Asin(z));

    /// <summary>Return the inverse hyperbolic sine of z.</summary>
    [PyFunction("asinh")]
    private static Value Asinh(VmThread thread, Value z) => Apply(thread, z, static (Complex z, ref Fault fault) => ComplexFunctions.Asinh(z));

    /// <summary>Return the arc tangent of z.</summary>
    [PyFunction("atan")]
    private static Value Atan(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Atan);

    /// <summary>Return the inverse hyperbolic tangent of z.</summary>
    [PyFunction("atanh")]
    private static Value Atanh(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Atanh);

    /// <summary>Return the cosine of z.</summary>
    [PyFunction("cos")]
    private static Value Cos(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Cos);

    /// <summary>Return the hyperbolic cosine of z.</summary>
    [PyFunction("cosh")]
    private static Value Cosh(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Cosh);

    /// <summary>Return the sine of z.</summary>
    [PyFunction("sin")]
    private static Value Sin(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Sin);

    /// <summary>Return the hyperbolic sine of z.</summary>
    [PyFunction("sinh")]
    private static Value Sinh(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Sinh);

    /// <summary>Return the square root of z.</summary>
    [PyFunction("sqrt")]
    private static Value Sqrt(VmThread thread, Value z) => Apply(thread, z, static (Complex z, ref Fault fault) => ComplexFunctions.Sqrt(z));

    /// <summary>Return the tangent of z.</summary>
    [PyFunction("tan")]
    private static Value Tan(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Tan);

    /// <summary>Return the hyperbolic tangent of z.</summary>
    [PyFunction("tanh")]
    private static Value Tanh(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Tanh);

    /// <summary>Return the exponential value e**z.</summary>
    [PyFunction("exp")]
    private static Value Exp(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Exp);

    /// <summary>Return the base-10 logarithm of z.</summary>
    [PyFunction("log10")]
    private static Value Log10(VmThread thread, Value z) => Apply(thread, z, ComplexFunctions.Log10);

    /// <summary>log(z[, base]) -> the logarithm of z to the given base.
    ///
    /// If the base is not specified, returns the natural logarithm (base e) of z.</summary>
    [PyFunction("log", Signature = "z, base=None, /")]
    private static Value Log(VmThread thread, Value z, Value @base)
    {
        if (!PyComplex.TryConvert(thread, z, out var number))
            return Value.Error;
        if (@base.IsUnbound)
            return Apply(thread, z, ComplexFunctions.Log);
        if (!PyComplex.TryConvert(thread, @base, out var radix))
            return Value.Error;
        var fault = Fault.None;
        var numerator = ComplexFunctions.Log(number, ref fault);
        var denominator = ComplexFunctions.Log(radix, ref fault);
        if (!ComplexArithmetic.TryDivide(numerator, denominator, out var quotient))
            fault = Fault.Domain;
        return Result(thread, quotient, fault);
    }

    /// <summary>Return argument, also known as the phase angle, of a complex.</summary>
    [PyFunction("phase")]
    private static Value Phase(VmThread thread, Value z) =>
        PyComplex.TryConvert(thread, z, out var number) ? Value.Float(Math.Atan2(number.Imaginary, number.Real)) : Value.Error;

    /// <summary>Convert a complex from rectangular coordinates to polar coordinates.
    ///
    /// r is the distance from 0 and phi the phase angle.</summary>
    [PyFunction("polar")]
    private static Value Polar(VmThread thread, Value z)
    {
        if (!PyComplex.TryConvert(thread, z, out var number))
            return Value.Error;
        var size = ComplexArithmetic.Abs(number);
        if (double.IsInfinity(size) && Complex.IsFinite(number))
            return Result(thread, default, Fault.Range);
        return PyTuple.Of(Value.Float(size), Value.Float(Math.Atan2(number.Imaginary, number.Real)));
    }

    /// <summary>Convert from polar coordinates to rectangular coordinates.</summary>
    [PyFunction("rect")]
    private static Value Rect(VmThread thread, double r, double phi)
    {
        var fault = Fault.None;
        var point = ComplexFunctions.FromPolar(r, phi, ref fault);
        return Result(thread, point, fault);
    }

    /// <summary>Return True if both the real and imaginary parts of z are finite, else False.</summary>
    [PyFunction("isfinite")]
    private static Value IsFinite(VmThread thread, Value z) =>
        PyComplex.TryConvert(thread, z, out var number) ? Value.Bool(Complex.IsFinite(number)) : Value.Error;

    /// <summary>Checks if the real or imaginary part of z is infinite.</summary>
    [PyFunction("isinf")]
    private static Value IsInf(VmThread thread, Value z) =>
        PyComplex.TryConvert(thread, z, out var number) ? Value.Bool(HasInfinity(number)) : Value.Error;

    /// <summary>Checks if the real or imaginary part of z not a number (NaN).</summary>
    [PyFunction("isnan")]
    private static Value IsNaN(VmThread thread, Value z) =>
        PyComplex.TryConvert(thread, z, out var number)
            ? Value.Bool(double.IsNaN(number.Real) || double.IsNaN(number.Imaginary))
            : Value.Error;

    /// <summary>Determine whether two complex numbers are close in value.
    ///
    ///   rel_tol
    ///     maximum difference for being considered "close", relative to the
    ///     magnitude of the input values
    ///   abs_tol
    ///     maximum difference for being considered "close", regardless of the
    ///     magnitude of the input values
    ///
    /// Return True if a is close in value to b, and False otherwise.
    ///
    /// For the values to be considered close, the difference between them must be
    /// smaller than at least one of the tolerances.
    ///
    /// -inf, inf and NaN behave similarly to the IEEE 754 Standard. That is, NaN is
    /// not close to anything, even itself. inf and -inf are only close to themselves.</summary>
    [PyFunction("isclose", Signature = "a, b, *, rel_tol=1e-09, abs_tol=0.0")]
    private static Value IsClose(VmThread thread, Value a, Value b, double relTol = 1e-9, double absTol = 0.0)
    {
        if (!PyComplex.TryConvert(thread, a, out var first) || !PyComplex.TryConvert(thread, b, out var second))
            return Value.Error;
        if (relTol < 0 || absTol < 0)
            return thread.ValueError("tolerances must be non-negative");
        if (first.Real == second.Real && first.Imaginary == second.Imaginary)
            return Value.True;
        if (HasInfinity(first) || HasInfinity(second))
            return Value.False;
        var difference = ComplexArithmetic.Abs(ComplexArithmetic.Subtract(first, second));
        return Value.Bool(
            difference <= relTol * ComplexArithmetic.Abs(second)
            || difference <= relTol * ComplexArithmetic.Abs(first)
            || difference <= absTol);
    }

    private static bool HasInfinity(Complex z) => double.IsInfinity(z.Real) || double.IsInfinity(z.Imaginary);

    private static Value Apply(VmThread thread, Value z, Function function)
    {
        if (!PyComplex.TryConvert(thread, z, out var number))
            return Value.Error;
        var fault = Fault.None;
        var result = function(number, ref fault);
        return Result(thread, result, fault);
    }

    private static Value Result(VmThread thread, Complex number, Fault fault) => fault switch
    {
        Fault.Domain => thread.ValueError("math domain error"),
        Fault.Range => thread.OverflowError("math range error"),
        _ => new PyComplex(number),
    };
}
