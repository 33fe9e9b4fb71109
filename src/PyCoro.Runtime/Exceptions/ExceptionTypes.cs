// The hierarchy of builtin exceptions (library reference: Exception hierarchy), as data: what a class does beyond carrying
// its arguments is in ExceptionFields.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Exceptions;

/// <summary>The builtin exception classes.</summary>
internal static class ExceptionTypes
{
    /// <summary>All of them, bases before derived ones, for the module builtins.</summary>
    internal static IReadOnlyList<PyType> All => MakeAll();

    internal static PyType BaseException => PyException.TypeObject;
    internal static readonly PyType BaseExceptionGroup = Define("BaseExceptionGroup", static () => BaseException, "A combination of multiple unrelated exceptions.");
    internal static readonly PyType Exception = Define("Exception", static () => BaseException, "Common base class for all non-exit exceptions.");
    internal static readonly PyType ArithmeticError = Define("ArithmeticError", static () => Exception, "Base class for arithmetic errors.");
    internal static readonly PyType FloatingPointError = Define("FloatingPointError", static () => ArithmeticError, "Floating point operation failed.");
    internal static readonly PyType OverflowError = Define("OverflowError", static () => ArithmeticError, "Result too large to be represented.");
    internal static readonly PyType ZeroDivisionError = Define("ZeroDivisionError", static () => ArithmeticError, "Second argument to a division or modulo operation was zero.");
    internal static readonly PyType AssertionError = Define("AssertionError", static () => Exception, "Assertion failed.");
    internal static readonly PyType AttributeError = Define("AttributeError", static () => Exception, "Attribute not found.");
    internal static readonly PyType BufferError = Define("BufferError", static () => Exception, "Buffer error.");
    internal static readonly PyType EOFError = Define("EOFError", static () => Exception, "Read beyond end of file.");
    internal static readonly PyType ImportError = Define("ImportError", static () => Exception, "Import can't find module, or can't find name in module.");
    internal static readonly PyType ModuleNotFoundError = Define("ModuleNotFoundError", static () => ImportError, "Module not found.");
    internal static readonly PyType LookupError = Define("LookupError", static () => Exception, "Base class for lookup errors.");
    internal static readonly PyType IndexError = Define("IndexError", static () => LookupError, "Sequence index out of range.");
    internal static readonly PyType KeyError = Define("KeyError", static () => LookupError, "Mapping key not found.");
    internal static readonly PyType MemoryError = Define("MemoryError", static () => Exception, "Out of memory.");
    internal static readonly PyType NameError = Define("NameError", static () => Exception, "Name not found globally.");
    internal static readonly PyType UnboundLocalError = Define("UnboundLocalError", static () => NameError, "Local name referenced but not bound to a value.");
    internal static readonly PyType OSError = Define("OSError", static () => Exception, "Base class for I/O related errors.");
    internal static readonly PyType BlockingIOError = Define("BlockingIOError", static () => OSError, "I/O operation would block.");
    internal static readonly PyType ChildProcessError = Define("ChildProcessError", static () => OSError, "Child process error.");
    internal static readonly PyType ConnectionError = Define("ConnectionError", static () => OSError, "Connection error.");
    internal static readonly PyType BrokenPipeError = Define("BrokenPipeError", static () => ConnectionError, "Broken pipe.");
    internal static readonly PyType ConnectionAbortedError = Define("ConnectionAbortedError", static () => ConnectionError, "Connection aborted.");
    internal static readonly PyType ConnectionRefusedError = Define("ConnectionRefusedError", static () => ConnectionError, "Connection refused.");
    internal static readonly PyType ConnectionResetError = Define("ConnectionResetError", static () => ConnectionError, "Connection reset.");
    internal static readonly PyType FileExistsError = Define("FileExistsError", static () => OSError, "File already exists.");
    internal static readonly PyType FileNotFoundError = Define("FileNotFoundError", static () => OSError, "File not found.");
    internal static readonly PyType InterruptedError = Define("InterruptedError", static () => OSError, "Interrupted by signal.");
    internal static readonly PyType IsADirectoryError = Define("IsADirectoryError", static () => OSError, "Operation doesn't work on directories.");
    internal static readonly PyType NotADirectoryError = Define("NotADirectoryError", static () => OSError, "Operation only works on directories.");
    internal static readonly PyType PermissionError = Define("PermissionError", static () => OSError, "Not enough permissions.");
    internal static readonly PyType ProcessLookupError = Define("ProcessLookupError", static () => OSError, "Process not found.");
    internal static readonly PyType TimeoutError = Define("TimeoutError", static () => OSError, "Timeout expired.");
    internal static readonly PyType ReferenceError = Define("ReferenceError", static () => Exception, "Weak ref proxy used after referent went away.");
    internal static readonly PyType RuntimeError = Define("RuntimeError", static () => Exception, "Unspecified run-time error.");
    internal static readonly PyType NotImplementedError = Define("NotImplementedError", static () => RuntimeError, "Method or function hasn't been implemented yet.");
    internal static readonly PyType RecursionError = Define("RecursionError", static () => RuntimeError, "Recursion limit exceeded.");
    internal static readonly PyType StopAsyncIteration = Define("StopAsyncIteration", static () => Exception, "Signal the end from iterator.__anext__().");
    internal static readonly PyType StopIteration = Define("StopIteration", static () => Exception, "Signal the end from iterator.__next__().");
    internal static readonly PyType SyntaxError = Define("SyntaxError", static () => Exception, "Invalid syntax.");
    internal static readonly PyType IndentationError = Define("IndentationError", static () => SyntaxError, "Improper indentation.");
    internal static readonly PyType TabError = Define("TabError", static () => IndentationError, "Improper mixture of spaces and tabs.");
    internal static readonly PyType SystemError = Define("SystemError", static () => Exception, "Internal error in the Python interpreter.");
    internal static readonly PyType TypeError = Define("TypeError", static () => Exception, "Inappropriate argument type.");
    internal static readonly PyType ValueError = Define("ValueError", static () => Exception, "Inappropriate argument value (of correct type).");
    internal static readonly PyType UnicodeError = Define("UnicodeError", static () => ValueError, "Unicode related error.");
    internal static readonly PyType UnicodeDecodeError = Define("UnicodeDecodeError", static () => UnicodeError, "Unicode decoding error.");
    internal static readonly PyType UnicodeEncodeError = Define("UnicodeEncodeError", static () => UnicodeError, "Unicode encoding error.");
    internal static readonly PyType UnicodeTranslateError = Define("UnicodeTranslateError", static () => UnicodeError, "Unicode translation error.");
    internal static readonly PyType Warning = Define("Warning", static () => Exception, "Base class for warning categories.");
    internal static readonly PyType BytesWarning = Define("BytesWarning", static () => Warning, "Base class for warnings about bytes and buffer related problems, mostly");
    internal static readonly PyType DeprecationWarning = Define("DeprecationWarning", static () => Warning, "Base class for warnings about deprecated features.");
    internal static readonly PyType EncodingWarning = Define("EncodingWarning", static () => Warning, "Base class for warnings about encodings.");
    internal static readonly PyType FutureWarning = Define("FutureWarning", static () => Warning, "Base class for warnings about constructs that will change semantically");
    internal static readonly PyType ImportWarning = Define("ImportWarning", static () => Warning, "Base class for warnings about probable mistakes in module imports");
    internal static readonly PyType PendingDeprecationWarning = Define("PendingDeprecationWarning", static () => Warning, "Base class for warnings about features which will be deprecated");
    internal static readonly PyType ResourceWarning = Define("ResourceWarning", static () => Warning, "Base class for warnings about resource usage.");
    internal static readonly PyType RuntimeWarning = Define("RuntimeWarning", static () => Warning, "Base class for warnings about dubious runtime behavior.");
    internal static readonly PyType SyntaxWarning = Define("SyntaxWarning", static () => Warning, "Base class for warnings about dubious syntax.");
    internal static readonly PyType UnicodeWarning = Define("UnicodeWarning", static () => Warning, "Base class for warnings about Unicode related problems, mostly");
    internal static readonly PyType UserWarning = Define("UserWarning", static () => Warning, "Base class for warnings generated by user code.");
    internal static readonly PyType GeneratorExit = Define("GeneratorExit", static () => BaseException, "Request that a generator exit.");
    internal static readonly PyType KeyboardInterrupt = Define("KeyboardInterrupt", static () => BaseException, "Program interrupted by user.");
    internal static readonly PyType SystemExit = Define("SystemExit", static () => BaseException, "Request to exit from the interpreter.");
    internal static readonly PyType ExceptionGroup = DefineGroup();

