// attrgetter, itemgetter, methodcaller: callables that remember what to ask for.

using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Functools;

namespace PyCoro.Stdlib.Operator;

/// <summary>Return a callable object that fetches the given attribute(s) from its operand.
///
/// After f = attrgetter('name'), the call f(r) returns r.name.
/// After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).
/// After h = attrgetter('name.first', 'name.last'), the call h(r) returns
/// (r.name.first, r.name.last).</summary>
[PyType("attrgetter", Module = "operator")]
internal sealed partial class PyAttrGetter : PyObject
{
    private readonly PyTuple _names;
    private readonly PyStr[][] _paths;

    private PyAttrGetter(PyTuple names, PyStr[][] paths) : base(TypeObject.RootShape)
    {
        _names = names;
        _paths = paths;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, Value attr, ReadOnlySpan<Value> attrs)
    {
        Value[] names = [attr, .. attrs];
        var paths = new PyStr[names.Length][];
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Ref is not PyStr name)
                return thread.TypeError("attribute name must be a string");
            paths[i] = Array.ConvertAll(name.Text.Split('.'), part => thread.Interpreter.Intern(part));
        }
        return new PyAttrGetter(PyTuple.Of(names), paths);
    }

    [PyMethod("__call__")]
    private Value Call(VmThread thread, Value obj)
    {
        if (_paths.Length == 1)
            return Follow(thread, obj, _paths[0]);
        var values = new Value[_paths.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Follow(thread, obj, _paths[i]);
            if (values[i].IsError)
                return Value.Error;
        }
        return PyTuple.Of(values);
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => GetterText.Of(thread, "operator.attrgetter", _names.Items, null);

    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(TypeObject, _names);

    private static Value Follow(VmThread thread, Value obj, PyStr[] path)
    {
        foreach (var name in path)
        {
            obj = Attributes.Get(thread, obj, name);
            if (obj.IsError)
                break;
        }
        return obj;
    }
}

/// <summary>Return a callable object that fetches the given item(s) from its operand.
///
/// After f = itemgetter(2), the call f(r) returns r[2].
/// After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])</summary>
[PyType("itemgetter", Module = "operator")]
internal sealed partial class PyItemGetter : PyObject
{
    private readonly PyTuple _keys;

    private PyItemGetter(PyTuple keys) : base(TypeObject.RootShape) => _keys = keys;

    [PyNew]
    private static Value New(PyType type, Value item, ReadOnlySpan<Value> items) => new PyItemGetter(PyTuple.Of([item, .. items]));

    [PyMethod("__call__")]
    private Value Call(VmThread thread, Value obj)
    {
        var keys = _keys.Items;
        if (keys.Length == 1)
            return Items.Get(thread, obj, keys[0]);
        var values = new Value[keys.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Items.Get(thread, obj, keys[i]);
            if (values[i].IsError)
                return Value.Error;
        }
        return PyTuple.Of(values);
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => GetterText.Of(thread, "operator.itemgetter", _keys.Items, null);

    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(TypeObject, _keys);
}

/// <summary>Return a callable object that calls the given method on its operand.
///
/// After f = methodcaller('name'), the call f(r) returns r.name().
/// After g = methodcaller('name', 'date', foo=1), the call g(r) returns
/// r.name('date', foo=1).</summary>
[PyType("methodcaller", Module = "operator")]
internal sealed partial class PyMethodCaller : PyObject
{
    private readonly PyStr _name;
    private readonly Value[] _args;
    private readonly PyDict? _keywords;

    private PyMethodCaller(PyStr name, Value[] args, PyDict? keywords) : base(TypeObject.RootShape)
    {
        _name = name;
        _args = args;
        _keywords = keywords;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        if (args.Length == 0)
            return thread.TypeError("methodcaller needs at least one argument, the method name");
        return args[0].Ref is PyStr name
            ? new PyMethodCaller(name, args[1..].ToArray(), kwargs)
            : thread.TypeError("method name must be a string");
    }

    [PyMethod("__call__")]
    private Value Call(VmThread thread, Value obj)
    {
        var method = Attributes.Get(thread, obj, _name);
        return method.IsError ? method : KeywordCalls.Call(thread, method, _args, _keywords);
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => GetterText.Of(thread, "operator.methodcaller", [_name, .. _args], _keywords);

    /// <summary>Return state information for pickling: keywords go into a partial, since a call by pickle has none.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        if (_keywords is null || _keywords.Count == 0)
            return PyTuple.Of(TypeObject, new PyTuple([_name, .. _args]));
        var partial = KeywordCalls.Call(thread, PyPartial.TypeObject, [TypeObject, _name], _keywords);
        return partial.IsError ? partial : PyTuple.Of(partial, new PyTuple(_args));
    }
}

/// <summary>The repr of the three.</summary>
internal static class GetterText
{
    /// <summary><c>name(arg, key=value)</c>.</summary>
    internal static Value Of(VmThread thread, string name, Value[] args, PyDict? keywords)
    {
        var text = new StringBuilder(name).Append('(');
        var separator = "";
        foreach (var arg in args)
        {
            if (Texts.Repr(thread, arg) is not { } repr)
                return Value.Error;
            text.Append(separator).Append(repr.Text);
            separator = ", ";
        }
        for (var i = 0; i < (keywords?.EntryCount ?? 0); i++)
        {
            var entry = keywords!.EntryAt(i);
            if (entry.Key.Ref is not PyStr key)
                continue;
            if (Texts.Repr(thread, entry.Item) is not { } repr)
                return Value.Error;
            text.Append(separator).Append(key.Text).Append('=').Append(repr.Text);
            separator = ", ";
        }
        return Value.Str(text.Append(')').ToString());
    }
}
