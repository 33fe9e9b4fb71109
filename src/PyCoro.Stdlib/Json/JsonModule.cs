// The two inner loops of json. Python's json package decides whether an encoder or decoder was customised; these do the
// usual work, and call back for what is not a JSON type.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Json;

/// <summary>json speedups</summary>
[PyModule("_json")]
internal static partial class JsonModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        module.Dict.SetStr(thread.Interpreter.Intern("make_scanner"), PyJsonScanner.TypeObject);
        module.Dict.SetStr(thread.Interpreter.Intern("make_encoder"), PyJsonEncoder.TypeObject);
        return Value.None;
    }

    /// <summary>encode_basestring(string) -> string
    ///
    /// Return a JSON representation of a Python string</summary>
    [PyFunction("encode_basestring")]
    private static Value Encode(VmThread thread, Value @string) => Encode(thread, @string, asciiOnly: false);

    /// <summary>encode_basestring_ascii(string) -> string
    ///
    /// Return an ASCII-only JSON representation of a Python string</summary>
    [PyFunction("encode_basestring_ascii")]
    private static Value EncodeAscii(VmThread thread, Value @string) => Encode(thread, @string, asciiOnly: true);

    /// <summary>scanstring(string, end, strict=True) -> (string, end)
    ///
    /// Scan the string s for a JSON string. End is the index of the
    /// character in s after the quote that started the JSON string.</summary>
    [PyFunction("scanstring")]
    private static Value ScanString(VmThread thread, Value @string, long end, bool strict = true)
    {
        if (@string.Ref is not PyStr text)
            return thread.TypeError($"first argument must be a string, not {@string.Type.Name}");
        if (end < 0 || end > text.Length)
            return thread.ValueError("end is out of bounds");
        var reader = new JsonReader(thread, text, strict);
        var unit = text.UnitOf((int)end);
        var result = reader.ReadString(ref unit);
        return result.IsError ? result : PyTuple.Of(result, Value.Int(text.PointOf(unit)));
    }

    /// <summary>The index of the first character at or behind a place that is no white space.</summary>
    [PyFunction("skip_spaces")]
    private static long SkipSpaces(PyStr text, long place)
    {
        if (place >= text.Length)
            return place;
        var unit = text.UnitOf((int)place);
        var stop = text.Text.AsSpan(unit).IndexOfAnyExcept(" \t\n\r");
        return stop < 0 ? text.Length : stop == 0 ? place : text.PointOf(unit + stop);
    }

    private static Value Encode(VmThread thread, Value value, bool asciiOnly)
    {
        if (value.Ref is not PyStr text)
            return thread.TypeError($"first argument must be a string, not {value.Type.Name}");
        var output = new TextBuilder(stackalloc char[256]);
        JsonText.AppendQuoted(ref output, text.Text, asciiOnly);
        return Value.Str(output.Finish());
    }

    /// <summary>Is it one of the two functions above: for ASCII only, or not; null for any other.</summary>
    internal static bool? QuotingOf(Value encoder) => encoder.Ref is PyBuiltinFunction { Module: { } module, Name: var name } && module == "_json"
        ? name == "encode_basestring_ascii" ? true : name == "encode_basestring" ? false : null
        : null;
}
