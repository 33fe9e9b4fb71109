// The module builtins: the functions are in files by theme, the types come from everywhere in the runtime.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Builtins;

/// <summary>Built-in functions, types, exceptions, and other objects.
///
/// This module provides direct access to all 'built-in'
/// identifiers of Python; for example, builtins.len is
/// the full name for the built-in function len().</summary>
[PyModule("builtins")]
internal static partial class BuiltinsModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        foreach (var type in BuiltinTypes())
            module.Dict.SetStr(thread.Interpreter.Intern(type.Name), type);
        foreach (var type in ExceptionTypes.All)
            module.Dict.SetStr(thread.Interpreter.Intern(type.Name), type);
        // The two names OSError had before it took them in.
        module.Dict.SetStr(thread.Interpreter.Intern("EnvironmentError"), ExceptionTypes.OSError);
        module.Dict.SetStr(thread.Interpreter.Intern("IOError"), ExceptionTypes.OSError);
        module.Dict.SetStr(thread.Interpreter.Intern("None"), Value.None);
        module.Dict.SetStr(thread.Interpreter.Intern("True"), Value.True);
        module.Dict.SetStr(thread.Interpreter.Intern("False"), Value.False);
        module.Dict.SetStr(thread.Interpreter.Intern("Ellipsis"), PyEllipsis.Instance);
        module.Dict.SetStr(thread.Interpreter.Intern("NotImplemented"), Value.NotImplemented);
        module.Dict.SetStr(thread.Interpreter.Intern("__debug__"), thread.Interpreter.Options.Flags.Optimize == 0 ? Value.True : Value.False);
        foreach (var name in (ReadOnlySpan<string>)["exit", "quit"])
            module.Dict.SetStr(thread.Interpreter.Intern(name), new PyQuitter(name));
        module.Dict.SetStr(thread.Interpreter.Intern("copyright"), new PyPrinter("Copyright (c) the PyCoro authors."));
        module.Dict.SetStr(thread.Interpreter.Intern("credits"), new PyPrinter("    PyCoro follows Python as its reference describes it; Python is the work of its core developers."));
        module.Dict.SetStr(thread.Interpreter.Intern("license"), new PyPrinter("PyCoro is free software under the MIT license: see the file LICENSE."));
        module.Dict.SetStr(thread.Interpreter.Intern("help"), new PyHelper());
        return Value.None;
    }

    private static PyType[] BuiltinTypes() =>
    [
        PyBool.TypeObject, PyByteArray.TypeObject, PyBytes.TypeObject, PyClassMethod.TypeObject, PyComplex.TypeObject,
        PyDict.TypeObject, PyEnumerate.TypeObject, PyFilter.TypeObject, PyFloat.TypeObject, PyFrozenSet.TypeObject,
        PyInt.TypeObject, PyList.TypeObject, PyMap.TypeObject, PyMemoryView.TypeObject, PyObject.TypeObject,
        PyProperty.TypeObject, PyRange.TypeObject, PyReversed.TypeObject, PySet.TypeObject, PySlice.TypeObject,
        PyStaticMethod.TypeObject, PyStr.TypeObject, PySuper.TypeObject, PyTuple.TypeObject, PyType.TypeObject,
        PyZip.TypeObject,
    ];
}
