using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Contextvars;

/// <summary>Context Variables</summary>
[PyModule("_contextvars", Types = [typeof(PyContext), typeof(PyContextVar), typeof(PyToken)])]
internal static partial class ContextvarsModule
{
    /// <summary>A copy of the current context.</summary>
    [PyFunction("copy_context")]
    private static Value CopyContext(VmThread thread) => PyContext.CopyCurrent(thread);
}
