using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Json;

/// <summary>JSON scanner object</summary>
[PyType("Scanner", Module = "_json")]
internal sealed partial class PyJsonScanner : PyObject
{
    private readonly bool _strict;
    private readonly Value _objectHook;
    private readonly Value _pairsHook;
    private readonly Value _parseFloat;
    private readonly Value _parseInt;
    private readonly Value _parseConstant;

    private PyJsonScanner(Value[] settings, bool strict) : base(TypeObject.RootShape)
    {
        _strict = strict;
        _objectHook = settings[0];
        _pairsHook = settings[1];
        _parseFloat = settings[2];
        _parseInt = settings[3];
        _parseConstant = settings[4];
    }

    [PyNew(Signature = "context")]
    private static Value New(VmThread thread, PyType type, Value context)
    {
        string[] names = ["object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant", "strict"];
        var settings = new Value[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            settings[i] = Attributes.Get(thread, context, PyStr.Of(names[i]));
            if (settings[i].IsError)
                return settings[i];
        }
        return Truth.TryTest(thread, settings[5], out var strict) ? new PyJsonScanner(settings, strict) : Value.Error;
    }

    [PyMethod("__call__", Signature = "string, idx")]
    private Value Call(VmThread thread, Value @string, long idx)
    {
        if (@string.Ref is not PyStr text)
            return thread.TypeError($"first argument must be a string, not {@string.Type.Name}");
        if (idx < 0)
            return thread.ValueError("idx cannot be negative");
        var scan = new Scan(this, thread, text);
        var place = idx >= text.Length ? text.Text.Length : text.UnitOf((int)idx);
        var value = scan.Read(ref place);
        return value.IsError ? value : PyTuple.Of(value, Value.Int(text.PointOf(place)));
    }

    private sealed class Scan(PyJsonScanner scanner, VmThread thread, PyStr source)
    {
        private readonly string _text = source.Text;
        private readonly JsonReader _reader = new(thread, source, scanner._strict);

        private readonly JsonKeys _keys = new();

        internal Value Read(ref int place)
        {
            if (place >= _text.Length)
                return Stop(place);
            switch (_text[place])
            {
                case '"':
                    place++;
                    return _reader.ReadString(ref place);
                case '{':
                    place++;
                    if (!thread.EnterNative(" while decoding a JSON object from a unicode string"))
                        return Value.Error;
                    return thread.LeaveNative(ReadObject(ref place));
                case '[':
                    place++;
                    if (!thread.EnterNative(" while decoding a JSON array from a unicode string"))
                        return Value.Error;
                    return thread.LeaveNative(ReadArray(ref place));
            }
            var number = _reader.ReadNumber(ref place, scanner._parseInt, scanner._parseFloat);
            return number.IsUnbound ? ReadWord(ref place) : number;
        }

        private Value ReadWord(ref int place)
        {
            switch (_text[place])
            {
                case 'n' when Accept("null", ref place):
                    return Value.None;
                case 't' when Accept("true", ref place):
                    return Value.True;
                case 'f' when Accept("false", ref place):
                    return Value.False;
                case 'N' when Accept("NaN", ref place):
                    return thread.Call(scanner._parseConstant, Value.Str("NaN"));
                case 'I' when Accept("Infinity", ref place):
                    return thread.Call(scanner._parseConstant, Value.Str("Infinity"));
                case '-' when Accept("-Infinity", ref place):
                    return thread.Call(scanner._parseConstant, Value.Str("-Infinity"));
                default:
                    return Stop(place);
            }
        }

        private Value Stop(int place) =>
            thread.Raise(Runtime.Exceptions.ExceptionTypes.StopIteration, Value.Int(source.PointOf(place)));

        private bool Accept(string word, ref int place)
        {
            if (!_text.AsSpan(place).StartsWith(word, StringComparison.Ordinal))
                return false;
            place += word.Length;
            return true;
        }

        private Value ReadArray(ref int place)
        {
            var list = new PyList();
            place = _reader.SkipSpaces(place);
            if (place < _text.Length && _text[place] == ']')
            {
                place++;
                return list;
            }
            while (true)
            {
                var item = ReadItem(ref place);
                if (item.IsError)
                    return item;
                list.Append(item);
                place = _reader.SkipSpaces(place);
                if (place < _text.Length && _text[place] == ']')
                {
                    place++;
                    return list;
                }
                if (place >= _text.Length || _text[place] != ',')
                    return _reader.Fail("Expecting ',' delimiter", place);
                place = _reader.SkipSpaces(place + 1);
            }
        }

        private Value ReadObject(ref int place)
        {
            var dict = new PyDict();
            var pairs = scanner._pairsHook.IsNone ? null : new PyList();
            place = _reader.SkipSpaces(place);
            if (place < _text.Length && _text[place] == '}')
            {
                place++;
                return Finish(dict, pairs);
            }
            while (true)
            {
                if (place >= _text.Length || _text[place] != '"')
                    return _reader.Fail("Expecting property name enclosed in double quotes", place);
                place++;
                var key = ReadKey(ref place);
                if (key.IsError)
                    return key;
                place = _reader.SkipSpaces(place);
                if (place >= _text.Length || _text[place] != ':')
                    return _reader.Fail("Expecting ':' delimiter", place);
                place = _reader.SkipSpaces(place + 1);
                var item = ReadItem(ref place);
                if (item.IsError)
                    return item;
                if (pairs is not null)
                    pairs.Append(PyTuple.Of(key, item));
                else
                    dict.SetStr((PyStr)key.Ref!, item);
                place = _reader.SkipSpaces(place);
                if (place < _text.Length && _text[place] == '}')
                {
                    place++;
                    return Finish(dict, pairs);
                }
                if (place >= _text.Length || _text[place] != ',')
                    return _reader.Fail("Expecting ',' delimiter", place);
                place = _reader.SkipSpaces(place + 1);
            }
        }

        private Value ReadKey(ref int place)
        {
            // Without escapes the key is a stretch of the text, and known keys need no string of their own.
            var stop = _reader.FindStop(place);
            if (stop < 0 || _text[stop] != '"')
                return _reader.ReadString(ref place) is { Ref: PyStr built } ? _keys.Get(built.Text) : Value.Error;
            var letters = _text.AsSpan(place, stop - place);
            place = stop + 1;
            return _keys.Get(letters);
        }

        private Value Finish(PyDict dict, PyList? pairs)
        {
            if (pairs is not null)
                return thread.Call(scanner._pairsHook, pairs);
            return scanner._objectHook.IsNone ? dict : thread.Call(scanner._objectHook, dict);
        }

        // A missing value inside of a container is reported as such, not as the end of the scan.
        private Value ReadItem(ref int place) => Read(ref place);
    }
}
