using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Functools;

/// <summary>partial(func, *args, **keywords) - new function with partial application
/// of the given arguments and keywords.</summary>
[PyType("partial", Module = "functools", Subclassable = true, HasDict = true)]
internal sealed partial class PyPartial : PyObject
{
    private PyTuple _args;
    private PyDict _keywords;
    private Value _function;

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_function);
        visit(_args);
        visit(_keywords);
    }

    private PyPartial(Shape shape, Value function, PyTuple args, PyDict keywords) : base(shape)
    {
        _function = function;
        _args = args;
        _keywords = keywords;
    }

    /// <summary>function object to use in future partial calls</summary>
    [PyGetter("func", Member = true)]
    private Value Function => _function;

    /// <summary>tuple of arguments to future partial calls</summary>
    [PyGetter("args", Member = true)]
    private PyTuple Args => _args;

    /// <summary>dictionary of keyword arguments to future partial calls</summary>
    [PyGetter("keywords", Member = true)]
    private PyDict Keywords => _keywords;

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        if (args.Length == 0)
            return thread.TypeError("type 'partial' takes at least one argument");
        if (args[0].Type.LookupSpecial(Runtime.Types.Special.Call).IsUnbound && args[0].Ref is not (PyFunction or PyType))
            return thread.TypeError("the first argument must be callable");
        var merged = new PyDict();
        // A partial of a plain partial is one partial.
        if (args[0].Ref is PyPartial inner && ReferenceEquals(inner.Type, TypeObject) && ReferenceEquals(type, TypeObject))
        {
            if (!merged.TryMergeDict(thread, inner._keywords) || (keywords is not null && !merged.TryMergeDict(thread, keywords)))
                return Value.Error;
            return new PyPartial(type.RootShape, inner._function, PyTuple.Of([.. inner._args.Items, .. args[1..]]), merged);
        }
        if (keywords is not null && !merged.TryMergeDict(thread, keywords))
            return Value.Error;
        return new PyPartial(type.RootShape, args[0], PyTuple.Of(args[1..].ToArray()), merged);
    }

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    [PyMethod("__call__")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        var merged = _keywords;
        if (keywords is not null && keywords.Count > 0)
        {
            merged = _keywords.Copy();
            if (!merged.TryMergeDict(thread, keywords))
                return Value.Error;
        }
        if (_args.Items.Length == 0)
            return KeywordCalls.Call(thread, _function, args, merged);
        return KeywordCalls.Call(thread, _function, [.. _args.Items, .. args], merged);
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var name = ReferenceEquals(Type, TypeObject) ? "functools.partial" : Type.QualName;
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str("...") : Value.Error;
        var text = new StringBuilder(name).Append('(');
        var done = TryAppend(thread, text);
        thread.LeaveRepr(this);
        return done ? Value.Str(text.Append(')').ToString()) : Value.Error;
    }

    private bool TryAppend(VmThread thread, StringBuilder text)
    {
        if (Texts.Repr(thread, _function) is not { } function)
            return false;
        text.Append(function.Text);
        foreach (var arg in _args.Items)
        {
            if (Texts.Repr(thread, arg) is not { } repr)
                return false;
            text.Append(", ").Append(repr.Text);
        }
        for (var i = 0; i < _keywords.EntryCount; i++)
        {
            var entry = _keywords.EntryAt(i);
            if (entry.Key.IsUnbound)
                continue;
            if (Texts.Str(thread, entry.Key) is not { } key || Texts.Repr(thread, entry.Item) is not { } repr)
                return false;
            text.Append(", ").Append(key.Text).Append('=').Append(repr.Text);
        }
        return true;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var attributes = Attributes.TryGet(thread, this, PyStr.Constant("__dict__"));
        return attributes.IsError
            ? attributes
            : PyTuple.Of(Type, PyTuple.Of(_function), PyTuple.Of(_function, _args, _keywords, attributes.IsUnbound ? Value.None : attributes));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state)
    {
        if (state.Ref is not PyTuple { Items: [var function, { Ref: PyTuple args }, var keywords, var attributes] }
            || (function.Ref is not (PyFunction or PyType) && function.Type.LookupSpecial(Runtime.Types.Special.Call).IsUnbound)
            || (!keywords.IsNone && keywords.Ref is not PyDict))
            return thread.TypeError("invalid partial state");
        // Of the types themselves, whatever subclass they came in.
        var plain = keywords.Ref as PyDict;
        if (plain is null || !ReferenceEquals(plain.Type, PyDict.TypeObject))
        {
            plain = new PyDict();
            if (keywords.Ref is PyDict given && !plain.TryMergeDict(thread, given))
                return Value.Error;
        }
        _function = function;
        _args = ReferenceEquals(args.Type, PyTuple.TypeObject) ? args : PyTuple.Of(args.Items.ToArray());
        _keywords = plain;
        return Attributes.Set(thread, this, PyStr.Constant("__dict__"), attributes.IsNone ? new PyDict() : attributes).IsError ? Value.Error : Value.None;
    }
}
