// An isolated Python: modules, builtins, interned names, options. Several live in one process without sharing anything
// mutable.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Signals;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

/// <summary>An isolated Python interpreter.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<string, PyStr> _interned = [];
    private readonly Dictionary<PyType, List<WeakReference<PyType>>> _nativeSubclasses = [];

    /// <summary>An interpreter with the modules sys and builtins.</summary>
    internal Interpreter(InterpreterOptions options)
    {
        Options = options;
        Gil = new Gil(this);
        MainThread = NewThread();
        Gil.AddMain(MainThread);
        Signals = new SignalTable(this);
        Collector = new Lifetime.Collector(this);
        Finalization = new Lifetime.Finalization(this);
        Streams = new StandardStreams(this);
        Builtins = MakeNative(MainThread, Runtime.Builtins.BuiltinsModule.Definition);
        Sys = MakeNative(MainThread, SysModule.Definition);
        Importing.MarkBuiltIn(Builtins, "builtins");
        Importing.MarkBuiltIn(Sys, "sys");
        Streams.Install(Sys.Dict);
    }

    /// <summary>What the host gave.</summary>
    internal InterpreterOptions Options { get; }

    /// <summary>The thread that runs the program.</summary>
    internal VmThread MainThread { get; }

    /// <summary>Who finds what is garbage.</summary>
    internal Lifetime.Collector Collector { get; }

    /// <summary>What is to be done with objects before they go.</summary>
    internal Lifetime.Finalization Finalization { get; }

    /// <summary>Who may run.</summary>
    internal Gil Gil { get; }

    /// <summary>How many frames, suspended ones included, are handling an exception; an upper bound. For all threads together,
    /// since a generator may be left in one and end in another.</summary>
    internal int HandlingFrames;

    private long _lastIdentity;

    /// <summary>A thread that does not run yet.</summary>
    internal VmThread NewThread() => new(this, ++_lastIdentity);

    /// <summary>The standard streams.</summary>
    internal StandardStreams Streams { get; }

    /// <summary><c>sys.modules</c>.</summary>
    internal PyDict Modules { get; } = new();

    /// <summary>The module builtins.</summary>
    internal PyModule Builtins { get; }

    /// <summary>The module sys.</summary>
    internal PyModule Sys { get; }

    /// <summary>Numbers of objects, <c>id()</c>.</summary>
    internal Identity Identities { get; } = new();

    /// <summary><c>sys.getrecursionlimit()</c>.</summary>
    internal int RecursionLimit
    {
        get;
        set
        {
            field = value;
            foreach (var thread in Gil.Threads)
                thread.DepthLimit = value;
        }
    } = DefaultRecursionLimit;

    /// <summary>The recursion limit of a fresh interpreter.</summary>
    internal const int DefaultRecursionLimit = 1000;

    /// <summary>The class of what sys.get_asyncgen_hooks returns.</summary>
    internal PyType? AsyncGenHooksType { get; set; }

    /// <summary>Told of what only a bug of PyCoro can cause.</summary>
    internal Action<Exception>? InternalErrors => Options.InternalErrors;

    /// <summary>The one str of a text: this one, if there was none.</summary>
    internal PyStr Intern(PyStr text)
    {
        lock (_interned)
        {
            if (!_interned.TryGetValue(text.Text, out var name))
                _interned.Add(text.Text, name = text);
            return name;
        }
    }

    /// <summary>Names that occur as constants or identifiers: one object for each, so that they compare by reference.</summary>
    internal PyStr Intern(string text)
    {
        lock (_interned)
        {
            if (!_interned.TryGetValue(text, out var name))
                _interned.Add(text, name = PyStr.Of(text));
            return name;
        }
    }

    /// <summary>Asks the main thread to raise KeyboardInterrupt at its next check; may be called from any thread.</summary>
    internal void Interrupt() => Signals.Arrive(SignalTable.Interrupt);

    /// <summary>What is done about signals.</summary>
    internal SignalTable Signals { get; }

    /// <summary>Looks at what is asked of a running thread; false when an exception is pending now.</summary>
    internal bool OnBudget(VmThread thread)
    {
        Gil.Check(thread);
        // Whoever makes garbage also finalises it: one thread alone could fall behind for ever.
        if ((HasPendingCalls || Finalization.IsBehind) && !thread.RunsPendingCalls)
        {
            thread.RunsPendingCalls = true;
            RunPendingCalls(thread);
            Finalization.CatchUp(thread);
            thread.RunsPendingCalls = false;
        }
        return !thread.IsMain || !Signals.IsRequested || Signals.Run(thread);
    }

    /// <summary>Makes the module object of a native module and enters it into <c>sys.modules</c>.</summary>
    internal PyModule MakeNative(VmThread thread, Binding.NativeModule definition)
    {
        var module = new PyModule(definition.Name);
        if (definition.Doc is { } doc)
            module.Dict.SetStr(Intern("__doc__"), Value.Str(doc));
        Modules.SetStr(Intern(definition.Name), module);
        if (definition.Initialize(thread, module).IsError)
            throw new PythonException(thread.TakePending());
        return module;
    }

    /// <summary>Runs module, class body or eval code with a namespace.</summary>
    internal Value Execute(VmThread thread, CodeObject code, PyDict globals, Value names) =>
        Execute(thread, new PyCode(this, code), globals, names, null);

    /// <summary>Runs code with a namespace and, for code with free variables, a closure.</summary>
    internal Value Execute(VmThread thread, PyCode code, PyDict globals, Value names, PyTuple? closure)
    {
        var builtins = BuiltinsOf(globals);
        var owner = closure is null ? null : new PyFunction(code, globals, builtins) { Closure = closure };
        if (code.IsGeneratorLike)
            return Calls.NewBody(thread, code, globals, builtins, names, owner);
        var frame = Calls.BeginCode(thread, code, globals, builtins, names, owner);
        return frame is null ? Value.Error : thread.Run(frame, 0);
    }

    /// <summary>The builtins that code with these globals uses; <c>__builtins__</c> is set when it is missing.</summary>
    internal PyDict BuiltinsOf(PyDict globals)
    {
        var name = Intern("__builtins__");
        var builtins = globals.GetStr(name);
        switch (builtins.Ref)
        {
            case PyModule module:
                return module.Dict;
            case PyDict dict:
                return dict;
        }
        if (!builtins.IsUnbound)
            return new BuiltinsMapping(builtins);
        // The dictionary, as in CPython: only __main__ has the module.
        globals.SetStr(name, Builtins.Dict);
        return Builtins.Dict;
    }

    /// <summary>Remembers a subclass; builtin types are shared between interpreters and cannot keep it themselves.</summary>
    internal void AddSubclass(PyType type, PyType subclass)
    {
        if (type.IsHeapType)
        {
            type.AddSubclass(subclass);
            return;
        }
        if (!_nativeSubclasses.TryGetValue(type, out var list))
            _nativeSubclasses.Add(type, list = []);
        list.Add(new WeakReference<PyType>(subclass));
    }

    /// <summary><c>type.__subclasses__()</c>.</summary>
    internal IEnumerable<PyType> SubclassesOf(PyType type)
    {
        if (type.IsHeapType)
            return type.Subclasses();
        var native = NativeSubclasses.Of(type);
        if (!_nativeSubclasses.TryGetValue(type, out var list))
            return native;
        return native.Concat(list.Select(static reference => reference.TryGetTarget(out var subclass) ? subclass : null).OfType<PyType>());
    }

    /// <summary>An attribute of the module sys; unbound when a script has deleted it.</summary>
    internal Value GetSys(string name) => Sys.Dict.GetStr(Intern(name));

    /// <summary>PRINT_EXPR: <c>sys.displayhook(value)</c>.</summary>
    internal Value DisplayHook(VmThread thread, Value value)
    {
        var hook = GetSys("displayhook");
        return hook.IsUnbound ? thread.RuntimeError("lost sys.displayhook") : thread.Call(hook, value);
    }
}
