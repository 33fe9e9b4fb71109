using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Binding;

/// <summary>Fills the dict of a native module; generated code calls it.</summary>
internal sealed unsafe class NativeModuleBuilder(PyModule module, string name)
{
    /// <summary>All functions at once, by names separated by blanks; they are described on first use, by their index.</summary>
    public void Functions(string names, delegate*<int, NativeMember, void> describe)
    {
        var index = 0;
        foreach (var range in names.AsSpan().Split(' '))
            Function(new NativeMethod(names[range], NativeMethodKind.Function, describe, index++));
    }

    /// <summary>A function.</summary>
    public void Function(NativeMethod method) =>
        module.Dict.SetStr(PyStr.Constant(method.Name), new PyBuiltinFunction(method, module, name));

    /// <summary>A class, by its own name.</summary>
    public void Type(PyType type) => module.Dict.SetStr(PyStr.Constant(type.Name), type);

    /// <summary>Any other attribute.</summary>
    public void Constant(string name, Value value) => module.Dict.SetStr(PyStr.Constant(name), value);
}
