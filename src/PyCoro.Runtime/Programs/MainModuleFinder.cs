// `-m NAME` runs a module that is found as imports find it, but not imported: its code runs as __main__. Packages stand for
// their __main__ module. The messages are those of CPython's runpy.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Programs;

/// <summary>What was found for <c>-m</c>.</summary>
internal sealed record MainModule(string Name)
{
    /// <summary>Where it was found; null when it was not.</summary>
    public PyModuleSpec? Spec { get; init; }

    /// <summary>The module's file; empty for a module of the library.</summary>
    public string File => Spec is { HasLocation: true, Origin.Ref: PyStr file } && !file.Text.StartsWith('<') ? file.Text : "";

    /// <summary>Why nothing was found; null otherwise.</summary>
    public string? Problem { get; init; }

    /// <summary>An exception is pending: importing the package raised.</summary>
    public bool Failed { get; init; }

    /// <summary>Gives the code; null with an exception pending when it is not valid Python.</summary>
    public Func<VmThread, PyCode?> Load { get; init; } = static _ => null;
}

/// <summary>Finds the module of <c>-m</c>.</summary>
internal sealed class MainModuleFinder(VmThread thread)
{
    private static readonly PyStr GetCodeKey = PyStr.Constant("get_code");
    private static readonly PyStr PathKey = PyStr.Constant("__path__");

    /// <summary>Finds a module by its full name, importing the packages above it.</summary>
    public MainModule Find(string name)
    {
        var path = Value.Unbound;
        if (name.LastIndexOf('.') is var dot and >= 0)
        {
            var parent = Importing.Import(thread, name[..dot]);
            if (parent.IsError)
                return ParentFailed(name);
            path = Attributes.TryGet(thread, ((PyObject?)FindLoaded(name[..dot])) ?? parent, PathKey);
            if (path.IsSentinel)
            {
                thread.ClearPending(ExceptionTypes.AttributeError);
                return new MainModule(name)
                {
                    Problem = $"Error while finding module specification for '{name}' (ModuleNotFoundError: "
                        + $"__path__ attribute not found on '{name[..dot]}' while trying to find '{name}')",
                };
            }
        }
        var found = Importing.FindSpec(thread, name, path);
        if (found.IsError)
            return new MainModule(name) { Failed = true };
        if (found.Ref is not PyModuleSpec spec)
            return new MainModule(name) { Problem = $"No module named {name}" };
        if (!spec.Locations.IsNone)
            return FindInPackage(name);
        return new MainModule(name) { Spec = spec, Load = t => LoadCode(t, spec) };
    }

    /// <summary>The code of a module that was found; null with an exception pending when there is none.</summary>
    internal static PyCode? LoadCode(VmThread thread, PyModuleSpec spec)
    {
        var code = thread.CallMethod(spec.Loader, GetCodeKey, Value.Str(spec.Name));
        if (code.Ref is PyCode compiled)
            return compiled;
        if (!code.IsError)
            Importing.RaiseImportError(thread, ExceptionTypes.ImportError, $"No code object available for {spec.Name}", spec.Name);
        return null;
    }

    private MainModule FindInPackage(string name)
    {
        if (name.EndsWith(".__main__", StringComparison.Ordinal))
            return new MainModule(name) { Problem = "Cannot use package as __main__ module" };
        var main = Find(name + ".__main__");
        return main.Problem is null
            ? main
            : main with { Problem = $"{main.Problem}; '{name}' is a package and cannot be directly executed" };
    }

    private MainModule ParentFailed(string name)
    {
        if (!thread.PendingIs(ExceptionTypes.ImportError))
            return new MainModule(name) { Failed = true };
        var exception = thread.TakePending();
        var text = Texts.Str(thread, exception)?.Text;
        thread.ClearPending(ExceptionTypes.Exception);
        return new MainModule(name)
        {
            Problem = $"Error while finding module specification for '{name}' ({exception.Type.Name}: {text})",
        };
    }

    private PyObject? FindLoaded(string name) =>
        thread.Interpreter.Modules.GetStr(thread.Interpreter.Intern(name)) is { IsUnbound: false } module ? module.Ref : null;
}
