// repr(), str(), ascii() and format() (data model, Basic customization).

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

internal static class Texts
{
    /// <summary><c>repr(value)</c>; null when it raised.</summary>
    internal static PyStr? Repr(VmThread thread, Value value)
    {
        if (!thread.EnterNative(" while getting the repr of an object"))
            return null;
        var method = value.Type.LookupSpecial(Special.Repr);
        return AsStr(thread, "__repr__", thread.LeaveNative(thread.CallSpecial(method, value)));
    }

    /// <summary><c>str(value)</c>; null when it raised.</summary>
    internal static PyStr? Str(VmThread thread, Value value)
    {
        if (value.Ref is PyStr text && ReferenceEquals(text.Type, PyStr.TypeObject))
            return text;
        var method = value.Type.LookupSpecial(Special.Str);
        return AsStr(thread, "__str__", thread.CallSpecial(method, value));
    }

    /// <summary><c>ascii(value)</c>; null when it raised.</summary>
    internal static PyStr? Ascii(VmThread thread, Value value)
    {
        var repr = Repr(thread, value);
        if (repr is null || System.Text.Ascii.IsValid(repr.Text))
            return repr;
        return PyStr.Of(Reprs.EscapeNonAscii(repr.Text));
    }

    /// <summary><c>format(value, spec)</c>; null when it raised.</summary>
    internal static PyStr? Format(VmThread thread, Value value, PyStr spec)
    {
        if (spec.Text.Length == 0 && (value.IsSmallInt || value.Ref is PyStr { Type.IsHeapType: false }))
            return Str(thread, value);
        var method = value.Type.LookupSpecial(Special.Format);
        var result = thread.CallSpecial(method, value, spec);
        if (result.IsError)
            return null;
        if (result.Ref is PyStr text)
            return text;
        thread.TypeError($"__format__ must return a str, not {result.Type.QualifiedNativeName}");
        return null;
    }

    private static PyStr? AsStr(VmThread thread, string method, Value result)
    {
        if (result.Ref is PyStr text)
            return text;
        if (!result.IsError)
            thread.TypeError($"{method} returned non-string (type {result.Type.QualifiedNativeName})");
        return null;
    }
}
