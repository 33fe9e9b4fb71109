// The abstract bases of io (library reference: io, Class hierarchy). Their methods are made of each other as the reference
// says: a class in Python needs to define only the few that it is about, and the rest calls those by name.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The abstract base class for all I/O classes.</summary>
[PyType("_IOBase", Module = "_io", Subclassable = true, HasDict = true)]
internal partial class PyIOBase : PyIterator
{
    private protected static readonly PyStr CloseName = PyStr.Constant("close");
    private protected static readonly PyStr ClosedName = PyStr.Constant("closed");
    private protected static readonly PyStr FlushName = PyStr.Constant("flush");
    private protected static readonly PyStr ReadName = PyStr.Constant("read");
    private protected static readonly PyStr ReadIntoName = PyStr.Constant("readinto");
    private protected static readonly PyStr ReadLineName = PyStr.Constant("readline");
    private protected static readonly PyStr ReadOnceName = PyStr.Constant("read1");
    private protected static readonly PyStr TellName = PyStr.Constant("tell");
    private protected static readonly PyStr SeekName = PyStr.Constant("seek");
    private protected static readonly PyStr WriteName = PyStr.Constant("write");
    private protected static readonly PyStr NameName = PyStr.Constant("name");
    private protected static readonly PyStr IsTerminalName = PyStr.Constant("isatty");
    private protected static readonly PyStr FileNumberName = PyStr.Constant("fileno");
    private protected static readonly PyStr ReadableName = PyStr.Constant("readable");
    private protected static readonly PyStr WritableName = PyStr.Constant("writable");
    private protected static readonly PyStr SeekableName = PyStr.Constant("seekable");
    private protected static readonly PyStr TruncateName = PyStr.Constant("truncate");
    private protected static readonly PyStr DeallocationWarningName = PyStr.Constant("_dealloc_warn");
    private static readonly PyStr NextName = PyStr.Constant("__next__");
    private static readonly PyStr FinalizingName = PyStr.Constant("_finalizing");

    private bool _isClosed;

    internal PyIOBase(Shape shape) : base(shape) { }

    /// <summary>Is it being closed because nothing refers to it any more?</summary>
    private protected bool IsFinalizing { get; private set; }

    internal override Value Next(VmThread thread)
    {
        if (!Type.IsHeapType || Type.Lookup(NextName).Ref is not PyFunction next)
            return NextLine(thread);
        var line = thread.Call(next, this);
        return line.IsError && thread.ClearPending(ExceptionTypes.StopIteration) ? Value.Unbound : line;
    }

    /// <inheritdoc/>
    internal override Value NextOrStop(VmThread thread)
    {
        var line = NextLine(thread);
        return line.IsUnbound ? thread.Raise(ExceptionTypes.StopIteration) : line;
    }

    /// <summary>The next line; unbound at the end.</summary>
    private protected virtual Value NextLine(VmThread thread)
    {
        var line = thread.CallMethod(this, ReadLineName);
        if (line.IsError || !Items.TryLength(thread, line, out var length))
            return Value.Error;
        return length == 0 ? Value.Unbound : line;
    }

    [PyMethod("__iter__")]
    private Value IterateLines(VmThread thread) => CheckOpen(thread).IsError ? Value.Error : this;

    [PyGetter("closed")]
    private bool GetClosed() => _isClosed;

    /// <summary>A stream that nobody refers to any more is closed.</summary>
    [PyMethod("__del__")]
    internal Value Finish(VmThread thread)
    {
        var closed = Attributes.TryGet(thread, this, ClosedName);
        if (closed.IsError)
            thread.Pending = null;
        if (closed.IsSentinel || !Truth.TryTest(thread, closed, out var isClosed) || isClosed)
        {
            thread.Pending = null;
            return Value.None;
        }
        IsFinalizing = true;
        if (Type.IsHeapType && Attributes.Set(thread, this, FinalizingName, Value.True).IsError)
            thread.Pending = null;
        // What fails now has nobody to be told.
        if (thread.CallMethod(this, CloseName).IsError)
            thread.Pending = null;
        return Value.None;
    }

