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
[PyModule("_json", Types = [typeof(PyJsonScanner)])]
internal static partial class JsonModule
{
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

    private static Value Encode(VmThread thread, Value value, bool asciiOnly)
    {
        if (value.Ref is not PyStr text)
            return thread.TypeError($"first argument must be a string, not {value.Type.Name}");
        var output = new TextBuilder(stackalloc char[256]);
        AppendQuoted(ref output, text.Text, asciiOnly);
        return Value.Str(output.Finish());
    }

    private static void AppendQuoted(ref TextBuilder output, string text, bool asciiOnly)
    {
        output.Append('"');
        foreach (var unit in text)
        {
            switch (unit)
            {
                case '"':
                    output.Append("\\\"");
                    break;
                case '\\':
                    output.Append("\\\\");
                    break;
                case '\n':
                    output.Append("\\n");
                    break;
                case '\r':
                    output.Append("\\r");
                    break;
                case '\t':
                    output.Append("\\t");
                    break;
                case '\f':
                    output.Append("\\f");
                    break;
                case '\b':
                    output.Append("\\b");
                    break;
                default:
                    if (unit < ' ' || (asciiOnly && unit > '~'))
                        output.Append("\\u" + ((int)unit).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
                    else
                        output.Append(unit);
                    break;
            }
        }
        output.Append('"');
    }
}
