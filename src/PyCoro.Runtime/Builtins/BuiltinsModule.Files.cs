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
        long size = -1;
        if (!buffering.IsUnbound && !Conversions.TryIndex64(thread, buffering, out size))
            return Value.Error;
        if (isBinary && size == 1 && Warnings.Warn(
            thread, Value.Str("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"), ExceptionTypes.RuntimeWarning, 1, Value.None).IsError)
            return Value.Error;
        var raw = new PyFileIO(PyFileIO.TypeObject.RootShape);
        var plain = flags.Replace("b", "", StringComparison.Ordinal).Replace("t", "", StringComparison.Ordinal);
        if (raw.Open(thread, file, Value.Str(plain), closefd, opener).IsError)
            return Value.Error;
        var stream = Over(thread, raw, flags, size, isBinary, encoding, errors, newline);
        if (!stream.IsError)
            return stream;
        var failure = thread.TakePending();
        return raw.Close(thread).IsError ? Value.Error : thread.Reraise(failure);
    }

    private static Value Over(
        VmThread thread, PyFileIO raw, string mode, long size, bool isBinary, Value encoding, Value errors, Value newline)
    {
        if (size == 0 && !isBinary)
            return thread.ValueError("can't have unbuffered text I/O");
        if (size == 0)
        {
            UnclosedFiles.Watch(thread, raw);
            return raw;
        }
        var isLineBuffered = size == 1 || (size < 0 && raw.IsTerminal(thread));
        var buffer = PyBufferedStream.Of(raw, size > 1 ? (int)Math.Min(size, Array.MaxLength) : raw.PreferredBufferSize);
        if (isBinary)
            UnclosedFiles.Watch(thread, buffer);
        return isBinary ? buffer : PyTextStream.Open(thread, buffer, encoding, errors, newline, isLineBuffered, mode);
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
