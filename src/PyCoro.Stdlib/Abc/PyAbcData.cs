// What an abstract base class knows of other classes. Nothing here keeps a class alive: caches and the registry are weak.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Abc;

/// <summary>Internal state held by ABC machinery.</summary>
[PyType("_abc_data", Module = "_abc")]
internal sealed partial class PyAbcData : PyObject
{
    private static readonly object Known = new();

    private readonly List<WeakReference<PyType>> _registry = [];
    private ConditionalWeakTable<PyType, object> _derived = [];
    private ConditionalWeakTable<PyType, object> _others = [];

    internal PyAbcData() : base(TypeObject.RootShape) { }

    /// <summary>The number of registrations anywhere when the answer no was last valid.</summary>
    internal long Token { get; private set; }

    /// <summary>Is the class known to be derived?</summary>
    internal bool IsDerived(PyType type) => _derived.TryGetValue(type, out _);

    /// <summary>Is the class known not to be derived? Registering any class anywhere makes that uncertain.</summary>
    internal bool IsOther(PyType type, long token) => Token == token && _others.TryGetValue(type, out _);

    /// <summary>Remembers a yes.</summary>
    internal void AddDerived(PyType type) => _derived.AddOrUpdate(type, Known);

    /// <summary>Remembers a no, which holds until the token changes.</summary>
    internal void AddOther(PyType type, long token)
    {
        if (Token != token)
            _others = [];
        Token = token;
        _others.AddOrUpdate(type, Known);
    }

    /// <summary>Adds a virtual subclass.</summary>
    internal void Register(PyType type) => _registry.Add(new(type));

    /// <summary>The registered classes that are still there.</summary>
    internal List<PyType> Registered()
    {
        _registry.RemoveAll(static reference => !reference.TryGetTarget(out _));
        var types = new List<PyType>(_registry.Count);
        foreach (var reference in _registry)
        {
            if (reference.TryGetTarget(out var type) && !types.Contains(type))
                types.Add(type);
        }
        return types;
    }

    internal void ForgetRegistry() => _registry.Clear();

    internal void ForgetAnswers()
    {
        _derived = [];
        _others = [];
    }

    internal IEnumerable<PyType> DerivedTypes => _derived.Select(static pair => pair.Key);

    internal IEnumerable<PyType> OtherTypes => _others.Select(static pair => pair.Key);
}
