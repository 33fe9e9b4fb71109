// Functions that make text of objects, and the ones that write it out and read it in.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Builtins;

internal static partial class BuiltinsModule
{
    private static readonly PyStr Write = PyStr.Constant("write");
    private static readonly PyStr Flush = PyStr.Constant("flush");
    private static readonly PyStr ReadLine = PyStr.Constant("readline");
    private static readonly PyStr Space = PyStr.Constant(" ");
    private static readonly PyStr NewLine = PyStr.Constant("\n");

    /// <summary>Return an ASCII-only representation of an object.
    ///
    /// As repr(), return a string containing a printable representation of an
    /// object, but escape the non-ASCII characters in the string returned by
    /// repr() using \\x, \\u or \\U escapes.</summary>
    [PyFunction("ascii")]
    private static Value Ascii(VmThread thread, Value obj) => Texts.Ascii(thread, obj) is { } text ? text : Value.Error;

    /// <summary>Return value.__format__(format_spec)
    ///
    /// format_spec defaults to the empty string.</summary>
    [PyFunction("format", Signature = "value, format_spec='', /")]
    private static Value Format(VmThread thread, Value value, Value formatSpec)
    {
        if (formatSpec.IsUnbound)
            return Texts.Format(thread, value, PyStr.Empty) is { } plain ? plain : Value.Error;
        if (formatSpec.Ref is not PyStr spec)
            return thread.TypeError($"format() argument 2 must be str, not {formatSpec.Type.Name}");
        return Texts.Format(thread, value, spec) is { } text ? text : Value.Error;
    }

    /// <summary>Return the canonical string representation of the object.
    ///
    /// For many object types, including most builtins, eval() will return
    /// an object equal to the one passed.</summary>
    [PyFunction("repr")]
    private static Value Repr(VmThread thread, Value obj) => Texts.Repr(thread, obj) is { } text ? text : Value.Error;

    /// <summary>Prints the values to a stream, or to sys.stdout by default.
    ///
    /// sep
    ///   string inserted between values, default a space.
    /// end
    ///   string appended after the last value, default a newline.
    /// file
    ///   a file-like object (stream); defaults to the current sys.stdout.
    /// flush
    ///   whether to forcibly flush the stream.</summary>
    [PyFunction("print", Signature = "*args, sep=' ', end='\\n', file=None, flush=False")]
    private static Value Print(VmThread thread, Value sep, Value end, Value file, Value flush, ReadOnlySpan<Value> args)
    {
        if (file.IsUnbound || file.IsNone)
        {
            file = StandardStreams.Current(thread, StandardStreams.OutputName);
            if (file.IsUnbound)
                return thread.RuntimeError("lost sys.stdout");
            if (file.IsNone)
                return Value.None;
        }
        if (!TryText(thread, "sep", sep, Space, out var separator) || !TryText(thread, "end", end, NewLine, out var ending))
            return Value.Error;
        var flushes = false;
        if (!flush.IsUnbound && !Truth.TryTest(thread, flush, out flushes))
            return Value.Error;
        return file.Ref is PyTextStream { IsNative: true } stream
            ? PrintTo(thread, stream, args, separator.Text, ending.Text, flushes)
            : PrintTo(thread, file, args, separator, ending, flushes);
    }

    /// <summary>Read a string from standard input.  The trailing newline is stripped.
    ///
    /// The prompt string, if given, is printed to standard output without a
    /// trailing newline before reading input.
    ///
    /// If the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.
    /// On *nix systems, readline is used if available.</summary>
    [PyFunction("input", Signature = "prompt='', /")]
    private static Value Input(VmThread thread, Value prompt)
    {
        var input = StandardStreams.Current(thread, StandardStreams.InputName);
        var output = StandardStreams.Current(thread, StandardStreams.OutputName);
        if (input.IsUnbound || input.IsNone)
            return thread.RuntimeError("input(): lost sys.stdin");
        if (output.IsUnbound || output.IsNone)
            return thread.RuntimeError("input(): lost sys.stdout");
        if (!Auditing.Raise(thread, "builtins.input", prompt.IsUnbound ? Value.None : prompt))
            return Value.Error;
        if (!prompt.IsUnbound && (Texts.Str(thread, prompt) is not { } text || thread.CallMethod(output, Write, text).IsError))
            return Value.Error;
        // Not every stream can be flushed, and a failure shows when something is written.
        if (thread.CallMethod(output, Flush).IsError)
            thread.TakePending();
        var line = thread.CallMethod(input, ReadLine);
        if (line.IsError)
            return line;
        if (line.Ref is not PyStr read)
            return thread.TypeError("object.readline() returned non-string");
        if (read.Text.Length == 0)
            return thread.Raise(ExceptionTypes.EOFError, "EOF when reading a line");
        var answer = read.Text[^1] == '\n' ? Value.Str(read.Text[..^1]) : line;
        return Auditing.Raise(thread, "builtins.input/result", answer) ? answer : Value.Error;
    }

    private static Value PrintTo(VmThread thread, PyTextStream stream, ReadOnlySpan<Value> args, string separator, string ending, bool flush)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (Texts.Str(thread, args[i]) is not { } text)
                return Value.Error;
            if ((i > 0 && stream.Write(thread, separator).IsError) || stream.Write(thread, text.Text).IsError)
                return Value.Error;
        }
        if (stream.Write(thread, ending).IsError)
            return Value.Error;
        return flush ? stream.Flush(thread) : Value.None;
    }

    private static Value PrintTo(VmThread thread, Value file, ReadOnlySpan<Value> args, PyStr separator, PyStr ending, bool flush)
    {
        var write = Attributes.Get(thread, file, Write);
        if (write.IsError)
            return write;
        for (var i = 0; i < args.Length; i++)
        {
            if (i > 0 && thread.Call(write, separator).IsError)
                return Value.Error;
            if (Texts.Str(thread, args[i]) is not { } text || thread.Call(write, text).IsError)
                return Value.Error;
        }
        if (thread.Call(write, ending).IsError || (flush && thread.CallMethod(file, Flush).IsError))
            return Value.Error;
        return Value.None;
    }

    private static bool TryText(VmThread thread, string name, Value value, PyStr standard, out PyStr text)
    {
        text = value.Ref as PyStr ?? standard;
        if (value.Ref is PyStr || value.IsUnbound || value.IsNone)
            return true;
        thread.TypeError($"{name} must be None or a string, not {value.Type.Name}");
        return false;
    }
}