    private static PyType[] MakeAll() =>
    [
        BaseException,
        BaseExceptionGroup,
        ExceptionGroup,
        Exception,
        ArithmeticError,
        FloatingPointError,
        OverflowError,
        ZeroDivisionError,
        AssertionError,
        AttributeError,
        BufferError,
        EOFError,
        ImportError,
        ModuleNotFoundError,
        LookupError,
        IndexError,
        KeyError,
        MemoryError,
        NameError,
        UnboundLocalError,
        OSError,
        BlockingIOError,
        ChildProcessError,
        ConnectionError,
        BrokenPipeError,
        ConnectionAbortedError,
        ConnectionRefusedError,
        ConnectionResetError,
        FileExistsError,
        FileNotFoundError,
        InterruptedError,
        IsADirectoryError,
        NotADirectoryError,
        PermissionError,
        ProcessLookupError,
        TimeoutError,
        ReferenceError,
        RuntimeError,
        NotImplementedError,
        RecursionError,
        StopAsyncIteration,
        StopIteration,
        SyntaxError,
        IndentationError,
        TabError,
        SystemError,
        TypeError,
        ValueError,
        UnicodeError,
        UnicodeDecodeError,
        UnicodeEncodeError,
        UnicodeTranslateError,
        Warning,
        BytesWarning,
        DeprecationWarning,
        EncodingWarning,
        FutureWarning,
        ImportWarning,
        PendingDeprecationWarning,
        ResourceWarning,
        RuntimeWarning,
        SyntaxWarning,
        UnicodeWarning,
        UserWarning,
        GeneratorExit,
        KeyboardInterrupt,
        SystemExit,
    ];

    // The only builtin class with two bases.
    private static PyType DefineGroup()
    {
        var type = Define("ExceptionGroup", static () => BaseExceptionGroup, "");
        type.SetBases([BaseExceptionGroup, Exception]);
        type.Mro = [type, BaseExceptionGroup, Exception, BaseException, PyObject.TypeObject];
        return type;
    }

    private static PyType Define(string name, Func<PyType> parent, string doc)
    {
        var spec = new NativeTypeSpec
        {
            Name = name,
            Doc = doc,
            Base = parent,
            Subclassable = true,
            HasDict = true,
            IsInstance = static value => value.Ref is PyException,
            Allocate = static shape => new PyException(shape),
            Populate = builder => ExceptionFields.Populate(name, builder),
        };
        return new PyType(spec);
    }
}
