// Functions of numbers and characters, and the ones that fold an iterable to one value.

using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Builtins;

internal static partial class BuiltinsModule
{
    /// <summary>Return the absolute value of the argument.</summary>
    [PyFunction("abs")]
    private static Value Abs(VmThread thread, Value x)
    {
        if (x.IsSmallInt && x.Bits != long.MinValue)
            return Value.Int(System.Math.Abs(x.Bits));
        if (x.IsFloat)
            return Value.Float(System.Math.Abs(x.AsDouble));
        var method = x.Type.LookupSpecial(Special.Abs);
        return method.IsUnbound ? thread.TypeError($"bad operand type for abs(): '{x.Type.Name}'") : thread.CallSpecial(method, x);
    }

    /// <summary>Return the binary representation of an integer.
    ///
    /// >>> bin(2796202)
    /// '0b1010101010101010101010'</summary>
    [PyFunction("bin")]
    private static Value Bin(VmThread thread, Value number) => InBase(thread, number, 2, "0b");

    /// <summary>Return the octal representation of an integer.
    ///
    /// >>> oct(342391)
    /// '0o1234567'</summary>
    [PyFunction("oct")]
    private static Value Oct(VmThread thread, Value number) => InBase(thread, number, 8, "0o");

    /// <summary>Return the hexadecimal representation of an integer.
    ///
    /// >>> hex(12648430)
    /// '0xc0ffee'</summary>
    [PyFunction("hex")]
    private static Value Hex(VmThread thread, Value number) => InBase(thread, number, 16, "0x");

    /// <summary>Return a Unicode string of one character with ordinal i; 0 &lt;= i &lt;= 0x10ffff.</summary>
    [PyFunction("chr")]
    private static Value Chr(VmThread thread, Value i)
    {
        var number = Conversions.Index(thread, i);
        if (number.IsError)
            return number;
        if (!number.IsSmallInt)
            return thread.OverflowError("Python int too large to convert to C int");
        return number.Bits switch
        {
            < 0 or > 0x10FFFF => thread.ValueError("chr() arg not in range(0x110000)"),
            < 0x10000 => PyStr.Of((char)number.Bits),
            _ => Value.Str(char.ConvertFromUtf32((int)number.Bits)),
        };
    }

    /// <summary>Return the Unicode code point for a one-character string.</summary>
    [PyFunction("ord")]
    private static Value Ord(VmThread thread, Value c)
    {
        int length;
        switch (c.Ref)
        {
            case PyStr text:
                if (text.Length == 1)
                    return Value.Int(text.Text.Length == 1 ? text.Text[0] : char.ConvertToUtf32(text.Text[0], text.Text[1]));
                length = text.Length;
                break;
            case ByteSequence bytes:
                if (bytes.Span.Length == 1)
                    return Value.Int(bytes.Span[0]);
                length = bytes.Span.Length;
                break;
            default:
                return thread.TypeError($"ord() expected string of length 1, but {c.Type.Name} found");
        }
        return thread.TypeError($"ord() expected a character, but string of length {length} found");
    }

    /// <summary>Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.</summary>
    [PyFunction("divmod")]
    private static Value DivMod(VmThread thread, Value x, Value y) => Arithmetic.DivMod(thread, x, y);

    /// <summary>Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.
    ///
    /// Some types, such as ints, are able to use a more efficient algorithm when
    /// invoked using the three argument form.</summary>
    [PyFunction("pow", Signature = "base, exp, mod=None")]
    private static Value Pow(VmThread thread, Value @base, Value exp, Value mod) =>
        Arithmetic.Power(thread, @base, exp, mod.IsUnbound ? Value.None : mod);

    /// <summary>Round a number to a given precision in decimal digits.
    ///
    /// The return value is an integer if ndigits is omitted or None.  Otherwise
    /// the return value has the same type as the number.  ndigits may be negative.</summary>
    [PyFunction("round", Signature = "number, ndigits=None")]
    private static Value Round(VmThread thread, Value number, Value ndigits)
    {
        var method = number.Type.LookupSpecial(Special.Round);
        if (method.IsUnbound)
            return thread.TypeError($"type {number.Type.Name} doesn't define __round__ method");
        return ndigits.IsUnbound || ndigits.IsNone ? thread.CallSpecial(method, number) : thread.CallSpecial(method, number, ndigits);
    }

