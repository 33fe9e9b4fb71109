// sys.stdin, sys.stdout and sys.stderr: made once an interpreter from what its host gave. Standard output is buffered when it
// is piped and flushed at the end of the program; on a terminal, and on standard error, every line shows at once.
// Where they are the process's own, they are read and written as any descriptor is: other threads run meanwhile.

using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

/// <summary>The three standard text streams of an interpreter.</summary>
internal sealed class StandardStreams
{
    /// <summary>Names of the streams in the module sys.</summary>
    internal static readonly PyStr InputName = PyStr.Constant("stdin");

    /// <inheritdoc cref="InputName"/>
    internal static readonly PyStr OutputName = PyStr.Constant("stdout");

    /// <inheritdoc cref="InputName"/>
    internal static readonly PyStr ErrorName = PyStr.Constant("stderr");

    // Null for those that the process was started without.
    private readonly PyTextStream? _input;
    private readonly PyTextStream? _output;
    private readonly PyTextStream? _error;

    internal StandardStreams(Interpreter interpreter)
    {
        var options = interpreter.Options;
        var flags = options.Flags;
        if (options.Input is not StandardStream { IsOpen: false })
        {
            var raw = Raw(interpreter, options.Input ?? Stream.Null, 0, "<stdin>", "rb");
            _input = new PyTextStream(new PyBufferedReader(raw), flags.StreamEncoding, flags.StreamErrors, null, reads: true, false, false);
        }
        _output = Writer(interpreter, options.Output, 1, "<stdout>", flags, flags.StreamErrors, options.IsTerminal);
        _error = Writer(interpreter, options.Error, 2, "<stderr>", flags, "backslashreplace", isLineBuffered: true);
    }

    /// <summary>The stream a script has put into sys by now; unbound when it has deleted it.</summary>
    internal static Value Current(VmThread thread, PyStr name) => thread.Interpreter.Sys.Dict.GetStr(name);

    /// <summary>Enters the streams into the module sys, under both names of each.</summary>
    internal void Install(PyDict sys)
    {
        Enter(InputName, "__stdin__", _input);
        Enter(OutputName, "__stdout__", _output);
        Enter(ErrorName, "__stderr__", _error);

        void Enter(PyStr name, string original, PyTextStream? stream)
        {
            var value = stream is null ? Value.None : stream;
            sys.SetStr(name, value);
            sys.SetStr(PyStr.Constant(original), value);
        }
    }

    /// <summary>Writes out what is buffered, at the end of the program. Error when standard output refuses it.</summary>
    internal Value Flush(VmThread thread)
    {
        var flushed = _output?.FlushAtExit(thread) ?? Value.None;
        var failure = flushed.IsError ? thread.TakePending() : null;
        if (_error?.FlushAtExit(thread) is { IsError: true })
            thread.Pending = null;
        if (failure is not null)
            return thread.Reraise(failure);
        return flushed;
    }

    private static PyTextStream? Writer(
        Interpreter interpreter, Stream stream, int descriptor, string name, PythonFlags flags, string errors, bool isLineBuffered)
    {
        if (stream is StandardStream { IsOpen: false })
            return null;
        var isUnbuffered = flags.Unbuffered;
        var raw = Raw(interpreter, stream, descriptor, name, "wb");
        PyObject buffer = isUnbuffered ? raw : new PyBufferedWriter(raw);
        return new PyTextStream(buffer, flags.StreamEncoding, errors, "\n", reads: false, isLineBuffered, isUnbuffered);
    }

    // A stream of the host's is no descriptor of the process.
    private static PyFileIO Raw(Interpreter interpreter, Stream stream, int descriptor, string name, string mode) => stream is StandardStream
        ? new(new DescriptorStream(interpreter, descriptor, descriptor == 0 ? FileAccess.Read : FileAccess.Write, owns: false), Value.Str(name), descriptor, mode)
        : new(stream, Value.Str(name), -1, mode);
}
