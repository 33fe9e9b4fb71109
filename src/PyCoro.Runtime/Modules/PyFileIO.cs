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
    private const int DirectoryKind = 0x4000;
    private const int KindMask = 0xF000;

    private Value _name = Value.None;
    private IOperatingSystem? _system;
    private bool _isClosed = true;
    private bool _closesDescriptor = true;

    internal PyFileIO(Shape shape) : base(shape) { }

    internal PyFileIO(Stream stream, Value name, int descriptor, string mode) : base(TypeObject.RootShape)
    {
        (Stream, _name, Descriptor, Mode) = (stream, name, descriptor, mode);
        _isClosed = false;
    }

    /// <summary>The stream of the host.</summary>
    internal Stream Stream { get; private set; } = Stream.Null;

    /// <summary>The descriptor; -1: the stream is none of the system's.</summary>
    internal int Descriptor { get; private set; } = -1;

    /// <summary>rb, wb, ab, xb or one of them with +.</summary>
    [PyGetter("mode")]
    internal string Mode { get; private set; } = "rb";

    [PyGetter("closed")]
    internal bool IsClosed => _isClosed;

    [PyGetter("closefd")]
    internal bool ClosesDescriptor => _closesDescriptor;

    [PyGetter("name")]
    internal Value Name => _name;

    [PySetter("name")]
    private Value SetName(Value value)
    {
        _name = value;
        return Value.None;
    }

    [PyMethod("__init__", Signature = "file, mode='r', closefd=True, opener=None")]
    internal Value Open(VmThread thread, Value file, Value mode, Value closefd, Value opener)
    {
        var flags = (mode.Ref as PyStr)?.Text ?? "r";
        if (!TryParse(thread, flags, out var access, out var open))
            return Value.Error;
        var owns = true;
        if (!closefd.IsUnbound && !Truth.TryTest(thread, closefd, out owns))
            return Value.Error;
        if (!Auditing.Raise(thread, "open", file, Value.Str(flags.Replace("b", "", StringComparison.Ordinal)), Value.Int(open | CloseOnExec)))
            return Value.Error;
        _system = thread.Interpreter.Options.OperatingSystem;
        _name = file;
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
        if (_system.GetStatus(Descriptor, out var status) >= 0 && (status.Mode & KindMask) == DirectoryKind)
        {
            if (!file.IsSmallInt)
                _system.Close(Descriptor);
            return SystemErrors.Raise(thread, 21, file);
        }
        Stream = new DescriptorStream(_system, Descriptor, access, owns);
        Mode = (open & Exclusive) != 0 ? "xb" : (open & Appends) != 0 ? "ab" : access == FileAccess.Write ? "wb" : "rb";
        if (access == FileAccess.ReadWrite)
            Mode = Mode == "rb" ? "rb+" : Mode + "+";
        if ((open & Appends) != 0)
            _system.Seek(Descriptor, 0, 2);
        _isClosed = false;
        return Value.None;
    }

    [PyMethod("readinto", Signature = "buffer, /")]
    private Value ReadInto(VmThread thread, Value buffer)
    {
        if (!CanUse(thread, Stream.CanRead, "File not open for reading"))
            return Value.Error;
        if (buffer.Ref is not IBuffer { IsReadOnly: false } target)
            return thread.TypeError($"readinto() argument must be read-write bytes-like object, not {buffer.Type.Name}");
        return Try(thread, () => Value.Int(Stream.Read(target.Memory)));
    }

    [PyMethod("read", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size)
    {
        if (!CanUse(thread, Stream.CanRead, "File not open for reading") || !PyBinaryStream.TryCount(thread, size, out var count))
            return Value.Error;
        if (count < 0)
            return ReadAll(thread);
        return Try(thread, () =>
        {
            var bytes = new byte[count];
            var done = Stream.Read(bytes);
            return new PyBytes(done == count ? bytes : bytes[..done]);
        });
    }

    [PyMethod("readall")]
    private Value ReadAll(VmThread thread) => !CanUse(thread, Stream.CanRead, "File not open for reading") ? Value.Error : Try(thread, () =>
    {
        using var all = new MemoryStream();
        var piece = new byte[8192];
        for (var count = Stream.Read(piece); count > 0; count = Stream.Read(piece))
            all.Write(piece, 0, count);
        return new PyBytes(all.ToArray());
    });

    [PyMethod("write", Signature = "b, /")]
    private Value Write(VmThread thread, Value b)
    {
        if (!CanUse(thread, Stream.CanWrite, "File not open for writing") || !Buffers.Require(thread, b, out var bytes))
            return Value.Error;
        var copy = bytes.ToArray();
        return Try(thread, () =>
        {
            Stream.Write(copy);
            return Value.Int(copy.Length);
        });
    }

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

    [PyMethod("isatty")]
    private Value IsTerminal(VmThread thread) => CanUse(thread, true, "")
        ? Value.Bool(Descriptor >= 0 && thread.Interpreter.Options.OperatingSystem.IsTerminal(Descriptor))
        : Value.Error;

    [PyMethod("close")]
    internal Value Close(VmThread thread)
    {
        if (_isClosed)
            return Value.None;
        _isClosed = true;
        return Try(thread, () =>
        {
            Stream.Dispose();
            return Value.None;
        });
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (_isClosed)
            return Value.Str("<_io.FileIO [closed]>");
        return Texts.Repr(thread, _name) is { } name
            ? Value.Str($"<_io.FileIO name={name.Text} mode='{Mode}' closefd={_closesDescriptor}>")
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
        var result = _system!.Open(text, flags, Everybody);
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
