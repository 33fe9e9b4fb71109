using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Binding;

/// <summary>Fills the dict of a native type; generated code calls it.</summary>
internal sealed unsafe class NativeTypeBuilder(PyType type)
{
    private readonly PyDict _dict = new();

    /// <summary>The type whose dict it is.</summary>
    internal PyType Type => type;

    /// <summary>All members at once, by names separated by blanks, each after a letter that says what it is; they are
    /// described on first use, by their index in the list. One string costs less at start-up than a hundred.</summary>
    public void Members(string names, delegate*<int, NativeMember, void> describe)
    {
        var index = 0;
        foreach (var range in names.AsSpan().Split(' '))
        {
            var kind = names[range.Start.Value];
            var name = names[(range.Start.Value + 1)..range.End.Value];
            switch (kind)
            {
                case 'm': Method(new NativeMethod(name, NativeMethodKind.Method, describe, index)); break;
                case 'c': ClassMethod(new NativeMethod(name, NativeMethodKind.ClassMethod, describe, index)); break;
                case 's': StaticMethod(new NativeMethod(name, NativeMethodKind.StaticMethod, describe, index)); break;
                case 'n': New(new NativeMethod(name, NativeMethodKind.New, describe, index)); break;
                case 'g': Attribute(new NativeAttribute(name, false, describe, index)); break;
                case 'f': Attribute(new NativeAttribute(name, true, describe, index)); break;
            }
            index++;
        }
    }

    /// <summary>An instance method.</summary>
    public void Method(NativeMethod method) => _dict.SetStr(PyStr.Constant(method.Name), new PyMethodDescriptor(type, method));

    /// <summary>A class method.</summary>
    public void ClassMethod(NativeMethod method) => _dict.SetStr(PyStr.Constant(method.Name), new PyClassMethodDescriptor(type, method));

    /// <summary>A static method.</summary>
    public void StaticMethod(NativeMethod method) =>
        _dict.SetStr(PyStr.Constant(method.Name), new PyStaticMethod(new PyBuiltinFunction(method, type, null)));

    /// <summary><c>__new__</c>.</summary>
    public void New(NativeMethod method) =>
        _dict.SetStr(PyStr.Constant("__new__"), new PyBuiltinFunction(method, type, null));

    /// <summary>An attribute with getter and perhaps setter.</summary>
    public void Attribute(NativeAttribute attribute) => _dict.SetStr(PyStr.Constant(attribute.Name), new PyGetSetDescriptor(type, attribute));

    /// <summary>A class attribute.</summary>
    public void Constant(string name, Value value) => _dict.SetStr(PyStr.Constant(name), value);

    /// <summary>The dict, with what every class has.</summary>
    internal PyDict Finish()
    {
        var spec = type.Native!;
        // A type that defines __eq__ without __hash__ is unhashable (data model, object.__hash__).
        if (!_dict.GetStr(PyStr.Constant("__eq__")).IsUnbound && _dict.GetStr(PyStr.Constant("__hash__")).IsUnbound)
            Constant("__hash__", Value.None);
        if (_dict.GetStr(PyStr.Constant("__doc__")).IsUnbound)
            Constant("__doc__", spec.Doc is { } doc ? Value.Str(doc) : Value.None);
        if (spec.HasDict && _dict.GetStr(PyStr.Constant("__dict__")).IsUnbound)
            Attribute(InstanceDictionary.Attribute);
        if (spec.HasDict && _dict.GetStr(PyStr.Constant("__dict__")).IsUnbound && spec.Base?.Invoke().HasDict != true)
            Attribute(InstanceDictionary.Attribute);
        if (spec.Module != "builtins")
            Constant("__module__", Value.Str(spec.Module));
        return _dict;
    }
}
