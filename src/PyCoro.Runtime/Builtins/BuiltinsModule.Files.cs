// open(): the mode is taken apart, the file opened, and the streams of Modules/ put over it.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Builtins;

internal static partial class BuiltinsModule
{
    /// <summary>Open file and return a stream.  Raise OSError upon failure.</summary>
    [PyFunction("open", Signature = "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None")]
    private static Value Open(
        VmThread thread, Value file, Value mode, Value buffering, Value encoding, Value errors, Value newline, Value closefd, Value opener)
    {
        if (file.Ref is not (PyStr or PyBytes) && !file.TryGetInt64(out _) && file.Type.LookupSpecial(Special.FSPath).IsUnbound)
            return thread.TypeError($"expected str, bytes or os.PathLike object, not {file.Type.Name}");
        if (!mode.IsUnbound && mode.Ref is not PyStr)
            return thread.TypeError($"open() argument 'mode' must be str, not {mode.Type.Name}");
        var flags = (mode.Ref as PyStr)?.Text ?? "r";
        if (!TryParseMode(thread, flags))
            return Value.Error;
        var isBinary = flags.Contains('b', StringComparison.Ordinal);
        if (isBinary && Given(encoding))
            return thread.ValueError("binary mode doesn't take an encoding argument");
        if (isBinary && Given(errors))
            return thread.ValueError("binary mode doesn't take an errors argument");
        if (isBinary && Given(newline))
            return thread.ValueError("binary mode doesn't take a newline argument");
        var lineEnd = (newline.Ref as PyStr)?.Text;
        if (lineEnd is not (null or "" or "\n" or "\r" or "\r\n"))
            return thread.ValueError($"illegal newline value: {lineEnd}");
        var codec = (encoding.Ref as PyStr)?.Text is null or "locale" ? "utf-8" : ((PyStr)encoding.Ref!).Text;
        if (Codecs.Encode(thread, PyStr.Empty, codec, null) is null)
            return Value.Error;
        var raw = new PyFileIO(PyFileIO.TypeObject.RootShape);
        var plain = flags.Replace("b", "", StringComparison.Ordinal).Replace("t", "", StringComparison.Ordinal);
        if (raw.Open(thread, file, Value.Str(plain), closefd, opener).IsError)
            return Value.Error;
        long size = -1;
        if (!buffering.IsUnbound && !Conversions.TryIndex64(thread, buffering, out size))
            return Value.Error;
        if (size == 0)
            return isBinary ? UnclosedFiles.Watch(thread, raw, raw) : thread.ValueError("can't have unbuffered text I/O");
        var buffer = PyBinaryStream.Of(raw);
        if (isBinary)
            return UnclosedFiles.Watch(thread, buffer, raw);
        var lineBuffering = size == 1 || (size < 0 && raw.Descriptor >= 0 && thread.Interpreter.Options.OperatingSystem.IsTerminal(raw.Descriptor));
        var text = new PyTextStream(buffer, codec, (errors.Ref as PyStr)?.Text ?? "strict", lineEnd, lineBuffering, flags);
        return UnclosedFiles.Watch(thread, text, raw);
    }

    private static bool Given(Value argument) => !argument.IsUnbound && !argument.IsNone;

    private static bool TryParseMode(VmThread thread, string mode)
    {
        var kinds = 0;
        foreach (var letter in mode)
        {
            if (!"rwaxbt+".Contains(letter, StringComparison.Ordinal) || mode.IndexOf(letter) != mode.LastIndexOf(letter))
            {
                thread.ValueError($"invalid mode: '{mode}'");
                return false;
            }
            kinds += "rwax".Contains(letter, StringComparison.Ordinal) ? 1 : 0;
        }
        if (mode.Contains('b', StringComparison.Ordinal) && mode.Contains('t', StringComparison.Ordinal))
        {
            thread.ValueError("can't have text and binary mode at once");
            return false;
        }
        if (kinds != 1)
        {
            thread.ValueError(kinds == 0
                ? "Must have exactly one of create/read/write/append mode and at most one plus"
                : "must have exactly one of create/read/write/append mode");
            return false;
        }
        return true;
    }
}
