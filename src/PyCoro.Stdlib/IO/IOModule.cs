using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.IO;

/// <summary>The io module's classes that are written in C#; open() is the builtin.</summary>
[PyModule("_io", Types =
[
    typeof(PyIOBase), typeof(PyRawIOBase), typeof(PyBufferedIOBase), typeof(PyTextIOBase), typeof(PyFileIO), typeof(PyBytesIO),
    typeof(PyStringIO), typeof(PyBufferedReader), typeof(PyBufferedWriter), typeof(PyBufferedRandom), typeof(PyBufferedPair), typeof(PyTextStream), typeof(PyIncrementalNewlineDecoder), typeof(PyBytesIOBuffer),
])]
internal static partial class IOModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        var interpreter = thread.Interpreter;
        module.Dict.SetStr(interpreter.Intern("DEFAULT_BUFFER_SIZE"), Value.Int(PyBufferedStream.DefaultSize));
        module.Dict.SetStr(interpreter.Intern("UnsupportedOperation"), interpreter.State<IOTypes>().Unsupported(thread));
        module.Dict.SetStr(interpreter.Intern("BlockingIOError"), ExceptionTypes.BlockingIOError);
        module.Dict.SetStr(interpreter.Intern("open"), interpreter.Builtins.Dict.GetStr(interpreter.Intern("open")));
        return Value.None;
    }

    /// <summary>Opens the provided file with the intent to import the contents.</summary>
    [PyFunction("open_code", Signature = "path")]
    private static Value OpenCode(VmThread thread, string path) =>
        thread.Call(thread.Interpreter.Builtins.Dict.GetStr(thread.Interpreter.Intern("open")), Value.Str(path), Value.Str("rb"));

    /// <summary>A helper function to choose the text encoding.</summary>
    [PyFunction("text_encoding", Signature = "encoding, stacklevel=2, /")]
    private static Value TextEncoding(Value encoding, Value stacklevel) => encoding.IsNone ? Value.Str("utf-8") : encoding;
}
