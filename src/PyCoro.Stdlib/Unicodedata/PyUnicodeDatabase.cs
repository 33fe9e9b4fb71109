// The questions of unicodedata, once for each version of Unicode: the module's functions ask the newest, and
// unicodedata.ucd_3_2_0 is an object with the same methods, which sees no character that came after version 3.2.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Syntax.Unicode;

namespace PyCoro.Stdlib.Unicodedata;

/// <summary>The Unicode database of a version (library reference: unicodedata).</summary>
[PyType("UCD", Module = "unicodedata")]
internal sealed partial class PyUnicodeDatabase : PyObject
{
    private const int LongestName = 256;

    private readonly bool _isCurrent;

    private PyUnicodeDatabase(bool isCurrent) : base(TypeObject.RootShape) => _isCurrent = isCurrent;

    /// <summary>Version 14.0.</summary>
    internal static PyUnicodeDatabase Current { get; } = new(isCurrent: true);

    /// <summary>Version 3.2.</summary>
    internal static PyUnicodeDatabase Version32 { get; } = new(isCurrent: false);

    /// <summary>The version of the Unicode database.</summary>
    [PyGetter("unidata_version", Member = true)]
    internal string Version => _isCurrent ? "14.0.0" : "3.2.0";

    private CharacterDatabase Data => _isCurrent ? CharacterDatabase.Current : CharacterDatabase.Version32;

    /// <summary>Returns the bidirectional class of a character; an empty string when it has none.</summary>
    [PyMethod("bidirectional", Signature = "chr, /")]
    internal Value Bidirectional(VmThread thread, Value chr) =>
        TryPoint(thread, chr, "bidirectional", out var point) ? Value.Str(Data[point].Bidirectional) : Value.Error;

    /// <summary>Returns the general category of a character.</summary>
    [PyMethod("category", Signature = "chr, /")]
    internal Value Category(VmThread thread, Value chr) =>
        TryPoint(thread, chr, "category", out var point) ? Value.Str(Data[point].Category) : Value.Error;

    /// <summary>Returns the canonical combining class of a character; 0 when it has none.</summary>
    [PyMethod("combining", Signature = "chr, /")]
    internal Value Combining(VmThread thread, Value chr) =>
        TryPoint(thread, chr, "combining", out var point)
            ? Value.Int(IsKnown(point) ? Normalization.CombiningClass(point) : 0)
            : Value.Error;

    /// <summary>Returns the width class of a character in East Asian text.</summary>
    [PyMethod("east_asian_width", Signature = "chr, /")]
    internal Value EastAsianWidth(VmThread thread, Value chr) =>
        TryPoint(thread, chr, "east_asian_width", out var point) ? Value.Str(Data[point].Width) : Value.Error;

    /// <summary>Returns 1 for a character that is mirrored in right-to-left text, 0 for others.</summary>
    [PyMethod("mirrored", Signature = "chr, /")]
    internal Value Mirrored(VmThread thread, Value chr) =>
        TryPoint(thread, chr, "mirrored", out var point) ? Value.Int(Data[point].IsMirrored ? 1 : 0) : Value.Error;

    /// <summary>Returns the decomposition of a character; an empty string when it has none.</summary>
    [PyMethod("decomposition", Signature = "chr, /")]
    internal Value Decomposition(VmThread thread, Value chr) =>
        TryPoint(thread, chr, "decomposition", out var point)
            ? Value.Str(IsKnown(point) ? Normalization.DecompositionText(point) : "")
            : Value.Error;

    /// <summary>Returns a character's value as a decimal digit; when it is none, the default or ValueError.</summary>
    [PyMethod("decimal", Signature = "chr, default=<unrepresentable>, /")]
    internal Value Decimal(VmThread thread, Value chr, Value @default)
    {
        if (!TryPoint(thread, chr, "decimal", out var point, "argument 1"))
            return Value.Error;
        return Data.NumbersOf(point)?.Decimal is { } digit ? Value.Int(digit) : Missing(thread, @default, "not a decimal");
    }

