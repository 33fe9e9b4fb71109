// What int() makes of its argument: a number is asked by __int__, __index__ or __trunc__, a text is parsed. Formatting with
// %d needs the first half without the second.

using System.Globalization;
using System.Text;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Conversion to int (library reference: <c>int</c>).</summary>
internal static class IntConversion
{
    /// <summary>Messages show no more of a text.</summary>
    private const int MaxShown = 200;

    /// <summary><c>int(value)</c> of any value.</summary>
    internal static Value FromAny(VmThread thread, Value value)
    {
        var number = TryNumber(thread, value);
        if (!number.IsUnbound)
            return number;
        var parsed = FromText(thread, value, 10, out var isText);
        return isText ? parsed : NotConvertible(thread, value);
    }

    /// <summary><c>int(value)</c> of a number; a text is a TypeError.</summary>
    internal static Value FromNumber(VmThread thread, Value value)
    {
        var number = TryNumber(thread, value);
        return number.IsUnbound ? NotConvertible(thread, value) : number;
    }

    /// <summary><c>int(text, radix)</c> of a str or bytes-like; <paramref name="isText"/> says whether it is one.</summary>
    internal static Value FromText(VmThread thread, Value value, int radix, out bool isText)
    {
        string text;
        isText = true;
        if (value.Ref is PyStr str)
        {
            text = str.Text;
        }
        else if (Buffers.TryRead(value, out var bytes))
        {
            text = Encoding.Latin1.GetString(bytes);
            // Digits of other scripts are for str only.
            if (!Ascii.IsValid(bytes))
                return Invalid(thread, value, radix);
        }
        else
        {
            isText = false;
            return Value.Unbound;
        }
        // Most texts are a few digits. (.NET would also accept NULs behind them.)
        if (radix == 10 && text.Length is > 0 and < 19 && char.IsAsciiDigit(text[^1])
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
        {
            return Value.Int(small);
        }
        if (radix == 10 && DecimalDigits.IsShort(text))
            return Value.Int(DecimalDigits.Read(text));
        if (IntText.TryParse(thread, text, radix, out var number))
            return Value.Int(number);
        return thread.Pending is null ? Invalid(thread, value, radix) : Value.Error;
    }

    private static Value Invalid(VmThread thread, Value value, int radix)
    {
        // Any bytes-like object shows as bytes.
        var shown = Buffers.TryRead(value, out var bytes) ? Reprs.Repr(bytes) : Texts.Repr(thread, value)?.Text;
        if (shown is null)
            return Value.Error;
        var text = shown.Length > MaxShown ? shown[..MaxShown] : shown;
        return thread.ValueError($"invalid literal for int() with base {radix}: {text}");
    }

    private static Value NotConvertible(VmThread thread, Value value) =>
        thread.TypeError(
            $"int() argument must be a string, a bytes-like object or a real number, not '{value.Type.Name}'");

    /// <summary>By the number methods; <see cref="Value.Unbound"/> when there are none.</summary>
    private static Value TryNumber(VmThread thread, Value value)
    {
        if (value.IsSmallInt)
            return value;
        if (value.IsFloat)
            return FloatConversion.ToInt(thread, value.AsDouble);
        var type = value.Type;
        var method = type.LookupSpecial(Special.Int);
        if (!method.IsUnbound)
            return ExactInt(thread, thread.CallSpecial(method, value), "__int__");
        if (type.Has(Special.Index))
            return Conversions.Index(thread, value);
        method = type.LookupSpecial(Special.Trunc);
        if (method.IsUnbound)
            return Value.Unbound;
        if (!Warnings.Issue(thread, ExceptionTypes.DeprecationWarning, "The delegation of int() to __trunc__ is deprecated."))
            return Value.Error;
        var truncated = thread.CallSpecial(method, value);
        if (truncated.IsError || truncated.IsSmallInt)
            return truncated;
        if (truncated.Ref is PyInt number)
            return Value.Int(number.Number);
        return truncated.Type.Has(Special.Index)
            ? Conversions.Index(thread, truncated)
            : thread.TypeError($"__trunc__ returned non-Integral (type {truncated.Type.Name})");
    }

    private static Value ExactInt(VmThread thread, Value result, string method)
    {
        if (result.IsError || result.IsSmallInt)
            return result;
        return result.Ref is PyInt number
            ? Conversions.ExactInt(thread, number, method)
            : thread.TypeError($"{method} returned non-int (type {result.Type.Name})");
    }
}