    /// <summary>Flush and close the IO object.
    ///
    /// This method has no effect if the file is already closed.</summary>
    [PyMethod("close")]
    private protected Value CloseBase(VmThread thread)
    {
        if (_isClosed)
            return Value.None;
        var flushed = thread.CallMethod(this, FlushName);
        _isClosed = true;
        return flushed.IsError ? flushed : Value.None;
    }

    /// <summary>Flush write buffers, if applicable.
    ///
    /// This is not implemented for read-only and non-blocking streams.</summary>
    [PyMethod("flush")]
    private Value FlushBase(VmThread thread) => _isClosed ? thread.ValueError("I/O operation on closed file.") : Value.None;

    /// <summary>Change the stream position to the given byte offset.</summary>
    [PyMethod("seek", Signature = "offset, whence=0, /")]
    private Value SeekBase(VmThread thread, Value offset, Value whence) => Unsupported(thread, "seek");

    /// <summary>Return current stream position.</summary>
    [PyMethod("tell")]
    private Value TellBase(VmThread thread) => thread.CallMethod(this, SeekName, Value.Int(0), Value.Int(1));

    /// <summary>Truncate file to size bytes.</summary>
    [PyMethod("truncate", Signature = "pos=None, /")]
    private Value TruncateBase(VmThread thread, Value pos) => Unsupported(thread, "truncate");

    /// <summary>Returns underlying file descriptor if one exists.</summary>
    [PyMethod("fileno")]
    private Value FileNumberBase(VmThread thread) => Unsupported(thread, "fileno");

    /// <summary>Return whether this is an 'interactive' stream.</summary>
    [PyMethod("isatty")]
    private Value IsTerminalBase(VmThread thread) => CheckOpen(thread).IsError ? Value.Error : Value.False;

    /// <summary>Return whether object was opened for reading.</summary>
    [PyMethod("readable")]
    private bool IsReadableBase() => false;

    /// <summary>Return whether object was opened for writing.</summary>
    [PyMethod("writable")]
    private bool IsWritableBase() => false;

    /// <summary>Return whether object supports random access.</summary>
    [PyMethod("seekable")]
    private bool IsSeekableBase() => false;

    /// <summary>Read and return a line from the stream.</summary>
    [PyMethod("readline", Signature = "size=-1, /")]
    private Value ReadLineBase(VmThread thread, Value size)
    {
        if (!PyBufferedStream.TryCount(thread, size, out var limit))
            return Value.Error;
        var line = new List<byte>();
        while (limit < 0 || line.Count < limit)
        {
            var piece = thread.CallMethod(this, ReadName, Value.Int(1));
            if (piece.IsError)
                return piece;
            if (piece.Ref is not PyBytes one)
                return thread.Raise(ExceptionTypes.OSError, $"read() should have returned a bytes object, not '{piece.Type.Name}'");
            if (one.Content.Length == 0)
                break;
            line.AddRange(one.Content);
            if (one.Content[^1] == '\n')
                break;
        }
        return new PyBytes([.. line]);
    }

    /// <summary>Return a list of lines from the stream.</summary>
    [PyMethod("readlines", Signature = "hint=-1, /")]
    private Value ReadLinesBase(VmThread thread, Value hint)
    {
        if (!PyBufferedStream.TryCount(thread, hint, out var limit) || CheckOpen(thread).IsError)
            return Value.Error;
        var lines = new PyList();
        long total = 0;
        for (var line = Next(thread); !line.IsUnbound; line = Next(thread))
        {
            if (line.IsError || !Items.TryLength(thread, line, out var length))
                return Value.Error;
            lines.Append(line);
            if (limit > 0 && (total += length) >= limit)
                break;
        }
        return lines;
    }

