// Iterators over a dict. They count the items they have given and remember the size: an added or removed key is an error
// rather than a wrong loop, with CPython's two messages.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The walk through the entries that all iterators over dicts share.</summary>
internal abstract class PyDictIterator : PyIterator
{
    private readonly int _size;
    private readonly bool _backwards;
    private PyDict? _dict;
    private int _place;
    private int _current;
    private int _remaining;

    private protected PyDictIterator(Shape shape, PyDict dict, bool backwards = false) : base(shape)
    {
        _dict = dict;
        _size = dict.Count;
        _remaining = dict.Count;
        _backwards = backwards;
        _place = backwards ? dict.EntryCount - 1 : dict.FirstPlace;
    }

    internal override Value Next(VmThread thread) => TryAdvance(thread, out var end) ? Select(ref Current) : end;

    /// <summary>The entry that <see cref="TryAdvance"/> has found.</summary>
    private protected ref PyDict.Entry Current => ref _dict!.EntryAt(_current);

    /// <summary>Goes to the next entry. False at the end, which is unbound or, when it raised, Error.</summary>
    private protected bool TryAdvance(VmThread thread, out Value end)
    {
        end = Value.Unbound;
        if (_dict is not { } dict)
            return false;
        if (dict.Count != _size)
        {
            _dict = null;
            end = thread.RuntimeError("dictionary changed size during iteration");
            return false;
        }
        while ((uint)_place < (uint)dict.EntryCount)
        {
            _current = _place;
            _place += _backwards ? -1 : 1;
            if (dict.EntryAt(_current).Key.IsUnbound)
                continue;
            if (_remaining == 0)
            {
                _dict = null;
                end = thread.RuntimeError("dictionary keys changed during iteration");
                return false;
            }
            _remaining--;
            return true;
        }
        _dict = null;
        return false;
    }

    /// <summary>What the iterator gives for an entry.</summary>
    private protected abstract Value Select(ref PyDict.Entry entry);

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    internal long LengthHint() => _dict is { } dict && dict.Count == _size ? _remaining : 0;

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    internal Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        // What is left, as a list; the iterator itself stays where it is.
        var items = new PyList();
        var (place, remaining, dict) = (_place, _remaining, _dict);
        while (true)
        {
            var item = Next(thread);
            if (item.IsError)
                return item;
            if (item.IsUnbound)
                break;
            items.Append(item);
        }
        (_place, _remaining, _dict) = (place, remaining, dict);
        return PyTuple.Of(iter, PyTuple.Of(items));
    }
}

/// <summary>iter(dict).</summary>
[PyType("dict_keyiterator")]
internal sealed partial class PyDictKeyIterator : PyDictIterator
{
    internal PyDictKeyIterator(PyDict dict) : base(TypeObject.RootShape, dict) { }

    private protected override Value Select(ref PyDict.Entry entry) => entry.Key;
}

/// <summary>iter(dict.values()).</summary>
[PyType("dict_valueiterator")]
internal sealed partial class PyDictValueIterator : PyDictIterator
{
    internal PyDictValueIterator(PyDict dict) : base(TypeObject.RootShape, dict) { }

    private protected override Value Select(ref PyDict.Entry entry) => entry.Item;
}

/// <summary>iter(dict.items()).</summary>
[PyType("dict_itemiterator")]
internal sealed partial class PyDictItemIterator : PyDictIterator
{
    internal PyDictItemIterator(PyDict dict) : base(TypeObject.RootShape, dict) => GivesPairs = true;

    internal override Value NextPair(VmThread thread, out Value second)
    {
        second = default;
        if (!TryAdvance(thread, out var end))
            return end;
        ref var entry = ref Current;
        second = entry.Item;
        return entry.Key;
    }

    private protected override Value Select(ref PyDict.Entry entry) => new PyTuple([entry.Key, entry.Item]);
}

/// <summary>reversed(dict).</summary>
[PyType("dict_reversekeyiterator")]
internal sealed partial class PyDictReverseKeyIterator : PyDictIterator
{
    internal PyDictReverseKeyIterator(PyDict dict) : base(TypeObject.RootShape, dict, backwards: true) { }

    private protected override Value Select(ref PyDict.Entry entry) => entry.Key;
}

/// <summary>reversed(dict.values()).</summary>
[PyType("dict_reversevalueiterator")]
internal sealed partial class PyDictReverseValueIterator : PyDictIterator
{
    internal PyDictReverseValueIterator(PyDict dict) : base(TypeObject.RootShape, dict, backwards: true) { }

    private protected override Value Select(ref PyDict.Entry entry) => entry.Item;
}

/// <summary>reversed(dict.items()).</summary>
[PyType("dict_reverseitemiterator")]
internal sealed partial class PyDictReverseItemIterator : PyDictIterator
{
    internal PyDictReverseItemIterator(PyDict dict) : base(TypeObject.RootShape, dict, backwards: true) { }

    private protected override Value Select(ref PyDict.Entry entry) => new PyTuple([entry.Key, entry.Item]);
}
