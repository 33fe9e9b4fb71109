// functools.lru_cache's wrapper. Entries lie in a dict whose order is the order of use: a hit is taken out and put back at
// the end, the oldest is the first.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Functools;

/// <summary>Create a cached callable that wraps another function.
///
/// user_function:      the function being cached
/// maxsize:  0         for no caching
///           None      for unlimited cache size
///           n         for a bounded cache
/// typed:    False     cache f(3) and f(3.0) as identical calls
///           True      cache f(3) and f(3.0) as distinct calls
/// cache_info_type:    namedtuple class with the fields:
///                         hits misses currsize maxsize</summary>
[PyType("_lru_cache_wrapper", Module = "functools", HasDict = true)]
internal sealed partial class PyLruCache : PyObject
{
    private const long Unlimited = -1;

    private static readonly PyStr KeywordMark = PyStr.Constant("keywords follow");

    private readonly Value _function;
    private readonly Value _infoType;
    private readonly long _maxSize;
    private readonly bool _typed;
    private PyDict _entries = new();
    private long _hits;
    private long _misses;

    private PyLruCache(Shape shape, Value function, long maxSize, bool typed, Value infoType) : base(shape)
    {
        _function = function;
        _maxSize = maxSize;
        _typed = typed;
        _infoType = infoType;
    }

    [PyNew(Signature = "user_function, maxsize, typed, cache_info_type")]
    private static Value New(VmThread thread, PyType type, Value userFunction, Value maxsize, Value typed, Value cacheInfoType)
    {
        var size = Unlimited;
        if (!maxsize.IsNone && !Conversions.TryIndex64(thread, maxsize, out size))
            return Value.Error;
        if (!Truth.TryTest(thread, typed, out var byType))
            return Value.Error;
        return new PyLruCache(type.RootShape, userFunction, maxsize.IsNone ? Unlimited : System.Math.Max(0, size), byType, cacheInfoType);
    }

    [PyMethod("__call__")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        if (_maxSize == 0)
        {
            _misses++;
            return KeywordCalls.Call(thread, _function, args, keywords);
        }
        var key = MakeKey(args, keywords);
        if (!Hashing.TryHash(thread, key, out var hash))
            return Value.Error;
        var place = _entries.Find(thread, key, hash);
        if (place == PyDict.Failed)
            return Value.Error;
        if (place >= 0)
        {
            _hits++;
            var entry = _entries.EntryAt(place);
            if (_maxSize != Unlimited && place != _entries.EntryCount - 1)
            {
                _entries.RemoveAt(place);
                if (!_entries.SetHashed(thread, entry.Key, hash, entry.Item))
                    return Value.Error;
            }
            return entry.Item;
        }
        _misses++;
        var result = KeywordCalls.Call(thread, _function, args, keywords);
        if (result.IsError)
            return result;
        var known = _entries.Find(thread, key, hash);
        if (known == PyDict.Failed)
            return Value.Error;
        // The call itself may have filled the entry, or the cache.
        if (known >= 0)
            return result;
        if (_maxSize != Unlimited && _entries.Count >= _maxSize)
            _entries.RemoveAt(_entries.FirstPlace);
        return _entries.SetHashed(thread, key, hash, result) ? result : Value.Error;
    }

    /// <summary>Report cache statistics</summary>
    [PyMethod("cache_info")]
    private Value Info(VmThread thread) => thread.Call(
        _infoType,
        [Value.Int(_hits), Value.Int(_misses), _maxSize == Unlimited ? Value.None : Value.Int(_maxSize), Value.Int(_entries.Count)],
        null);

    /// <summary>Clear the cache and cache statistics</summary>
    [PyMethod("cache_clear")]
    private void Clear()
    {
        _entries = new PyDict();
        _hits = _misses = 0;
    }

    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(Value instance, Value owner) => instance.IsNone ? this : new PyBoundMethod(this, instance);

    [PyMethod("__copy__")]
    private Value Copy() => this;

    [PyMethod("__deepcopy__")]
    private Value DeepCopy(Value memo) => this;

    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread) => Attributes.Get(thread, this, PyStr.Constant("__qualname__"));

    private Value MakeKey(ReadOnlySpan<Value> args, PyDict? keywords)
    {
        var hasKeywords = keywords is not null && keywords.Count > 0;
        if (!_typed && !hasKeywords)
        {
            // A lone int or str is its own key.
            if (args.Length == 1 && (args[0].IsSmallInt || ReferenceEquals(args[0].Type, PyStr.TypeObject)))
                return args[0];
            return PyTuple.Of(args.ToArray());
        }
        var parts = new List<Value>(args.ToArray());
        if (hasKeywords)
        {
            parts.Add(KeywordMark);
            for (var i = 0; i < keywords!.EntryCount; i++)
            {
                var entry = keywords.EntryAt(i);
                if (entry.Key.IsUnbound)
                    continue;
                parts.Add(entry.Key);
                parts.Add(entry.Item);
            }
        }
        if (_typed)
        {
            foreach (var arg in args)
                parts.Add(arg.Type);
            for (var i = 0; i < (keywords?.EntryCount ?? 0); i++)
            {
                if (!keywords!.EntryAt(i).Key.IsUnbound)
                    parts.Add(keywords.EntryAt(i).Item.Type);
            }
        }
        return PyTuple.Of([.. parts]);
    }
}
