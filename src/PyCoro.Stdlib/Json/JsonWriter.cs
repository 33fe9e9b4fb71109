// Writes a document of JSON into one text. What is no JSON type goes through the encoder's `default`.

using System.Globalization;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Json;

/// <summary>One run of an encoder.</summary>
internal sealed class JsonWriter
{
    private const int SmallDict = 24;

    private static readonly PyStr ItemsName = PyStr.Constant("items");
    private static readonly PyStr SortName = PyStr.Constant("sort");

    private readonly VmThread _thread;
    private readonly PyJsonEncoder _encoder;
    private readonly string _keySeparator;
    private readonly string _itemSeparator;
    private readonly string? _indent;
    private readonly bool? _asciiOnly;
    private readonly bool _isChecked;

    // Containers that are open: few at a time, so that looking through them is cheaper than a set.
    private readonly List<object> _open = [];

    internal JsonWriter(VmThread thread, PyJsonEncoder encoder)
    {
        _thread = thread;
        _encoder = encoder;
        _keySeparator = ((PyStr)encoder.KeySeparator.Ref!).Text;
        _itemSeparator = ((PyStr)encoder.ItemSeparator.Ref!).Text;
        _indent = encoder.Indent.Ref is PyStr text ? text.Text
            : encoder.Indent.TryGetInt64(out var count) ? new string(' ', (int)Math.Clamp(count, 0, 1000)) : null;
        _asciiOnly = JsonModule.QuotingOf(encoder.StringEncoder);
        _isChecked = !encoder.Markers.IsNone;
    }

    /// <summary>Writes a value; false leaves an exception pending.</summary>
    internal bool TryWrite(ref TextBuilder output, Value value, int level)
    {
        if (value.IsSmallInt)
        {
            AppendInt(ref output, value.Bits);
            return true;
        }
        if (value.IsFloat)
            return TryWriteFloat(ref output, value.AsDouble);
        switch (value.Ref)
        {
            case PyStr:
                return TryWriteString(ref output, value);
            case PyBool:
                output.Append(value.IsTrue ? "true" : "false");
                return true;
            case PyInt number:
                return TryWriteBig(ref output, number);
            case PyFloat number:
                return TryWriteFloat(ref output, number.Number);
        }
        if (value.IsNone)
        {
            output.Append("null");
            return true;
        }
        if (!_thread.EnterNative(" while encoding a JSON object"))
            return false;
        var written = TryWriteContainer(ref output, value, level);
        _thread.LeaveNative(Value.None);
        return written;
    }

    private bool TryWriteContainer(ref TextBuilder output, Value value, int level)
    {
        var container = value.Ref!;
        var isEmpty = container switch
        {
            PyDict dict => dict.Count == 0,
            PyList { Count: 0 } list when ReferenceEquals(list.Type, PyList.TypeObject) => true,
            PyTuple { Items.Length: 0 } tuple when ReferenceEquals(tuple.Type, PyTuple.TypeObject) => true,
            _ => false,
        };
        if (isEmpty)
        {
            output.Append(container is PyDict ? "{}" : "[]");
            return true;
        }
        if (_isChecked)
        {
            foreach (var open in _open)
            {
                if (!ReferenceEquals(open, container))
                    continue;
                _thread.ValueError("Circular reference detected");
                return false;
            }
            _open.Add(container);
        }
        var written = container switch
        {
            PyDict dict => TryWriteDict(ref output, dict, level),
            PyList list when ReferenceEquals(list.Type, PyList.TypeObject) => TryWriteList(ref output, list, level),
            PyTuple tuple when ReferenceEquals(tuple.Type, PyTuple.TypeObject) => TryWriteItems(ref output, tuple.Items, level),
            PyList or PyTuple => Iteration.ToArray(_thread, value) is { } items && TryWriteItems(ref output, items, level),
            _ => _thread.Call(_encoder.Default, value) is { IsError: false } replacement && TryWrite(ref output, replacement, level),
        };
        if (_isChecked)
            _open.RemoveAt(_open.Count - 1);
        return written;
    }

