using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

/// <summary>An error occurred in the SSL implementation.</summary>
[PyType("SSLError", Module = "ssl", Base = typeof(SystemErrorBase), Subclassable = true, HasDict = true, Instances = typeof(PyException))]
internal static partial class PySslErrorType
{
    // errno and strerror are the first fields of an OSError.
    private const int Description = 1;

    /// <summary>Return str(self).</summary>
    [PyMethod("__str__")]
    private static Value Str(VmThread thread, PyException self)
    {
        if (self.Field(Description).Ref is PyStr text)
            return text;
        return Texts.Str(thread, self.Args) is { } shown ? shown : Value.Error;
    }

    /// <summary>OSError, which is no class of C#.</summary>
    internal static class SystemErrorBase
    {
        internal static PyType TypeObject => ExceptionTypes.OSError;
    }
}
