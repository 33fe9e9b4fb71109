// A file or descriptor without a buffer: what lies below every file that open() gives.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Open a file.
///
/// The mode can be 'r' (default), 'w', 'x' or 'a' for reading,
/// writing, exclusive creation or appending.</summary>
[PyType("FileIO", Module = "_io", Base = typeof(PyRawIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyFileIO : PyRawIOBase
{
    private const int WriteOnly = 1;
    private const int ReadWrite = 2;
    private const int Create = 0x40;
    private const int Exclusive = 0x80;
    private const int Truncates = 0x200;
    private const int Appends = 0x400;
    private const int CloseOnExec = 0x80000;
    private const int TryAgain = 11;
    private const int LargestPiece = 1 << 20;
    private const int DirectoryKind = 0x4000;
    private const int KindMask = 0xF000;

    private IOperatingSystem? _system;
    private bool _isClosed = true;
    private bool _closesDescriptor = true;

    internal PyFileIO(Shape shape) : base(shape) { }

    internal PyFileIO(Stream stream, Value name, int descriptor, string mode) : base(TypeObject.RootShape)
    {
        (Stream, Descriptor, Mode) = (stream, descriptor, mode);
        InstanceAttributes.Set(this, NameName, name);
        (_isClosed, _closesDescriptor) = (false, false);
    }

    /// <summary>The stream of the host.</summary>
    private Stream Stream { get; set; } = Stream.Null;

    /// <summary>Was it opened for reading?</summary>
    internal bool CanRead => Stream.CanRead;

    /// <summary>Was it opened for writing?</summary>
    internal bool CanWrite => Stream.CanWrite;

    /// <summary>The descriptor; -1: the stream is none of the system's.</summary>
    internal int Descriptor { get; private set; } = -1;

    /// <summary>rb, wb, ab, xb or one of them with +.</summary>
    [PyGetter("mode")]
    internal string Mode { get; private set; } = "rb";

    [PyGetter("closed")]
    internal bool IsClosed => _isClosed;

    [PyGetter("closefd")]
    internal bool ClosesDescriptor => _closesDescriptor;

    [PyMethod("__init__", Signature = "file, mode='r', closefd=True, opener=None")]
    private Value Initialize(VmThread thread, Value file, Value mode, Value closefd, Value opener)
    {
        if (Open(thread, file, mode, closefd, opener).IsError)
            return Value.Error;
        UnclosedFiles.Watch(thread, this);
        return Value.None;
    }

    /// <summary>Opens the file, for the caller to watch.</summary>
    internal Value Open(VmThread thread, Value file, Value mode, Value closefd, Value opener)
    {
        if (!mode.IsUnbound && mode.Ref is not PyStr)
            return thread.TypeError($"FileIO() argument 'mode' must be str, not {mode.Type.Name}");
        var flags = (mode.Ref as PyStr)?.Text ?? "r";
        if (!TryParse(thread, flags, out var access, out var open))
            return Value.Error;
        var owns = true;
        if (!closefd.IsUnbound && !Truth.TryTest(thread, closefd, out owns))
            return Value.Error;
        if (!Auditing.Raise(thread, "open", file, Value.Str(flags.Replace("b", "", StringComparison.Ordinal)), Value.Int(open | CloseOnExec)))
            return Value.Error;
        _system = thread.Interpreter.Options.OperatingSystem;
        _closesDescriptor = owns;
        if (file.TryGetInt64(out var number) && !file.IsFloat)
        {
            if (number < 0)
                return thread.ValueError("negative file descriptor");
            Descriptor = (int)number;
            if (_system.GetStatus(Descriptor, out _) is < 0 and var failed)
                return SystemErrors.Raise(thread, (int)-failed);
        }
        else
        {
            if (!owns)
                return thread.ValueError("Cannot use closefd=False with file name");
            if (!TryOpen(thread, file, open, opener))
                return Value.Error;
        }
        if (_system.GetStatus(Descriptor, out var status) is < 0 and var refused)
            return SystemErrors.Raise(thread, (int)-refused, file);
        if ((status.Mode & KindMask) == DirectoryKind)
        {
            if (!file.IsSmallInt)
                _system.Close(Descriptor);
            return SystemErrors.Raise(thread, 21, file);
        }
        // A subclass may refuse the name; the descriptor is the caller's then.
        if (Attributes.Set(thread, this, NameName, file).IsError)
            return Value.Error;
        Stream = new DescriptorStream(thread.Interpreter, Descriptor, access, owns);
        Mode = (open & Exclusive) != 0 ? "xb" : (open & Appends) != 0 ? "ab" : access == FileAccess.Write ? "wb" : "rb";
        if (access == FileAccess.ReadWrite)
            Mode = Mode == "rb" ? "rb+" : Mode + "+";
        if ((open & Appends) != 0)
            _system.Seek(Descriptor, 0, 2);
        _isClosed = false;
        return Value.None;
    }

    /// <summary>One read(2): how many bytes, -1 when it raised, -2 when it would have blocked.</summary>
    internal int ReadSome(VmThread thread, Span<byte> target)
    {
        if (!CanUse(thread, Stream.CanRead, "File not open for reading"))
            return -1;
        try
        {
            return Stream.Read(target);
        }
        catch (Exception exception) when (SystemErrors.IsIO(exception))
        {
            return Refused(thread, exception);
        }
    }

    /// <summary>One write(2): how many bytes, -1 when it raised, -2 when it would have blocked.</summary>
    internal int WriteSome(VmThread thread, ReadOnlySpan<byte> bytes)
    {
        if (!CanUse(thread, Stream.CanWrite, "File not open for writing"))
            return -1;
        try
        {
            if (Stream is DescriptorStream descriptor)
                return descriptor.WriteOnce(bytes);
            Stream.Write(bytes);
            Stream.Flush();
            return bytes.Length;
        }
        catch (Exception exception) when (SystemErrors.IsIO(exception))
        {
            return Refused(thread, exception);
        }
    }

    private static int Refused(VmThread thread, Exception exception)
    {
        if (exception is IOException { HResult: TryAgain })
            return -2;
        SystemErrors.Raise(thread, exception);
        return -1;
    }

    private static Value Count(int result) => result >= 0 ? Value.Int(result) : result == -2 ? Value.None : Value.Error;

    [PyMethod("readinto", Signature = "buffer, /")]
    private Value ReadInto(VmThread thread, Value buffer) =>
        CanUse(thread, Stream.CanRead, "File not open for reading") && Buffers.RequireWritable(thread, buffer, "readinto() argument", out var target)
            ? Count(ReadSome(thread, target.Memory))
            : Value.Error;

    [PyMethod("read", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size)
    {
        if (!CanUse(thread, Stream.CanRead, "File not open for reading") || !PyBufferedStream.TryCount(thread, size, out var count))
            return Value.Error;
        if (count < 0)
            return ReadAll(thread);
        if (count > Array.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        var bytes = new byte[count];
        var done = ReadSome(thread, bytes);
        return done < 0 ? Count(done) : new PyBytes(done == count ? bytes : bytes[..done]);
    }

    [PyMethod("readall")]
    private Value ReadAll(VmThread thread)
    {
        if (!CanUse(thread, Stream.CanRead, "File not open for reading"))
            return Value.Error;
        var all = new MemoryStream();
        var piece = new byte[PyBufferedStream.DefaultSize];
        while (true)
        {
            var count = ReadSome(thread, piece);
            if (count == -1 || count == -2 && all.Length == 0)
                return Count(count);
            if (count <= 0)
                return new PyBytes(all.ToArray());
            all.Write(piece, 0, count);
            // A file is read in pieces that grow, a pipe as it comes.
            if (count == piece.Length && piece.Length < LargestPiece)
                piece = new byte[piece.Length * 4];
        }
    }

    [PyMethod("write", Signature = "b, /")]
    private Value Write(VmThread thread, Value b) =>
        CanUse(thread, Stream.CanWrite, "File not open for writing") && Buffers.Require(thread, b, out var bytes)
            ? Count(WriteSome(thread, bytes))
            : Value.Error;

    [PyMethod("seek", Signature = "pos, whence=0, /")]
    private Value Seek(VmThread thread, long pos, long whence = 0) =>
        CanUse(thread, true, "") ? Try(thread, () => Value.Int(Stream.Seek(pos, (SeekOrigin)whence))) : Value.Error;

    [PyMethod("tell")]
    private Value Tell(VmThread thread) => CanUse(thread, true, "") ? Try(thread, () => Value.Int(Stream.Position)) : Value.Error;

    [PyMethod("truncate", Signature = "size=None, /")]
    private Value Truncate(VmThread thread, Value size)
    {
        if (!CanUse(thread, Stream.CanWrite, "File not open for writing"))
            return Value.Error;
        var length = size.IsUnbound || size.IsNone ? Tell(thread) : Conversions.Index(thread, size);
        return length.IsError ? length : Try(thread, () =>
        {
            Stream.SetLength(length.Bits);
            return length;
        });
    }

    [PyMethod("readable")]
    private Value IsReadable(VmThread thread) => CanUse(thread, true, "") ? Value.Bool(Stream.CanRead) : Value.Error;

    [PyMethod("writable")]
    private Value IsWritable(VmThread thread) => CanUse(thread, true, "") ? Value.Bool(Stream.CanWrite) : Value.Error;

    [PyMethod("seekable")]
    private Value IsSeekable(VmThread thread) => CanUse(thread, true, "") ? Value.Bool(Stream.CanSeek) : Value.Error;

    [PyMethod("fileno")]
    private Value FileNumber(VmThread thread) =>
        !CanUse(thread, true, "") ? Value.Error : Descriptor >= 0 ? Value.Int(Descriptor) : Unsupported(thread, "fileno");

    /// <summary>Is it a terminal?</summary>
    internal bool IsTerminal(VmThread thread) => Descriptor >= 0 && thread.Interpreter.Options.OperatingSystem.IsTerminal(Descriptor);

    [PyMethod("isatty")]
    private Value AskTerminal(VmThread thread) => CanUse(thread, true, "") ? Value.Bool(IsTerminal(thread)) : Value.Error;

    [PyGetter("_finalizing")]
    private bool GetFinalizing() => IsFinalizing;

    /// <summary>What a buffer over it should hold.</summary>
    [PyGetter("_blksize")]
    internal int PreferredBufferSize => _system is not null && _system.GetStatus(Descriptor, out var status) >= 0 && status.BlockSize > 1
        ? (int)status.BlockSize
        : PyBufferedStream.DefaultSize;

    /// <summary>Tells those who asked for it that a file was forgotten.</summary>
    [PyMethod("_dealloc_warn", Signature = "source, /")]
    private Value DeallocationWarning(VmThread thread, Value source)
    {
        if (Descriptor < 0 || !_closesDescriptor || _isClosed)
            return Value.None;
        var text = Texts.Repr(thread, source);
        var message = text is null ? Value.Error : Value.Str($"unclosed file {text.Text}");
        if (message.IsError || Warnings.Warn(thread, message, ExceptionTypes.ResourceWarning, 1, source).IsError)
            thread.Interpreter.ReportUnraisable(thread, this);
        return Value.None;
    }

    [PyMethod("close")]
    internal Value Close(VmThread thread)
    {
        if (_isClosed)
            return Value.None;
        var flushed = CloseBase(thread);
        var failure = flushed.IsError ? thread.TakePending() : null;
        if (IsFinalizing)
            DeallocationWarning(thread, this);
        _isClosed = true;
        var result = Try(thread, () =>
        {
            Stream.Dispose();
            return Value.None;
        });
        return failure is null ? result : RaiseBoth(thread, result, failure);
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (_isClosed)
            return Value.Str("<_io.FileIO [closed]>");
        var name = Attributes.TryGet(thread, this, NameName);
        if (name.IsError)
            return name;
        if (name.IsUnbound)
            return Value.Str($"<_io.FileIO fd={Descriptor} mode='{Mode}' closefd={_closesDescriptor}>");
        if (ReferenceEquals(name.Ref, this))
            return thread.RuntimeError("reentrant call inside _io.FileIO.__repr__");
        return Texts.Repr(thread, name) is { } text
            ? Value.Str($"<_io.FileIO name={text.Text} mode='{Mode}' closefd={_closesDescriptor}>")
            : Value.Error;
    }

    private static Value Try(VmThread thread, Func<Value> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (SystemErrors.IsIO(exception))
        {
            return SystemErrors.Raise(thread, exception);
        }
    }

    private bool CanUse(VmThread thread, bool able, string text)
    {
        if (_isClosed)
            thread.ValueError("I/O operation on closed file");
        else if (!able)
            Unsupported(thread, text);
        else
            return true;
        return false;
    }

    private bool TryOpen(VmThread thread, Value file, int flags, Value opener)
    {
        if (!opener.IsUnbound && !opener.IsNone)
        {
            var made = thread.Call(opener, file, Value.Int(flags | CloseOnExec));
            if (made.IsError || !Conversions.TryIndex64(thread, made, out var number))
            {
                if (!made.IsError)
                {
                    thread.Pending = null;
                    thread.TypeError("expected integer from opener");
                }
                return false;
            }
            Descriptor = (int)number;
            if (number >= 0)
                return true;
            thread.ValueError($"opener returned {number}");
            return false;
        }
        var path = file;
        if (path.Ref is not (PyStr or PyBytes))
        {
            var method = path.Type.LookupSpecial(Special.FSPath);
            path = method.IsUnbound
                ? thread.TypeError($"expected str, bytes or os.PathLike object, not {file.Type.Name}")
                : thread.CallSpecial(method, file);
            if (!path.IsError && path.Ref is not (PyStr or PyBytes))
                path = thread.TypeError($"expected {file.Type.Name}.__fspath__() to return str or bytes, not {path.Type.Name}");
            if (path.IsError)
                return false;
        }
        var text = path.Ref switch
        {
            PyStr name => name.Text,
            PyBytes bytes => Codecs.Decode(thread, path, bytes.Span, "utf-8", "surrogateescape")?.Text,
            _ => null,
        };
        if (text is null)
            return false;
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            thread.ValueError("embedded null byte");
            return false;
        }
        const int Everybody = 0x1B6;
        var system = _system!;
        if (!Blocking.TryCall(thread, () => system.Open(text, flags, Everybody), out var result))
            return false;
        Descriptor = (int)result;
        if (result >= 0)
            return true;
        SystemErrors.Raise(thread, (int)-result, file);
        return false;
    }

    private static bool TryParse(VmThread thread, string mode, out FileAccess access, out int flags)
    {
        access = FileAccess.Read;
        flags = 0;
        var kinds = 0;
        foreach (var letter in mode)
        {
            kinds += "rwax".Contains(letter, StringComparison.Ordinal) ? 1 : 0;
            if ("rwaxb+".Contains(letter, StringComparison.Ordinal))
                continue;
            thread.ValueError($"invalid mode: {mode}");
            return false;
        }
        if (kinds != 1)
        {
            thread.ValueError("Must have exactly one of create/read/write/append mode and at most one plus");
            return false;
        }
        if (!mode.Contains('r', StringComparison.Ordinal))
            access = FileAccess.Write;
        if (mode.Contains('+', StringComparison.Ordinal))
            access = FileAccess.ReadWrite;
        flags = (access == FileAccess.ReadWrite ? ReadWrite : access == FileAccess.Write ? WriteOnly : 0)
            | (mode.Contains('w', StringComparison.Ordinal) ? Create | Truncates : 0)
            | (mode.Contains('a', StringComparison.Ordinal) ? Create | Appends : 0)
            | (mode.Contains('x', StringComparison.Ordinal) ? Create | Exclusive : 0);
        return true;
    }
}
