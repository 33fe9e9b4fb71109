// Finders and loaders have methods of the time before PEP 451, which Python 3.11 still has and warns of.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class OldProtocol
{
    private static readonly PyStr NameKey = PyStr.Constant("__name__");

    /// <summary>Warns of a method; false when the warning became an exception.</summary>
    internal static bool Deprecate(VmThread thread, string method, string instead) =>
        Warnings.Issue(
            thread, ExceptionTypes.DeprecationWarning, $"{method} is deprecated and slated for removal in Python 3.12; use {instead} instead");

    /// <summary>The loader that a spec names, None without a spec.</summary>
    internal static Value LoaderIn(VmThread thread, Value spec) =>
        spec.IsError || spec.IsNone ? spec : spec.Ref is PyModuleSpec own ? own.Loader : Attributes.Get(thread, spec, PyStr.Of("loader"));

    /// <summary>The spec for what is only known by its loader.</summary>
    internal static Value SpecOf(VmThread thread, string name, Value loader)
    {
        var module = Importing.Import(thread, "importlib.util");
        var make = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of("spec_from_loader"));
        return make.IsError ? make : thread.Call(make, Value.Str(name), loader);
    }

    /// <summary><c>module_repr()</c>.</summary>
    internal static Value Repr(VmThread thread, string owner, Value module, string kind)
    {
        if (!Warnings.Issue(thread, ExceptionTypes.DeprecationWarning, $"{owner}.module_repr() is deprecated and slated for removal in Python 3.12"))
            return Value.Error;
        var name = Attributes.Get(thread, module, NameKey);
        return name.IsError ? name : Texts.Repr(thread, name) is { } shown ? Value.Str($"<module {shown.Text} ({kind})>") : Value.Error;
    }
}