    /// <summary>Returns a character's value as a digit; when it is none, the default or ValueError.</summary>
    [PyMethod("digit", Signature = "chr, default=<unrepresentable>, /")]
    internal Value Digit(VmThread thread, Value chr, Value @default)
    {
        if (!TryPoint(thread, chr, "digit", out var point, "argument 1"))
            return Value.Error;
        return Data.NumbersOf(point)?.Digit is { } digit ? Value.Int(digit) : Missing(thread, @default, "not a digit");
    }

    /// <summary>Returns a character's value as a number; when it is none, the default or ValueError.</summary>
    [PyMethod("numeric", Signature = "chr, default=<unrepresentable>, /")]
    internal Value Numeric(VmThread thread, Value chr, Value @default)
    {
        if (!TryPoint(thread, chr, "numeric", out var point, "argument 1"))
            return Value.Error;
        return Data.NumbersOf(point)?.Numeric is { } number ? Value.Float(number) : Missing(thread, @default, "not a numeric character");
    }

    /// <summary>Returns the name of a character; when it has none, the default or ValueError.</summary>
    [PyMethod("name", Signature = "chr, default=<unrepresentable>, /")]
    internal Value Name(VmThread thread, Value chr, Value @default)
    {
        if (!TryPoint(thread, chr, "name", out var point, "argument 1"))
            return Value.Error;
        return IsKnown(point) && CharacterNames.NameOf(point) is { } name ? Value.Str(name) : Missing(thread, @default, "no such name");
    }

    /// <summary>Returns the character with a name; KeyError when there is none.</summary>
    [PyMethod("lookup", Signature = "name, /")]
    internal Value Lookup(VmThread thread, Value name)
    {
        if (name.Ref is PyByteArray)
            return ArgumentErrors.BadArgument(thread, "lookup", "argument", "read-only bytes-like object", name);
        ReadOnlySpan<byte> bytes = default;
        if (name.Ref is not PyStr && !Buffers.Require(thread, name, out bytes))
            return Value.Error;
        var text = name.Ref is PyStr str ? str.Text : System.Text.Encoding.UTF8.GetString(bytes);
        if (text.Length > LongestName)
            return thread.KeyError(Value.Str("name too long"));
        var point = _isCurrent ? CharacterNames.Lookup(text) : CharacterNames.LookupName(text);
        if (point >= 0 && IsKnown(point))
            return Value.Str(char.ConvertFromUtf32(point));
        return _isCurrent && CharacterNames.LookupSequence(text) is { } sequence
            ? Value.Str(sequence)
            : thread.KeyError(Value.Str($"undefined character name '{text}'"));
    }

    /// <summary>Returns a normal form of a text: 'NFC', 'NFKC', 'NFD' or 'NFKD'.</summary>
    [PyMethod("normalize", Signature = "form, unistr, /")]
    internal Value Normalize(VmThread thread, string form, PyStr unistr)
    {
        if (InForm(thread, form, unistr.Text) is not { } normal)
            return Value.Error;
        return ReferenceEquals(normal, unistr.Text) ? unistr : Value.Str(normal);
    }

    /// <summary>Returns whether a text is in a normal form: 'NFC', 'NFKC', 'NFD' or 'NFKD'.</summary>
    [PyMethod("is_normalized", Signature = "form, unistr, /")]
    internal Value IsNormalized(VmThread thread, string form, PyStr unistr) =>
        InForm(thread, form, unistr.Text) is { } normal ? Value.Bool(normal == unistr.Text) : Value.Error;

    private static Value Missing(VmThread thread, Value @default, string message) =>
        @default.IsUnbound ? thread.ValueError(message) : @default;

    private static bool TryPoint(VmThread thread, Value value, string function, out int point, string parameter = "argument")
    {
        if (value.Ref is PyStr { Length: 1 } text)
        {
            point = CodePoints.At(text.Text, 0);
            return true;
        }
        point = 0;
        ArgumentErrors.BadArgument(thread, function, parameter, "a unicode character", value);
        return false;
    }

    private bool IsKnown(int point) => _isCurrent || Data.IsAssigned(point);

    private string? InForm(VmThread thread, string form, string text)
    {
        if (text.Length > 0 && form is not ("NFC" or "NFD" or "NFKC" or "NFKD"))
        {
            thread.ValueError("invalid normalization form");
            return null;
        }
        return Normalization.Normalize(
            text, isCompatible: form.Contains('K'), composes: form.EndsWith('C'), _isCurrent ? null : Data);
    }
}
