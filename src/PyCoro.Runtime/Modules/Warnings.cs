// Warnings that native code issues go through the module warnings, whose filters and hooks programs change.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class Warnings
{
    private static readonly PyStr WarnKey = PyStr.Constant("warn");

    /// <summary>Issues a warning about the line of Python that runs; false when a filter made an exception of it.</summary>
    internal static bool Issue(VmThread thread, PyType category, string text)
    {
        var module = Importing.Import(thread, "warnings");
        return !module.IsError && !thread.CallMethod(module, WarnKey, Value.Str(text), category).IsError;
    }
}
