// The functions of _pickle are native, because a builtin function does not become a method of a class that keeps it; the
// work is done in Python by _pickle._machines.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Pickling;

/// <summary>What pickle needs natively.</summary>
[PyModule("_pickling", Types = [typeof(PyPickleBuffer)])]
internal static partial class PicklingModule
{
    /// <summary>dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)
    ///
    /// Write a pickled representation of obj to the open file object file.</summary>
    [PyFunction("dump")]
    private static Value Dump(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => Forward(thread, "dump", args, names);

    /// <summary>dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)
    ///
    /// Return the pickled representation of the object as a bytes object.</summary>
    [PyFunction("dumps")]
    private static Value Dumps(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => Forward(thread, "dumps", args, names);

    /// <summary>load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=())
    ///
    /// Read and return an object from the pickle data stored in a file.</summary>
    [PyFunction("load")]
    private static Value Load(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => Forward(thread, "load", args, names);

    /// <summary>loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=())
    ///
    /// Read and return an object from the given pickle data.</summary>
    [PyFunction("loads")]
    private static Value Loads(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => Forward(thread, "loads", args, names);

    private static Value Forward(VmThread thread, string name, ReadOnlySpan<Value> args, PyTuple? names)
    {
        var module = Importing.Import(thread, "_pickle._machines");
        var function = module.IsError ? module : Attributes.Get(thread, module, thread.Interpreter.Intern(name));
        return function.IsError ? function : thread.Call(function, args, names);
    }
}
