// Shapes are hidden classes: instances of one class that got the same attributes in the same order share one, and an
// inline cache that remembers (shape, index) needs a single comparison to know both type and place of an attribute.
// A shape tree belongs to its type. Instances leave it for a plain dict ("dictionary shape") when an attribute is
// deleted, when they get many, or when Python code asks for __dict__.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Type and attribute layout of objects. Immutable but for the table of its successors, which is locked.</summary>
internal sealed class Shape
{
    /// <summary>Instances with more attributes than this use a dict.</summary>
    internal const int MaxAttributes = 128;

    /// <summary>Of the sentinels, which are no Python objects.</summary>
    internal static readonly Shape None = new(null!, null, null, 0, false);

    private readonly Shape? _parent;
    private readonly PyStr? _key;
    private Dictionary<PyStr, int>? _index;
    private Dictionary<PyStr, Shape>? _successors;
    private Shape? _dictionary;
    private Shape? _lastSuccessor;

    private Shape(PyType type, Shape? parent, PyStr? key, int count, bool isDictionary)
    {
        Type = type;
        _parent = parent;
        _key = key;
        Count = count;
        IsDictionary = isDictionary;
    }

    /// <summary>The type of the objects.</summary>
    internal PyType Type { get; }

    /// <summary>Used slots: the type's <c>__slots__</c>, then the attributes.</summary>
    internal int Count { get; }

    /// <summary>Attributes lie in a dict, in the slot at <see cref="PyType.SlotCount"/>.</summary>
    internal bool IsDictionary { get; }

    /// <summary>The empty layout of a type.</summary>
    internal static Shape Root(PyType type, int slotCount) => new(type, null, null, slotCount, false);

    /// <summary>The layout that keeps attributes in a dict.</summary>
    internal Shape Dictionary => _dictionary ??= IsDictionary ? this : ReferenceEquals(this, Type.RootShape)
        ? new Shape(Type, null, null, Type.SlotCount + 1, true)
        : Type.RootShape.Dictionary;

    /// <summary>Slot of an attribute, or -1.</summary>
    internal int IndexOf(PyStr name)
    {
        if (_key is null)
            return -1;
        var index = _index ?? BuildIndex();
        return index.TryGetValue(name, out var slot) ? slot : -1;
    }

    /// <summary>The layout with one attribute more; null when a dict serves better.</summary>
    internal Shape? With(PyStr name)
    {
        var last = _lastSuccessor;
        if (last is not null && ReferenceEquals(name, last._key))
            return last;
        if (Count - Type.SlotCount >= MaxAttributes)
            return null;
        lock (this)
        {
            _successors ??= new Dictionary<PyStr, Shape>(PyStr.KeyComparer);
            if (!_successors.TryGetValue(name, out var successor))
            {
                successor = new Shape(Type, this, name, Count + 1, false);
                _successors.Add(name, successor);
            }
            return _lastSuccessor = successor;
        }
    }

    /// <summary>Names in the order they were set, the <c>__slots__</c> excluded.</summary>
    internal PyStr[] Names()
    {
        var names = new PyStr[IsDictionary ? 0 : Count - Type.SlotCount];
        var shape = this;
        for (var i = names.Length - 1; i >= 0; i--, shape = shape._parent!)
            names[i] = shape._key!;
        return names;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Dictionary<PyStr, int> BuildIndex()
    {
        var names = Names();
        var index = new Dictionary<PyStr, int>(names.Length, PyStr.KeyComparer);
        for (var i = 0; i < names.Length; i++)
            index[names[i]] = Type.SlotCount + i;
        return _index = index;
    }
}
