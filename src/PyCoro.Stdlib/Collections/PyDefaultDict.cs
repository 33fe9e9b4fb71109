using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Collections;

/// <summary>defaultdict(default_factory=None, /, [...]) --> dict with default factory
///
/// The default factory is called without arguments to produce
/// a new value when a key is not present, in __getitem__ only.
/// A defaultdict compares equal to a dict with the same items.
/// All remaining arguments are treated the same as if they were
/// passed to the dict constructor, including keyword arguments.</summary>
[PyType("defaultdict", Module = "collections", Base = typeof(PyDict), Subclassable = true)]
internal sealed partial class PyDefaultDict : PyDict
{
    private static readonly PyStr ItemsName = PyStr.Constant("items");

    private Value _factory = Value.None;

    internal PyDefaultDict(Shape shape) : base(shape) { }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_factory);
    }

    /// <summary>Factory for default value called by __missing__().</summary>
    [PyGetter("default_factory", Member = true)]
    private Value Factory => _factory;

    [PySetter("default_factory")]
    private void SetFactory(Value value) => _factory = value.IsUnbound ? Value.None : value;

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__")]
    private Value Init(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        var factory = args.Length == 0 ? Value.None : args[0];
        if (!factory.IsNone && !factory.Type.Has(Special.Call))
            return thread.TypeError("first argument must be callable or None");
        _factory = factory;
        return UpdateBy(thread, "dict", args.Length == 0 ? args : args[1..], keywords);
    }

    /// <summary>__missing__(key) # Called by __getitem__ for missing key; pseudo-code:
    ///   if self.default_factory is None: raise KeyError((key,))
    ///   self[key] = value = self.default_factory()
    ///   return value</summary>
    [PyMethod("__missing__")]
    private Value MakeMissing(VmThread thread, Value key)
    {
        if (_factory.IsNone)
            return thread.KeyError(key);
        var value = thread.Call(_factory);
        if (value.IsError)
            return value;
        var stored = ReferenceEquals(Type, TypeObject) ? Set(thread, key, value) : !Items.Set(thread, this, key, value).IsError;
        return stored ? value : Value.Error;
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private Value ReprOfBoth(VmThread thread)
    {
        if (Repr(thread).Ref is not PyStr items)
            return Value.Error;
        if (_factory.Ref is not { } factory || _factory.IsNone)
            return Value.Str($"{Type.Name}(None, {items.Text})");
        // The factory may be a method of this very dict.
        if (!thread.EnterRepr(factory))
            return thread.Pending is null ? Value.Str($"{Type.Name}(..., {items.Text})") : Value.Error;
        var made = Texts.Repr(thread, _factory);
        thread.LeaveRepr(factory);
        return made is null ? Value.Error : Value.Str($"{Type.Name}({made.Text}, {items.Text})");
    }

    /// <summary>D.copy() -> a shallow copy of D.</summary>
    [PyMethod("copy")]
    [PyMethod("__copy__")]
    private Value CopyWithFactory(VmThread thread) => thread.Call(Type, _factory, this);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var items = thread.CallMethod(this, ItemsName);
        var iterator = items.IsError ? items : Iteration.GetIter(thread, items);
        if (iterator.IsError)
            return iterator;
        var args = _factory.IsNone ? PyTuple.Empty : PyTuple.Of(_factory);
        return PyTuple.Of([Type, args, Value.None, Value.None, iterator]);
    }

    /// <summary>Return self|value.</summary>
    [PyMethod("__or__")]
    private static Value Or(VmThread thread, Value self, Value value) => Union(thread, self, self, value);

    /// <summary>Return value|self.</summary>
    [PyMethod("__ror__")]
    private static Value ROr(VmThread thread, Value self, Value value) => Union(thread, self, value, self);

    private static Value Union(VmThread thread, Value self, Value left, Value right)
    {
        if (left.Ref is not PyDict || right.Ref is not PyDict || self.Ref is not PyDefaultDict like)
            return Value.NotImplemented;
        var union = thread.Call(like.Type, like._factory, left);
        return union.Ref is PyDict dict && !dict.UpdateFrom(thread, right) ? Value.Error : union;
    }
}
