// The __path__ of a namespace package (PEP 420): a program may add to sys.path, or to the path of the package above, after
// the package was imported, and the portions there belong to it.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Represents a namespace package's path. It looks for the package's portions again when it is used.</summary>
[PyType("_NamespacePath", Module = "_frozen_importlib_external")]
internal sealed partial class PyNamespacePath : PyObject
{
    private static readonly PyStr AppendKey = PyStr.Constant("append");
    private static readonly PyStr PathKey = PyStr.Constant("__path__");

    private readonly string _name;
    private Value _portions;

    internal PyNamespacePath(string name, PyList portions) : base(TypeObject.RootShape)
    {
        _name = name;
        _portions = portions;
    }

    [PyNew(Signature = "name, path, path_finder")]
    private static Value New(VmThread thread, PyType type, string name, Value path, Value pathFinder) =>
        Iteration.ToArray(thread, path) is { } portions ? new PyNamespacePath(name, new PyList(portions)) : Value.Error;

    /// <summary>The portions there are now; Error when looking for them raised.</summary>
    private Value Recalculate(VmThread thread)
    {
        var parent = ParentPath(thread);
        var spec = parent.IsError ? parent : PathSearch.Find(thread, _name, parent);
        if (spec.IsError)
            return spec;
        if (spec.Ref is PyModuleSpec { Loader.Ref: PyNamespaceLoader, Locations.Ref: PyNamespacePath found })
            _portions = found._portions;
        return _portions;
    }

    private Value ParentPath(VmThread thread)
    {
        if (_name.LastIndexOf('.') is not (var dot and >= 0))
            return Value.Unbound;
        var parent = thread.Interpreter.Modules.GetStr(thread.Interpreter.Intern(_name[..dot]));
        return parent.IsUnbound
            ? thread.Raise(ExceptionTypes.KeyError, Value.Str(_name[..dot]))
            : Attributes.Get(thread, parent, PathKey);
    }

    [PyMethod("__iter__")]
    private Value Iter(VmThread thread) => Recalculate(thread) is { IsError: false } portions ? Iteration.GetIter(thread, portions) : Value.Error;

    [PyMethod("__len__")]
    private Value Length(VmThread thread) =>
        Recalculate(thread).IsError || Iteration.ToArray(thread, _portions) is not { } all ? Value.Error : Value.Int(all.Length);

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value index) =>
        Recalculate(thread) is { IsError: false } portions ? Items.Get(thread, portions, index) : Value.Error;

    [PyMethod("__setitem__")]
    private Value SetItem(VmThread thread, Value index, Value value) => Items.Set(thread, _portions, index, value);

    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value item)
    {
        if (Recalculate(thread).IsError || Iteration.ToArray(thread, _portions) is not { } all)
            return Value.Error;
        foreach (var portion in all)
        {
            if (!Comparison.TryEquals(thread, portion, item, out var same))
                return Value.Error;
            if (same)
                return Value.True;
        }
        return Value.False;
    }

    /// <summary>Add a portion.</summary>
    [PyMethod("append", Signature = "item")]
    private Value Append(VmThread thread, Value item) => thread.CallMethod(_portions, AppendKey, item);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => Texts.Repr(thread, _portions) is { } shown ? Value.Str($"_NamespacePath({shown.Text})") : Value.Error;
}
