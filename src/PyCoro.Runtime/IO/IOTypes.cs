using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

/// <summary>Classes of io that each interpreter makes for itself.</summary>
internal sealed class IOTypes
{
    private PyType? _unsupported;

    /// <summary><c>io.UnsupportedOperation</c>: both an OSError and a ValueError.</summary>
    internal PyType Unsupported(VmThread thread)
    {
        if (_unsupported is not null)
            return _unsupported;
        var dict = new PyDict();
        dict.SetStr(PyStr.Of("__module__"), Value.Str("io"));
        dict.SetStr(PyStr.Of("__doc__"), Value.None);
        var (system, value) = (ExceptionTypes.OSError, ExceptionTypes.ValueError);
        _unsupported = new PyType(PyType.TypeObject, "UnsupportedOperation", [system, value], dict, 0)
        {
            Base = system,
            SolidBase = system.SolidBase,
        };
        _unsupported.Mro = [_unsupported, system, value, ExceptionTypes.Exception, ExceptionTypes.BaseException, PyObject.TypeObject];
        thread.Interpreter.AddSubclass(system, _unsupported);
        thread.Interpreter.AddSubclass(value, _unsupported);
        return _unsupported;
    }
}
