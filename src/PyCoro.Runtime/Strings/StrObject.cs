// str as an object: construction, comparison, hash, texts (library reference: class str).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    internal PyStr(Shape shape) : this(shape, "") { }

    [PyNew(Signature = "object='', encoding='utf-8', errors='strict'")]
    internal static Value New(VmThread thread, PyType type, Value @object, Value encoding, Value errors)
    {
        var text = Empty;
        if (!@object.IsUnbound)
        {
            var made = encoding.IsUnbound && errors.IsUnbound
                ? Texts.Str(thread, @object)
                : Decode(thread, @object, encoding, errors);
            if (made is null)
                return Value.Error;
            text = made;
        }
        return ReferenceEquals(type, TypeObject) ? text : new PyStr(type.RootShape, text.Text);
    }

    /// <summary>Return str(self).</summary>
    [PyMethod("__str__")]
    internal PyStr AsStr() => Exact();

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal Value GetRepr() => Value.Str(Reprs.Repr(Text));

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    internal long GetHash() => Hash;

    /// <summary>Size of object in memory, in bytes.</summary>
    [PyMethod("__sizeof__")]
    internal long SizeOf() => 48 + 2L * Text.Length;

    [PyMethod("__getnewargs__")]
    internal Value NewArgs() => PyTuple.Of(Of(Text));

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    internal Value Equal(Value value) => value.Ref is PyStr other ? Value.Bool(SameText(this, other)) : Value.NotImplemented;

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    internal Value NotEqual(Value value) => value.Ref is PyStr other ? Value.Bool(!SameText(this, other)) : Value.NotImplemented;

    /// <summary>Return self&lt;value.</summary>
    [PyMethod("__lt__")]
    internal Value Less(Value value) => value.Ref is PyStr other ? Value.Bool(Compare(Text, other.Text) < 0) : Value.NotImplemented;

    /// <summary>Return self&lt;=value.</summary>
    [PyMethod("__le__")]
    internal Value LessOrEqual(Value value) =>
        value.Ref is PyStr other ? Value.Bool(Compare(Text, other.Text) <= 0) : Value.NotImplemented;

    /// <summary>Return self>value.</summary>
    [PyMethod("__gt__")]
    internal Value Greater(Value value) => value.Ref is PyStr other ? Value.Bool(Compare(Text, other.Text) > 0) : Value.NotImplemented;

    /// <summary>Return self>=value.</summary>
    [PyMethod("__ge__")]
    internal Value GreaterOrEqual(Value value) =>
        value.Ref is PyStr other ? Value.Bool(Compare(Text, other.Text) >= 0) : Value.NotImplemented;

    /// <summary>Order by code points: surrogate pairs come after the rest of the BMP.</summary>
    internal static int Compare(string left, string right)
    {
        var place = left.AsSpan().CommonPrefixLength(right);
        if (place == left.Length || place == right.Length)
            return left.Length.CompareTo(right.Length);
        char a = left[place], b = right[place];
        return IsHalf(left, place) == IsHalf(right, place) ? a.CompareTo(b) : IsHalf(left, place) ? 1 : -1;
    }

    /// <summary>The same characters?</summary>
    internal static bool SameText(PyStr left, PyStr right)
    {
        if (ReferenceEquals(left, right))
            return true;
        string a = left.Text, b = right.Text;
        // Most texts that differ do so in length or at the beginning.
        return a.Length == b.Length && (a.Length == 0 || (a[0] == b[0] && (a.Length == 1 || string.Equals(a, b))));
    }

    private static bool IsHalf(string text, int unit) =>
        char.IsSurrogate(text[unit])
        && (unit + 1 < text.Length && char.IsSurrogatePair(text[unit], text[unit + 1])
            || unit > 0 && char.IsSurrogatePair(text[unit - 1], text[unit]));

    private static PyStr? Decode(VmThread thread, Value source, Value encoding, Value errors)
    {
        if (!TryName(thread, "encoding", encoding, out var encodingName) || !TryName(thread, "errors", errors, out var errorsName))
            return null;
        if (source.Ref is PyStr)
        {
            thread.TypeError("decoding str is not supported");
            return null;
        }
        if (!Buffers.TryRead(source, out var bytes))
        {
            thread.TypeError($"decoding to str: need a bytes-like object, {source.Type.Name} found");
            return null;
        }
        if (encodingName is not null && !Codecs.IsNative(encodingName))
        {
            return RegisteredCodecs.Decode(thread, source, encodingName, errorsName ?? "strict");
        }
        return Codecs.Decode(thread, source, bytes, encodingName, errorsName);

        static bool TryName(VmThread thread, string parameter, Value value, out string? name)
        {
            name = (value.Ref as PyStr)?.Text;
            if (name is not null || value.IsUnbound)
                return true;
            thread.TypeError($"str() argument '{parameter}' must be str, not {value.Type.Name}");
            return false;
        }
    }
}
