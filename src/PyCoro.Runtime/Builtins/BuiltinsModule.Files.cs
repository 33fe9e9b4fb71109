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
        var path = PathOf(thread, file);
        if (path.IsError)
            return path;
        if (path.Ref is not PyStr name)
            return thread.Raise(ExceptionTypes.NotImplementedError, "open() of a file descriptor is not supported");
        if (!opener.IsUnbound && !opener.IsNone)
            return thread.Raise(ExceptionTypes.NotImplementedError, "open() with an opener is not supported");
        if (!mode.IsUnbound && mode.Ref is not PyStr)
            return thread.TypeError($"open() argument 'mode' must be str, not {mode.Type.Name}");
        var flags = (mode.Ref as PyStr)?.Text ?? "r";
        if (!TryParseMode(thread, flags, out var how, out var access))
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
            return thread.ValueError($"illegal newline value: {Texts.Repr(thread, newline)?.Text}");
        var codec = (encoding.Ref as PyStr)?.Text ?? "utf-8";
        if (Codecs.Encode(thread, PyStr.Empty, codec, null) is null)
            return Value.Error;
        Stream stream;
        try
        {
            if (Directory.Exists(name.Text))
                return thread.Raise(ExceptionTypes.IsADirectoryError, Value.Int(21), Value.Str("Is a directory"), file);
            stream = new FileStream(name.Text, how, access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (flags.StartsWith('a'))
                stream.Seek(0, SeekOrigin.End);
        }
        catch (Exception e) when (SystemErrors.IsIO(e) || e is ArgumentException)
        {
            return e is ArgumentException ? thread.ValueError("embedded null byte") : SystemErrors.Raise(thread, e, name.Text);
        }
        var buffer = PyBinaryStream.Of(stream, file, -1, isBinary ? flags.Replace("t", "", StringComparison.Ordinal) : flags + "b");
        if (isBinary)
            return buffer;
        var lineBuffering = buffering.IsSmallInt && buffering.Bits == 1;
        return new PyTextStream(
            buffer, codec, (errors.Ref as PyStr)?.Text ?? "strict", lineEnd, lineBuffering, flags);
    }

    private static bool Given(Value argument) => !argument.IsUnbound && !argument.IsNone;

    private static Value PathOf(VmThread thread, Value file)
    {
        switch (file.Ref)
        {
            case PyStr:
                return file;
            case PyBytes bytes:
                return Codecs.Decode(thread, file, bytes.Span, "utf-8", "surrogateescape") is { } text ? text : Value.Error;
            case null or PyInt:
                return Value.None;
        }
        var method = file.Type.LookupSpecial(Special.FSPath);
        return method.IsUnbound
            ? thread.TypeError($"expected str, bytes or os.PathLike object, not {file.Type.Name}")
            : thread.CallSpecial(method, file);
    }

    private static bool TryParseMode(VmThread thread, string mode, out FileMode how, out FileAccess access)
    {
        how = FileMode.Open;
        access = FileAccess.Read;
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
        how = mode.Contains('w', StringComparison.Ordinal) ? FileMode.Create
            : mode.Contains('a', StringComparison.Ordinal) ? FileMode.Append
            : mode.Contains('x', StringComparison.Ordinal) ? FileMode.CreateNew : FileMode.Open;
        if (how != FileMode.Open)
            access = FileAccess.Write;
        if (!mode.Contains('+', StringComparison.Ordinal))
            return true;
        access = FileAccess.ReadWrite;
        // .NET appends write-only; a stream opened for both is moved to its end.
        if (how == FileMode.Append)
            how = FileMode.OpenOrCreate;
        return true;
    }
}
