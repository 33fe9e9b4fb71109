// The views of OrderedDict differ from dict's by their names and by their iterator, which any change of the keys or their
// order stops.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Collections;

/// <summary>What an iterator over an OrderedDict gives.</summary>
internal enum OrderedPart
{
    Keys,
    Values,
    Items,
}

/// <summary>iter(OrderedDict) and of its views, in both directions.</summary>
[PyType("odict_iterator")]
internal sealed partial class PyOrderedDictIterator : PyIterator
{
    private readonly OrderedPart _part;
    private readonly bool _backwards;
    private readonly int _version;
    private PyOrderedDict? _dict;
    private int _place;

    internal PyOrderedDictIterator(PyOrderedDict dict, OrderedPart part, bool backwards) : base(TypeObject.RootShape)
    {
        _dict = dict;
        _part = part;
        _backwards = backwards;
        _version = dict.KeysVersion;
        _place = backwards ? dict.LastPlace : dict.FirstPlace;
    }

    internal override Value Next(VmThread thread)
    {
        if (_dict is not { } dict)
            return Value.Unbound;
        if (dict.KeysVersion != _version)
        {
            _dict = null;
            // clear() leaves no places; it is the one change that shows in the size first.
            return thread.RuntimeError(dict.EntryCount == 0
                ? "OrderedDict changed size during iteration"
                : "OrderedDict mutated during iteration");
        }
        while ((uint)_place < (uint)dict.EntryCount)
        {
            var entry = dict.EntryAt(_place);
            _place += _backwards ? -1 : 1;
            if (!entry.Key.IsUnbound)
                return Select(entry);
        }
        _dict = null;
        return Value.Unbound;
    }

    private Value Select(PyDict.Entry entry) => _part switch
    {
        OrderedPart.Keys => entry.Key,
        OrderedPart.Values => entry.Item,
        _ => PyTuple.Of(entry.Key, entry.Item),
    };

    /// <summary>Return state information for pickling</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        var rest = new PyList();
        for (var place = _place; _dict is { } dict && (uint)place < (uint)dict.EntryCount; place += _backwards ? -1 : 1)
        {
            if (!dict.EntryAt(place).Key.IsUnbound)
                rest.Append(Select(dict.EntryAt(place)));
        }
        return PyTuple.Of(iter, PyTuple.Of(rest));
    }
}

/// <summary>OrderedDict.keys().</summary>
[PyType("odict_keys", Base = typeof(PyDictKeys))]
internal sealed partial class PyOrderedKeys : PyDictKeys
{
    internal PyOrderedKeys(PyOrderedDict dict) : base(TypeObject.RootShape, dict) { }

    private protected override PyIterator MakeIterator() => new PyOrderedDictIterator((PyOrderedDict)Dict, OrderedPart.Keys, false);

    private protected override PyIterator MakeReversed() => new PyOrderedDictIterator((PyOrderedDict)Dict, OrderedPart.Keys, true);
}

/// <summary>OrderedDict.items().</summary>
[PyType("odict_items", Base = typeof(PyDictItems))]
internal sealed partial class PyOrderedItems : PyDictItems
{
    internal PyOrderedItems(PyOrderedDict dict) : base(TypeObject.RootShape, dict) { }

    private protected override PyIterator MakeIterator() => new PyOrderedDictIterator((PyOrderedDict)Dict, OrderedPart.Items, false);

    private protected override PyIterator MakeReversed() => new PyOrderedDictIterator((PyOrderedDict)Dict, OrderedPart.Items, true);
}

/// <summary>OrderedDict.values().</summary>
[PyType("odict_values", Base = typeof(PyDictValues))]
internal sealed partial class PyOrderedValues : PyDictValues
{
    internal PyOrderedValues(PyOrderedDict dict) : base(TypeObject.RootShape, dict) { }

    private protected override PyIterator MakeIterator() => new PyOrderedDictIterator((PyOrderedDict)Dict, OrderedPart.Values, false);

    private protected override PyIterator MakeReversed() => new PyOrderedDictIterator((PyOrderedDict)Dict, OrderedPart.Values, true);
}
