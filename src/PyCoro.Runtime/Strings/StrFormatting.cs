// Formatting and encoding a str (library reference: String Methods): format, format_map, %, encode.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    /// <summary>Return a formatted version of the string, with the fields in braces replaced by the arguments.</summary>
    [PyMethod("format", Signature = "*args, **kwargs")]
    internal Value Format(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) =>
        // CPython gives back the very object when it is one piece of literal text.
        Text.Length > 0 && !Text.AsSpan().ContainsAny('{', '}') ? this : FormatString.Format(thread, Text, args, kwargs);

    /// <summary>Return a formatted version of the string, with the fields in braces replaced from the mapping.</summary>
    [PyMethod("format_map")]
    internal Value FormatMap(VmThread thread, Value mapping) => FormatString.FormatMap(thread, Text, mapping);

    /// <summary>Return a formatted version of the string as described by format_spec.</summary>
    [PyMethod("__format__")]
    internal Value FormatBySpec(VmThread thread, PyStr format_spec)
    {
        if (format_spec.Text.Length == 0)
            return ReferenceEquals(Type, TypeObject) ? this : Operations.Texts.Str(thread, this) is { } plain ? plain : Value.Error;
        if (!FormatSpec.TryParse(thread, format_spec.Text, Type.Name, 's', '<', out var spec))
            return Value.Error;
        if (spec.Type != 's')
            return spec.UnknownType(thread, Type.Name) is null ? Value.Error : Value.None;
        if (spec.Sign != '\0')
            return thread.ValueError($"{(spec.Sign == ' ' ? "Space" : "Sign")} not allowed in string format specifier");
        if (spec.NoNegativeZero)
            return thread.ValueError("Negative zero coercion (z) not allowed in string format specifier");
        if (spec.Alternate)
            return thread.ValueError("Alternate form (#) not allowed in string format specifier");
        if (spec.Align == '=')
            return thread.ValueError("'=' alignment not allowed in string format specifier");
        var text = spec.Precision >= 0 && spec.Precision < Length ? Part(0, spec.Precision) : this;
        return spec.Pad(thread, text.Text, text.Length) is { } padded ? Value.Str(padded) : Value.Error;
    }

    /// <summary>Return self%value.</summary>
    [PyMethod("__mod__")]
    internal Value Modulo(VmThread thread, Value value) => PercentFormat.Text(thread, Text, value);

    /// <summary>Return value%self.</summary>
    [PyMethod("__rmod__")]
    internal Value ModuloReflected(VmThread thread, Value value) =>
        value.Ref is PyStr format ? PercentFormat.Text(thread, format.Text, this) : Value.NotImplemented;

    /// <summary>Encode the string using the codec registered for encoding.</summary>
    [PyMethod("encode", Signature = "encoding='utf-8', errors='strict'")]
    internal Value Encode(VmThread thread, string encoding, string errors) =>
        Codecs.EncodeByAny(thread, this, encoding, errors) is { } bytes ? bytes : Value.Error;
}
