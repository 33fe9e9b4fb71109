// Source in an encoding that a codec of Python has to decode (PEP 263).

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Syntax;

namespace PyCoro.Runtime.Modules;

internal static class SourceEncodings
{
    /// <summary>The text of a file; null when it raised.</summary>
    internal static SourceText? DecodeFile(VmThread thread, byte[] bytes, string encoding, string fileName)
    {
        if (Codecs.Decode(thread, new PyBytes(bytes), bytes, encoding, null) is { } text)
            return Text(thread, text, fileName);
        if (thread.ClearPending(ExceptionTypes.Exception))
            thread.Raise(ExceptionTypes.SyntaxError, $"encoding problem: {encoding}");
        return null;
    }

    /// <summary>The text of what a program gave to <c>compile()</c>; null when it raised.</summary>
    internal static SourceText? Decode(VmThread thread, Value source, ReadOnlySpan<byte> bytes, string encoding, string fileName)
    {
        if (Codecs.Decode(thread, source, bytes, encoding, null) is { } text)
            return Text(thread, text, fileName);
        if (!thread.PendingIs(ExceptionTypes.LookupError) && !thread.PendingIs(ExceptionTypes.UnicodeError))
            return null;
        var message = thread.PendingIs(ExceptionTypes.LookupError) && !RegisteredAsOther(thread)
            ? Value.Str($"unknown encoding: {encoding}")
            : Texts.Str(thread, thread.Pending!) is { } said ? said : Value.Error;
        thread.ClearPending(ExceptionTypes.Exception);
        // CPython has read nothing yet: line 0.
        thread.Raise(ExceptionTypes.SyntaxError, message, PyTuple.Of(Value.Str(fileName), Value.Int(0), Value.Int(-1), Value.None));
        return null;
    }

    // A codec that is there, but not for text, is named in the message.
    private static bool RegisteredAsOther(VmThread thread) =>
        Texts.Str(thread, thread.Pending!) is { } said && said.Text.Contains("is not a text encoding", StringComparison.Ordinal);

    private static SourceText? Text(VmThread thread, PyStr text, string fileName)
    {
        try
        {
            return PythonSource.FromString(text.Text, fileName);
        }
        catch (PythonSyntaxException error)
        {
            SourceCompiler.Raise(thread, error);
            return null;
        }
    }
}