    /// <summary>Write a list of lines to stream.</summary>
    [PyMethod("writelines", Signature = "lines, /")]
    private Value WriteLinesBase(VmThread thread, Value lines)
    {
        if (CheckOpen(thread).IsError || Iteration.ToArray(thread, lines) is not { } items)
            return Value.Error;
        foreach (var item in items)
        {
            if (thread.CallMethod(this, WriteName, item).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    [PyMethod("__enter__")]
    private Value EnterBase(VmThread thread) => CheckOpen(thread).IsError ? Value.Error : this;

    [PyMethod("__exit__")]
    private Value ExitBase(VmThread thread, ReadOnlySpan<Value> args) => thread.CallMethod(this, CloseName);

    [PyMethod("_checkClosed")]
    private Value CheckClosed(VmThread thread, ReadOnlySpan<Value> args) => CheckOpen(thread);

    [PyMethod("_checkReadable")]
    private Value CheckReadable(VmThread thread, ReadOnlySpan<Value> args) => RequireAble(thread, this, ReadableName, "File or stream is not readable.");

    [PyMethod("_checkWritable")]
    private Value CheckWritable(VmThread thread, ReadOnlySpan<Value> args) => RequireAble(thread, this, WritableName, "File or stream is not writable.");

    [PyMethod("_checkSeekable")]
    private Value CheckSeekable(VmThread thread, ReadOnlySpan<Value> args) => RequireAble(thread, this, SeekableName, "File or stream is not seekable.");

    /// <summary>None, or ValueError when the stream says that it is closed.</summary>
    private protected Value CheckOpen(VmThread thread)
    {
        var closed = Attributes.Get(thread, this, ClosedName);
        if (closed.IsError || !Truth.TryTest(thread, closed, out var isClosed))
            return Value.Error;
        return isClosed ? thread.ValueError("I/O operation on closed file.") : Value.None;
    }

    /// <summary>Raises <c>io.UnsupportedOperation</c>.</summary>
    internal static Value Unsupported(VmThread thread, string text) => thread.Raise(thread.Interpreter.State<IOTypes>().Unsupported(thread), text);

    /// <summary>Flushes this stream, then closes the one below, whatever flushing raised.</summary>
    private protected Value FlushAndClose(VmThread thread, Value below)
    {
        var flushed = thread.CallMethod(this, FlushName);
        var failure = flushed.IsError ? thread.TakePending() : null;
        var result = thread.CallMethod(below, CloseName);
        return failure is null ? result : RaiseBoth(thread, result, failure);
    }

    /// <summary>Raises what closing raised after flushing had failed as well, or else that failure.</summary>
    private protected static Value RaiseBoth(VmThread thread, Value closing, PyException flushing)
    {
        if (!closing.IsError)
            return thread.Reraise(flushing);
        var last = thread.TakePending();
        last.Context = flushing;
        return thread.Reraise(last);
    }

    /// <summary>What the stream says of itself, when it is True; raises otherwise.</summary>
    private protected static Value RequireAble(VmThread thread, Value stream, PyStr method, string refusal)
    {
        var able = thread.CallMethod(stream, method);
        return able.IsError || able.IsTrue ? able : Unsupported(thread, refusal);
    }
}

/// <summary>Base class for raw binary I/O.</summary>
[PyType("_RawIOBase", Module = "_io", Base = typeof(PyIOBase), Subclassable = true, HasDict = true)]
internal partial class PyRawIOBase : PyIOBase
{
    private static readonly PyStr ReadAllName = PyStr.Constant("readall");

    internal PyRawIOBase(Shape shape) : base(shape) { }

    [PyMethod("readinto")]
    [PyMethod("write")]
    private Value LeftToSubclasses(VmThread thread, ReadOnlySpan<Value> args) =>
        thread.Raise(ExceptionTypes.NotImplementedError, Array.Empty<Value>());

    [PyMethod("read", Signature = "size=-1, /")]
    private Value ReadRaw(VmThread thread, Value size)
    {
        if (!PyBufferedStream.TryCount(thread, size, out var count))
            return Value.Error;
        if (count < 0)
            return thread.CallMethod(this, ReadAllName);
        var buffer = new PyByteArray(new byte[count]);
        var done = thread.CallMethod(this, ReadIntoName, buffer);
        if (done.IsSentinel || done.IsNone)
            return done;
        return Conversions.TryIndex64(thread, done, out var length) ? new PyBytes(buffer.Span[..(int)length].ToArray()) : Value.Error;
    }

    /// <summary>Read until EOF, using multiple read() call.</summary>
    [PyMethod("readall")]
    private Value ReadAll(VmThread thread)
    {
        var all = new List<byte>();
        while (true)
        {
            var piece = thread.CallMethod(this, ReadName, Value.Int(8192));
            if (piece.IsError)
                return piece;
            if (piece.IsNone && all.Count == 0)
                return piece;
            if (piece.IsNone || piece.Ref is PyBytes { Content.Length: 0 })
                return new PyBytes([.. all]);
            if (piece.Ref is not PyBytes bytes)
                return thread.TypeError("read() should return bytes");
            all.AddRange(bytes.Content);
        }
    }
}

/// <summary>Base class for buffered IO objects.</summary>
[PyType("_BufferedIOBase", Module = "_io", Base = typeof(PyIOBase), Subclassable = true, HasDict = true)]
internal partial class PyBufferedIOBase : PyIOBase
{
    internal PyBufferedIOBase(Shape shape) : base(shape) { }

    /// <summary>Disconnect this buffer from its underlying raw stream and return it.</summary>
    [PyMethod("detach")]
    private Value DetachBase(VmThread thread) => Unsupported(thread, "detach");

    /// <summary>Read and return up to n bytes.</summary>
    [PyMethod("read")]
    private Value ReadBuffered(VmThread thread, ReadOnlySpan<Value> args) => Unsupported(thread, "read");

    /// <summary>Read and return up to n bytes, with at most one read() call to the underlying raw stream.</summary>
    [PyMethod("read1")]
    private Value ReadOnce(VmThread thread, ReadOnlySpan<Value> args) => Unsupported(thread, "read1");

    /// <summary>Write the given buffer to the IO stream.</summary>
    [PyMethod("write")]
    private Value WriteBuffered(VmThread thread, ReadOnlySpan<Value> args) => Unsupported(thread, "write");

    [PyMethod("readinto", Signature = "buffer, /")]
    private Value ReadIntoBase(VmThread thread, Value buffer) => ReadInto(thread, buffer, ReadName);

    [PyMethod("readinto1", Signature = "buffer, /")]
    private Value ReadIntoOnceBase(VmThread thread, Value buffer) => ReadInto(thread, buffer, ReadOnceName);

    private Value ReadInto(VmThread thread, Value buffer, PyStr method)
    {
        if (!Buffers.RequireWritable(thread, buffer, method.Text == "read" ? "readinto() argument" : "readinto1() argument", out var target))
            return Value.Error;
        var length = target.Memory.Length;
        var data = thread.CallMethod(this, method, Value.Int(length));
        if (data.IsError)
            return data;
        if (data.Ref is not PyBytes bytes)
            return thread.TypeError("read() should return bytes");
        if (bytes.Content.Length > length)
            return thread.ValueError($"read() returned too much data: {length} bytes requested, {bytes.Content.Length} returned");
        bytes.Span.CopyTo(target.Memory);
        return Value.Int(bytes.Content.Length);
    }
}

/// <summary>Base class for text I/O.</summary>
[PyType("_TextIOBase", Module = "_io", Base = typeof(PyIOBase), Subclassable = true, HasDict = true)]
internal partial class PyTextIOBase : PyIOBase
{
    internal PyTextIOBase(Shape shape) : base(shape) { }

    [PyGetter("encoding")]
    private Value GetEncoding() => Value.None;

    [PyGetter("newlines")]
    private Value GetNewlines() => Value.None;

    [PyGetter("errors")]
    private Value GetErrors() => Value.None;

    [PyMethod("detach")]
    private Value DetachText(VmThread thread) => Unsupported(thread, "detach");

    [PyMethod("read")]
    private Value ReadText(VmThread thread, ReadOnlySpan<Value> args) => Unsupported(thread, "read");

    [PyMethod("readline")]
    private Value ReadTextLine(VmThread thread, ReadOnlySpan<Value> args) => Unsupported(thread, "readline");

    [PyMethod("write")]
    private Value WriteText(VmThread thread, ReadOnlySpan<Value> args) => Unsupported(thread, "write");
}
