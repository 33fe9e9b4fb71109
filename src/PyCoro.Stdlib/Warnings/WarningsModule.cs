using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Warnings;

/// <summary>_warnings provides basic warning filtering support.
/// It is a helper module to speed up interpreter start-up.</summary>
[PyModule("_warnings")]
internal static partial class WarningsModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        var state = thread.Interpreter.State<WarningsState>();
        module.Dict.SetStr(thread.Interpreter.Intern("filters"), state.Filters);
        module.Dict.SetStr(thread.Interpreter.Intern("_onceregistry"), state.OnceRegistry);
        module.Dict.SetStr(thread.Interpreter.Intern("_defaultaction"), state.DefaultAction);
        return Value.None;
    }

    /// <summary>Issue a warning, or maybe ignore it or raise an exception.</summary>
    [PyFunction("warn", Signature = "message, category=None, stacklevel=1, source=None")]
    private static Value Warn(VmThread thread, Value message, Value category, long stacklevel, Value source) =>
        Runtime.Modules.Warnings.Warn(thread, message, OrNone(category), stacklevel, OrNone(source));

    /// <summary>Issue a warning at a given place.</summary>
    [PyFunction("warn_explicit", Signature = "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None")]
    private static Value WarnExplicit(
        VmThread thread, Value message, Value category, string filename, long lineno, Value module, Value registry, Value moduleGlobals, Value source)
    {
        if (!OrNone(moduleGlobals).IsNone && moduleGlobals.Ref is not PyDict)
            return thread.TypeError($"module_globals must be a dict, not '{moduleGlobals.Type.Name}'");
        return Runtime.Modules.Warnings.WarnExplicit(
            thread, message, category, filename, lineno, OrNone(module), OrNone(registry), OrNone(source));
    }

    /// <summary>Makes what registries remember out of date.</summary>
    [PyFunction("_filters_mutated")]
    private static void FiltersMutated(VmThread thread) => thread.Interpreter.State<WarningsState>().FiltersVersion++;

    private static Value OrNone(Value value) => value.IsUnbound ? Value.None : value;
}
