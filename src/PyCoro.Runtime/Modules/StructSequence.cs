// Tuples whose items also have names, as sys.version_info and time.struct_time are (CPython's structseq).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class StructSequence
{
    /// <summary>A class for such tuples.</summary>
    internal static PyType MakeType(Interpreter interpreter, string module, string name, params string[] fields) =>
        MakeType(interpreter, module, name, isMadeByRuntimeOnly: false, fields);

    /// <summary>A class for such tuples, which programs perhaps may not make.</summary>
    internal static PyType MakeType(Interpreter interpreter, string module, string name, bool isMadeByRuntimeOnly, params string[] fields)
    {
        var dict = new PyDict();
        dict.SetStr(PyStr.Of("__module__"), Value.Str(module));
        dict.SetStr(PyStr.Of("__doc__"), Value.None);
        dict.SetStr(PyStr.Of("n_fields"), Value.Int(fields.Length));
        dict.SetStr(PyStr.Of("n_sequence_fields"), Value.Int(fields.Length));
        dict.SetStr(PyStr.Of("n_unnamed_fields"), Value.Int(0));
        dict.SetStr(PyStr.Of("__match_args__"), PyTuple.Of(Array.ConvertAll(fields, Value.Str)));
        dict.SetStr(PyStr.Of("__repr__"), new PyStructSequenceRepr(module == "builtins" ? name : $"{module}.{name}", fields));
        for (var i = 0; i < fields.Length; i++)
            dict.SetStr(PyStr.Of(fields[i]), new PyTupleField(fields[i], i));
        var type = new PyType(PyType.TypeObject, name, [PyTuple.TypeObject], dict, 0)
        {
            Base = PyTuple.TypeObject,
            SolidBase = PyTuple.TypeObject,
            PatternFlags = PyTuple.TypeObject.PatternFlags,
            IsMadeByRuntimeOnly = isMadeByRuntimeOnly,
        };
        type.Mro = [type, .. PyTuple.TypeObject.Mro];
        interpreter.AddSubclass(PyTuple.TypeObject, type);
        return type;
    }

    /// <summary>An instance.</summary>
    internal static Value Make(PyType type, params Value[] items) => new PyTuple(type.RootShape, items);
}

/// <summary>A named item of such a tuple.</summary>
[PyType("member_descriptor")]
internal sealed partial class PyTupleField : PyObject
{
    private readonly string _name;
    private readonly int _index;

    internal PyTupleField(string name, int index) : base(TypeObject.RootShape)
    {
        _name = name;
        _index = index;
    }

    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(Value instance, Value owner) => instance.Ref is PyTuple tuple && _index < tuple.Items.Length ? tuple.Items[_index] : this;

    [PyMethod("__set__")]
    private Value Set(VmThread thread, Value instance, Value value) =>
        thread.Raise(Exceptions.ExceptionTypes.AttributeError, "readonly attribute");

    [PyGetter("__name__")]
    private string GetName() => _name;
}

/// <summary><c>__repr__</c> of such tuples.</summary>
[PyType("builtin_function_or_method")]
internal sealed partial class PyStructSequenceRepr : PyObject
{
    private readonly string _typeName;
    private readonly string[] _fields;

    internal PyStructSequenceRepr(string typeName, string[] fields) : base(TypeObject.RootShape)
    {
        _typeName = typeName;
        _fields = fields;
    }

    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(Value instance, Value owner) => instance.IsNone ? this : new PyBoundMethod(this, instance);

    [PyMethod("__call__")]
    private Value Call(VmThread thread, Value self)
    {
        if (self.Ref is not PyTuple tuple)
            return thread.TypeError($"descriptor '__repr__' doesn't apply to a '{self.Type.Name}' object");
        var parts = new List<string>();
        for (var i = 0; i < _fields.Length && i < tuple.Items.Length; i++)
        {
            if (Texts.Repr(thread, tuple.Items[i]) is not { } text)
                return Value.Error;
            parts.Add($"{_fields[i]}={text.Text}");
        }
        return Value.Str($"{_typeName}({string.Join(", ", parts)})");
    }
}
