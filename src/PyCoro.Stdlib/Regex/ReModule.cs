using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

/// <summary>Patterns for re.</summary>
[PyModule("_regex", Types = [typeof(PyPattern), typeof(PyMatch)])]
internal static partial class ReModule
{
    /// <summary>Compile a pattern without a cache.</summary>
    [PyFunction("compile")]
    private static Value Compile(VmThread thread, Value pattern, int flags) => PyPattern.Compile(thread, pattern, (RegexFlags)flags);

    /// <summary>Tell what to raise and how to warn.</summary>
    [PyFunction("register")]
    private static void Register(VmThread thread, Value error, Value warn)
    {
        var state = RegexState.Of(thread);
        state.ErrorClass = error;
        state.Warn = warn;
    }
}