    // The list may change while a default() runs.
    private bool TryWriteList(ref TextBuilder output, PyList list, int level)
    {
        output.Append('[');
        AppendLine(ref output, level + 1);
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                AppendSeparator(ref output, level + 1);
            if (!TryWrite(ref output, list.Span[i], level + 1))
                return false;
        }
        AppendLine(ref output, level);
        output.Append(']');
        return true;
    }

    private bool TryWriteItems(ref TextBuilder output, Value[] items, int level)
    {
        if (items.Length == 0)
        {
            output.Append("[]");
            return true;
        }
        output.Append('[');
        AppendLine(ref output, level + 1);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                AppendSeparator(ref output, level + 1);
            if (!TryWrite(ref output, items[i], level + 1))
                return false;
        }
        AppendLine(ref output, level);
        output.Append(']');
        return true;
    }

    private bool TryWriteDict(ref TextBuilder output, PyDict dict, int level)
    {
        output.Append('{');
        AppendLine(ref output, level + 1);
        var isFirst = true;
        if (ReferenceEquals(dict.Type, PyDict.TypeObject) && !_encoder.SortKeys)
        {
            for (var place = 0; place < dict.EntryCount; place++)
            {
                var entry = dict.EntryAt(place);
                if (!entry.Key.IsUnbound && !TryWriteEntry(ref output, entry.Key, entry.Item, level + 1, ref isFirst))
                    return false;
            }
        }
        else if (_encoder.SortKeys && TrySortPlaces(dict) is { } places)
        {
            foreach (var place in places)
            {
                var entry = dict.EntryAt(place);
                if (!TryWriteEntry(ref output, entry.Key, entry.Item, level + 1, ref isFirst))
                    return false;
            }
        }
        else
        {
            if (Pairs(dict) is not { } pairs)
                return false;
            foreach (var pair in pairs)
            {
                if (pair.Ref is not PyTuple { Items: [var key, var item] })
                {
                    _thread.ValueError("items must return 2-tuples");
                    return false;
                }
                if (!TryWriteEntry(ref output, key, item, level + 1, ref isFirst))
                    return false;
            }
        }
        AppendLine(ref output, level);
        output.Append('}');
        return true;
    }

    /// <summary>The entries of a plain dict whose keys are all plain str, in the order of the keys; null for other dicts.</summary>
    private static int[]? TrySortPlaces(PyDict dict)
    {
        if (!ReferenceEquals(dict.Type, PyDict.TypeObject))
            return null;
        var places = new int[dict.Count];
        var keys = new string[places.Length];
        var count = 0;
        for (var place = 0; place < dict.EntryCount; place++)
        {
            var key = dict.EntryAt(place).Key;
            if (key.IsUnbound)
                continue;
            if (key.Ref is not PyStr text || !ReferenceEquals(text.Type, PyStr.TypeObject))
                return null;
            // Most dicts are small: insert each where it belongs.
            var to = count++;
            for (; to > 0 && count <= SmallDict && PyStr.Compare(text.Text, keys[to - 1]) < 0; to--)
                (keys[to], places[to]) = (keys[to - 1], places[to - 1]);
            (keys[to], places[to]) = (text.Text, place);
        }
        if (count > SmallDict)
            Array.Sort(keys, places, KeyOrder);
        return places;
    }

    private Value[]? Pairs(PyDict dict)
    {
        var items = _thread.CallMethod(dict, ItemsName);
        var pairs = items.IsError ? null : Iteration.ToArray(_thread, items);
        if (pairs is null || !_encoder.SortKeys)
            return pairs;
        var list = new PyList(pairs);
        return _thread.CallMethod(list, SortName).IsError ? null : list.Span.ToArray();
    }

    private static readonly Comparer<string> KeyOrder = Comparer<string>.Create(PyStr.Compare);

    private bool TryWriteEntry(ref TextBuilder output, Value key, Value item, int level, ref bool isFirst)
    {
        if (key.Ref is not PyStr && !IsScalar(key))
        {
            if (_encoder.SkipKeys)
                return true;
            _thread.TypeError($"keys must be str, int, float, bool or None, not {key.Type.Name}");
            return false;
        }
        if (!isFirst)
            AppendSeparator(ref output, level);
        isFirst = false;
        if (key.Ref is PyStr)
        {
            if (!TryWriteString(ref output, key))
                return false;
        }
        else
        {
            output.Append('"');
            if (!TryWrite(ref output, key, level))
                return false;
            output.Append('"');
        }
        output.Append(_keySeparator);
        return TryWrite(ref output, item, level);
    }

    private static bool IsScalar(Value key) => key.IsSmallInt || key.IsFloat || key.IsNone || key.Ref is PyInt or PyFloat;

    private bool TryWriteString(ref TextBuilder output, Value value)
    {
        if (_asciiOnly is { } asciiOnly)
        {
            JsonText.AppendQuoted(ref output, ((PyStr)value.Ref!).Text, asciiOnly);
            return true;
        }
        var quoted = _thread.Call(_encoder.StringEncoder, value);
        if (quoted.IsError)
            return false;
        if (quoted.Ref is not PyStr text)
        {
            _thread.TypeError($"encoder() must return a string, not {quoted.Type.Name}");
            return false;
        }
        output.Append(text.Text);
        return true;
    }

    private bool TryWriteFloat(ref TextBuilder output, double number)
    {
        if (double.IsFinite(number))
        {
            output.Append(FloatText.Repr(number));
            return true;
        }
        if (!_encoder.AllowNan)
        {
            _thread.ValueError("Out of range float values are not JSON compliant");
            return false;
        }
        output.Append(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
        return true;
    }

    private bool TryWriteBig(ref TextBuilder output, PyInt number)
    {
        if (IntText.Decimal(_thread, number.Number) is not { } text)
            return false;
        output.Append(text);
        return true;
    }

    private static void AppendInt(ref TextBuilder output, long number)
    {
        const int MaxDigits = 20;
        number.TryFormat(output.Reserve(MaxDigits), out var count, default, CultureInfo.InvariantCulture);
        output.Shrink(MaxDigits - count);
    }

    private void AppendSeparator(ref TextBuilder output, int level)
    {
        output.Append(_itemSeparator);
        AppendLine(ref output, level);
    }

    private void AppendLine(ref TextBuilder output, int level)
    {
        if (_indent is null)
            return;
        output.Append('\n');
        for (var i = 0; i < level; i++)
            output.Append(_indent);
    }
}
