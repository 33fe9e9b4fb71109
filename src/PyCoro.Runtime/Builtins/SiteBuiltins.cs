// What the module site adds to the builtins (library reference: Constants added by the site module): objects that say in their
// repr how they are called.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary><c>exit</c> and <c>quit</c>.</summary>
[PyType("Quitter", Module = "_sitebuiltins")]
internal sealed partial class PyQuitter : PyObject
{
    private readonly string _name;

    internal PyQuitter(string name) : base(TypeObject.RootShape) => _name = name;

    [PyGetter("name")]
    private string Name => _name;

    [PyGetter("eof")]
    private string EndOfFile => "Ctrl-D (i.e. EOF)";

    [PyMethod("__repr__")]
    private string Repr() => $"Use {_name}() or {EndOfFile} to exit";

    [PyMethod("__call__", Signature = "code=None")]
    private Value Call(VmThread thread, Value code) =>
        thread.Raise(ExceptionTypes.SystemExit, code.IsUnbound ? Value.None : code);
}

/// <summary><c>copyright</c>, <c>credits</c> and <c>license</c>.</summary>
[PyType("_Printer", Module = "_sitebuiltins")]
internal sealed partial class PyPrinter : PyObject
{
    private static readonly PyStr Print = PyStr.Constant("print");

    private readonly string _text;

    internal PyPrinter(string text) : base(TypeObject.RootShape) => _text = text;

    [PyMethod("__repr__")]
    private string Repr() => _text;

    [PyMethod("__call__")]
    private Value Call(VmThread thread)
    {
        var print = Attributes.Get(thread, thread.Interpreter.Builtins, Print);
        return print.IsError ? print : thread.Call(print, Value.Str(_text));
    }
}

/// <summary><c>help</c>: the module pydoc does the work where an installed library has it, else the module _help.</summary>
[PyType("_Helper", Module = "_sitebuiltins")]
internal sealed partial class PyHelper : PyObject
{
    private static readonly PyStr Help = PyStr.Constant("help");
    private static readonly PyStr Show = PyStr.Constant("show");

    internal PyHelper() : base(TypeObject.RootShape) { }

    [PyMethod("__repr__")]
    private string Repr() => "Type help() for interactive help, or help(object) for help about object.";

    [PyMethod("__call__", Signature = "*args, **kwargs")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        var module = Importing.Import(thread, "pydoc", null, PyTuple.Empty, 0);
        if (!module.IsError)
        {
            var help = Attributes.Get(thread, module, Help);
            return help.IsError ? help : KeywordCalls.Call(thread, help, args, kwargs);
        }
        if (!thread.ClearPending(ExceptionTypes.ModuleNotFoundError))
            return Value.Error;
        module = Importing.Import(thread, "_help");
        return module.IsError ? module : KeywordCalls.Call(thread, Attributes.Get(thread, module, Show), args, kwargs);
    }
}