    /// <summary>Return the sum of a 'start' value (default: 0) plus an iterable of numbers
    ///
    /// When the iterable is empty, return the start value.
    /// This function is intended specifically for use with numeric values and may
    /// reject non-numeric types.</summary>
    [PyFunction("sum", Signature = "iterable, /, start=0")]
    private static Value Sum(VmThread thread, Value iterable, Value start)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        var total = start.IsUnbound ? Value.Int(0) : start;
        switch (total.Ref)
        {
            case PyStr: return thread.TypeError("sum() can't sum strings [use ''.join(seq) instead]");
            case PyBytes: return thread.TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
            case PyByteArray: return thread.TypeError("sum() can't sum bytearray [use b''.join(seq) instead]");
        }
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                return total;
            if (item.IsError)
                return item;
            long small;
            if (total.IsSmallInt && item.IsSmallInt && !(((small = unchecked(total.Bits + item.Bits)) ^ total.Bits) < 0 && (small ^ item.Bits) < 0))
                total = Value.Int(small);
            else if (total.IsFloat && (item.IsFloat || item.IsSmallInt))
                total = Value.Float(total.AsDouble + (item.IsFloat ? item.AsDouble : item.Bits));
            else
                total = Arithmetic.Binary(thread, BinaryOperation.Add, total, item);
            if (total.IsError)
                return total;
        }
    }

    /// <summary>max(iterable, *[, default=obj, key=func]) -> value
    /// max(arg1, arg2, *args, *[, key=func]) -> value
    ///
    /// With a single iterable argument, return its biggest item. The
    /// default keyword-only argument specifies an object to return if
    /// the provided iterable is empty.
    /// With two or more arguments, return the largest argument.</summary>
    [PyFunction("max", Signature = "*args, key=None, default=<unrepresentable>")]
    private static Value Max(VmThread thread, Value key, Value @default, ReadOnlySpan<Value> args) =>
        Extreme(thread, "max", CompareOperation.Gt, args, key, @default);

    /// <summary>min(iterable, *[, default=obj, key=func]) -> value
    /// min(arg1, arg2, *args, *[, key=func]) -> value
    ///
    /// With a single iterable argument, return its smallest item. The
    /// default keyword-only argument specifies an object to return if
    /// the provided iterable is empty.
    /// With two or more arguments, return the smallest argument.</summary>
    [PyFunction("min", Signature = "*args, key=None, default=<unrepresentable>")]
    private static Value Min(VmThread thread, Value key, Value @default, ReadOnlySpan<Value> args) =>
        Extreme(thread, "min", CompareOperation.Lt, args, key, @default);

    private static Value Extreme(
        VmThread thread, string name, CompareOperation operation, ReadOnlySpan<Value> args, Value key, Value @default)
    {
        if (args.Length == 0)
            return thread.TypeError($"{name} expected at least 1 argument, got 0");
        if (args.Length > 1 && !@default.IsUnbound)
            return thread.TypeError($"Cannot specify a default for {name}() with multiple positional arguments");
        var hasKey = !key.IsUnbound && !key.IsNone;
        var best = Value.Unbound;
        var bestKey = Value.Unbound;
        var iterator = args.Length > 1 ? Value.Unbound : Iteration.GetIter(thread, args[0]);
        if (iterator.IsError)
            return iterator;
        for (var i = 0; ; i++)
        {
            var item = args.Length == 1 ? Iteration.Next(thread, iterator) : i < args.Length ? args[i] : Value.Unbound;
            if (item.IsError)
                return item;
            if (item.IsUnbound)
                break;
            var itemKey = hasKey ? thread.Call(key, item) : item;
            if (itemKey.IsError)
                return itemKey;
            var better = true;
            if (!best.IsUnbound && !Comparison.TryCompare(thread, operation, itemKey, bestKey, out better))
                return Value.Error;
            if (!better)
                continue;
            best = item;
            bestKey = itemKey;
        }
        if (!best.IsUnbound)
            return best;
        return @default.IsUnbound ? thread.ValueError($"{name}() arg is an empty sequence") : @default;
    }

    private static Value InBase(VmThread thread, Value number, int radix, string prefix)
    {
        var index = Conversions.Index(thread, number);
        if (index.IsError)
            return index;
        index.TryGetBigInteger(out var big);
        var digits = radix switch
        {
            16 => BigInteger.Abs(big).ToString("x", System.Globalization.CultureInfo.InvariantCulture).TrimStart('0'),
            2 => BigInteger.Abs(big).ToString("b", System.Globalization.CultureInfo.InvariantCulture).TrimStart('0'),
            _ => Octal(BigInteger.Abs(big)),
        };
        return Value.Str((big.Sign < 0 ? "-" : "") + prefix + (digits.Length == 0 ? "0" : digits));
    }

    private static string Octal(BigInteger number)
    {
        var bits = number.ToString("b", System.Globalization.CultureInfo.InvariantCulture).TrimStart('0');
        bits = bits.PadLeft((bits.Length + 2) / 3 * 3, '0');
        return string.Create(bits.Length / 3, bits, static (digits, source) =>
        {
            for (var i = 0; i < digits.Length; i++)
                digits[i] = (char)('0' + (source[3 * i] - '0') * 4 + (source[3 * i + 1] - '0') * 2 + (source[3 * i + 2] - '0'));
        });
    }
}
