// sys.stdin, sys.stdout and sys.stderr: made once an interpreter from what its host gave. Standard output is buffered when it
// is piped and flushed at the end of the program; on a terminal, and on standard error, every line shows at once.

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

    internal StandardStreams(Stream? input, Stream output, Stream error, bool isTerminal, bool unbuffered)
    {
        Input = new PyTextStream(new PyBufferedReader(Raw(input ?? Stream.Null, 0, "<stdin>", "rb")), "strict", null, reads: true, false, false);
        Output = Writer(output, 1, "<stdout>", "strict", isTerminal, unbuffered);
        Error = Writer(error, 2, "<stderr>", "backslashreplace", isLineBuffered: true, unbuffered);
    }

    /// <summary><c>sys.__stdin__</c>.</summary>
    internal PyTextStream Input { get; }

    /// <summary><c>sys.__stdout__</c>.</summary>
    internal PyTextStream Output { get; }

    /// <summary><c>sys.__stderr__</c>.</summary>
    internal PyTextStream Error { get; }

    /// <summary>The stream a script has put into sys by now; unbound when it has deleted it.</summary>
    internal static Value Current(VmThread thread, PyStr name) => thread.Interpreter.Sys.Dict.GetStr(name);

    /// <summary>Enters the streams into the module sys, under both names of each.</summary>
    internal void Install(PyDict sys)
    {
        sys.SetStr(InputName, Input);
        sys.SetStr(OutputName, Output);
        sys.SetStr(ErrorName, Error);
        sys.SetStr(PyStr.Constant("__stdin__"), Input);
        sys.SetStr(PyStr.Constant("__stdout__"), Output);
        sys.SetStr(PyStr.Constant("__stderr__"), Error);
    }

    /// <summary>Writes out what is buffered, at the end of the program. Error when standard output refuses it.</summary>
    internal Value Flush(VmThread thread)
    {
        var flushed = Output.FlushAtExit(thread);
        var failure = flushed.IsError ? thread.TakePending() : null;
        if (Error.FlushAtExit(thread).IsError)
            thread.Pending = null;
        if (failure is not null)
            return thread.Reraise(failure);
        return flushed;
    }

    private static PyTextStream Writer(Stream stream, int descriptor, string name, string errors, bool isLineBuffered, bool isUnbuffered)
    {
        var raw = Raw(stream, descriptor, name, "wb");
        PyObject buffer = isUnbuffered ? raw : new PyBufferedWriter(raw);
        return new PyTextStream(buffer, errors, "\n", reads: false, isLineBuffered, isUnbuffered);
    }

    // A stream of the host's is no descriptor of the process.
    private static PyFileIO Raw(Stream stream, int descriptor, string name, string mode) =>
        new(stream, Value.Str(name), stream is StandardStream ? descriptor : -1, mode);
}
