// A stream of bytes with a buffer in front of a raw one: what open(…, 'rb') gives, and what lies below every text stream.
// There is one implementation; its Python types (PyBufferedKinds.cs) only say what it was opened for. The buffer holds either
// bytes that were read ahead or bytes that wait to be written, never both. This file holds the state and what is asked of
// the raw stream; the other parts read, write and move.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Buffered binary I/O (library reference: io, Buffered Streams).</summary>
internal abstract partial class PyBufferedStream : PyBufferedIOBase, IAwaited
{
    /// <summary><c>io.DEFAULT_BUFFER_SIZE</c>.</summary>
    internal const int DefaultSize = 8192;

    // What raw I/O gives in place of a count.
    private const int Failed = -1;
    private const int WouldBlock = -2;

    private static readonly PyStr ModeName = PyStr.Constant("mode");

    private Value _raw = Value.Unbound;
    private PyFileIO? _file;
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _pending;
    private long _rawPosition = -1;
    private bool _isDetached;
    private VmThread? _user;
    private LockWaiters? _waiters;

    private protected PyBufferedStream(Shape shape) : base(shape) { }

    private protected PyBufferedStream(Shape shape, PyFileIO raw, int size) : this(shape) => Attach(raw, size);

    /// <summary>Was it opened for reading?</summary>
    private protected abstract bool Reads { get; }

    /// <summary>Was it opened for writing?</summary>
    private protected abstract bool Writes { get; }

    [PyGetter("raw")]
    internal Value Raw => _raw.IsUnbound ? Value.None : _raw;

    [PyGetter("_finalizing")]
    internal bool GetFinalizing() => IsFinalizing;

    [PyGetter("closed")]
    internal Value GetClosed(VmThread thread) => IsReady(thread) ? AskClosed(thread) : Value.Error;

    [PyGetter("name")]
    internal Value GetName(VmThread thread) => IsReady(thread) ? Attributes.Get(thread, _raw, NameName) : Value.Error;

    [PyGetter("mode")]
    internal Value GetMode(VmThread thread) => IsReady(thread) ? Attributes.Get(thread, _raw, ModeName) : Value.Error;

    /// <summary>Closed, as far as that can be told without asking Python code.</summary>
    internal bool IsKnownClosed => _file is { IsClosed: true };

    /// <summary>Makes the stream of the type that fits what the file was opened for.</summary>
    internal static PyBufferedStream Of(PyFileIO raw, int size = DefaultSize) => (raw.CanRead, raw.CanWrite) switch
    {
        (true, true) => new PyBufferedRandom(raw, size),
        (true, false) => new PyBufferedReader(raw, size),
        _ => new PyBufferedWriter(raw, size),
    };

    private protected Value Init(VmThread thread, Value raw, Value bufferSize)
    {
        _raw = Value.Unbound;
        _isDetached = false;
        long size = DefaultSize;
        if (!bufferSize.IsUnbound && !Conversions.TryIndex64(thread, bufferSize, out size))
            return Value.Error;
        if (Writes && Reads && RequireAble(thread, raw, SeekableName, "File or stream is not seekable.").IsError
            || Reads && RequireAble(thread, raw, ReadableName, "File or stream is not readable.").IsError
            || Writes && RequireAble(thread, raw, WritableName, "File or stream is not writable.").IsError)
            return Value.Error;
        if (size <= 0)
            return thread.ValueError("buffer size must be strictly positive");
        if (size > Array.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        Attach(raw, (int)size);
        UnclosedFiles.TakeOver(thread, raw);
        UnclosedFiles.Watch(thread, this);
        return Value.None;
    }

    private void Attach(Value raw, int size)
    {
        _raw = raw;
        _file = raw.Ref as PyFileIO is { Type.IsHeapType: false } file ? file : null;
        _buffer = new byte[size];
        _start = _end = _pending = 0;
        _rawPosition = -1;
    }

    /// <summary>Raises for a stream that was never set up, or whose raw stream has been given away.</summary>
    private protected bool IsReady(VmThread thread)
    {
        if (!_raw.IsUnbound)
            return true;
        thread.ValueError(_isDetached ? "raw stream has been detached" : "I/O operation on uninitialized object");
        return false;
    }

    private Value AskClosed(VmThread thread) => _file is not null ? Value.Bool(_file.IsClosed) : Attributes.Get(thread, _raw, ClosedName);

    /// <summary>Ready and open? What has been read ahead of a raw stream that closed since may still be had.</summary>
    private bool IsOpen(VmThread thread, string refusal)
    {
        if (!IsReady(thread))
            return false;
        if (_start < _end)
            return true;
        if (_buffer.Length > 0)
        {
            var closed = AskClosed(thread);
            if (closed.IsError || !Truth.TryTest(thread, closed, out var isClosed))
                return false;
            if (!isClosed)
                return true;
        }
        thread.ValueError(refusal);
        return false;
    }

    VmThread? IAwaited.Holder => _user;

    string IAwaited.Describe(string? name) => name is null ? "the buffer of a file" : $"the buffer of the file '{name}'";

    /// <summary>Has the buffer to itself from now on: raw I/O lets other threads run. False when it raised.</summary>
    private bool Enter(VmThread thread)
    {
        if (_user is null)
        {
            _user = thread;
            return true;
        }
        if (ReferenceEquals(_user, thread))
        {
            var label = Texts.Repr(thread, this);
            if (label is not null)
                thread.RuntimeError($"reentrant call inside {label.Text}");
            return false;
        }
        _waiters ??= new LockWaiters();
        if (!_waiters.Await(thread, this, static stream => stream._user is null, Gil.Forever))
            return false;
        _user = thread;
        return true;
    }

    private void Leave(VmThread thread)
    {
        _user = null;
        _waiters?.WakeFirst(thread);
    }

    private Value Leave(VmThread thread, Value result)
    {
        Leave(thread);
        return result;
    }

    [PyMethod("detach")]
    internal Value Detach(VmThread thread)
    {
        if (!IsReady(thread) || thread.CallMethod(this, FlushName).IsError)
            return Value.Error;
        var raw = _raw;
        _raw = Value.Unbound;
        _file = null;
        _isDetached = true;
        UnclosedFiles.GiveBack(thread, this, raw);
        return raw;
    }

    /// <summary>Flushes and closes; closing twice does nothing.</summary>
    [PyMethod("close")]
    internal Value Close(VmThread thread)
    {
        if (!IsReady(thread))
            return Value.Error;
        var closed = AskClosed(thread);
        if (closed.IsError || !Truth.TryTest(thread, closed, out var isClosed))
            return Value.Error;
        if (isClosed)
            return Value.None;
        if (IsFinalizing && DeallocationWarning(thread, this).IsError)
            thread.Pending = null;
        var result = FlushAndClose(thread, _raw);
        _buffer = [];
        _start = _end = _pending = 0;
        return result;
    }

    [PyMethod("_dealloc_warn", Signature = "source, /")]
    internal Value DeallocationWarning(VmThread thread, Value source)
    {
        if (!_raw.IsUnbound && thread.CallMethod(_raw, DeallocationWarningName, source).IsError)
            thread.Pending = null;
        return Value.None;
    }

    [PyMethod("readable")]
    internal Value IsReadable(VmThread thread) => Reads ? Ask(thread, ReadableName) : Value.False;

    [PyMethod("writable")]
    internal Value IsWritable(VmThread thread) => Writes ? Ask(thread, WritableName) : Value.False;

    [PyMethod("seekable")]
    internal Value IsSeekable(VmThread thread) => Ask(thread, SeekableName);

    [PyMethod("isatty")]
    internal Value IsTerminal(VmThread thread) => Ask(thread, IsTerminalName);

    [PyMethod("fileno")]
    internal Value FileNumber(VmThread thread) => Ask(thread, FileNumberName);

    private Value Ask(VmThread thread, PyStr method) => IsReady(thread) ? thread.CallMethod(_raw, method) : Value.Error;

    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread)
    {
        var label = IsReady(thread) ? Attributes.TryGet(thread, this, NameName) : Value.Error;
        if (label.IsError && !thread.ClearPending(ExceptionTypes.ValueError))
            return Value.Error;
        if (label.IsSentinel)
            return Value.Str($"<{Type.QualifiedNativeName}>");
        if (ReferenceEquals(label.Ref, this))
            return thread.RuntimeError($"reentrant call inside {Type.Name}.__repr__");
        return Texts.Repr(thread, label) is { } name ? Value.Str($"<{Type.QualifiedNativeName} name={name.Text}>") : Value.Error;
    }

    /// <summary>The optional size of the read methods; -1 for all.</summary>
    internal static bool TryCount(VmThread thread, Value size, out long count)
    {
        count = -1;
        if (size.IsUnbound || size.IsNone)
            return true;
        if (size.Ref is PyInt || size.IsSmallInt || !size.Type.LookupSpecial(Types.Special.Index).IsUnbound)
            return Conversions.TryCount(thread, size, out count);
        thread.TypeError($"argument should be integer or None, not '{size.Type.Name}'");
        return false;
    }

    // One read(2) of the raw stream.
    private int ReadRaw(VmThread thread, byte[] target, int offset, int length)
    {
        int count;
        if (_file is not null)
        {
            count = _file.ReadSome(thread, target.AsSpan(offset, length));
        }
        else
        {
            var memory = new PyByteArray(new byte[length]);
            var result = CallRaw(thread, ReadIntoName, thread.Call(PyMemoryView.TypeObject, memory));
            if (result.IsError)
                return Failed;
            if (result.IsNone)
                return WouldBlock;
            if (!Conversions.TryIndex64(thread, result, out var number))
            {
                var cause = thread.TakePending();
                thread.RaiseWhile(PyException.Make(ExceptionTypes.OSError, Value.Str("raw readinto() failed")), cause);
                thread.Pending!.Cause = cause;
                return Failed;
            }
            if (number < 0 || number > length)
            {
                thread.Raise(ExceptionTypes.OSError, $"raw readinto() returned invalid length {number} (should have been between 0 and {length})");
                return Failed;
            }
            count = (int)number;
            memory.Span[..count].CopyTo(target.AsSpan(offset));
        }
        if (count > 0 && _rawPosition >= 0)
            _rawPosition += count;
        return count;
    }

    // One write(2) of the raw stream.
    private int WriteRaw(VmThread thread, ReadOnlySpan<byte> bytes)
    {
        int count;
        if (_file is not null)
        {
            count = _file.WriteSome(thread, bytes);
        }
        else
        {
            var length = bytes.Length;
            var result = CallRaw(thread, WriteName, thread.Call(PyMemoryView.TypeObject, new PyBytes(bytes.ToArray())));
            if (result.IsError)
                return Failed;
            if (result.IsNone)
                return WouldBlock;
            if (!Conversions.TryIndex64(thread, result, out var number))
            {
                thread.Pending = null;
                number = -1;
            }
            if (number < 0 || number > length)
            {
                thread.Raise(ExceptionTypes.OSError, $"raw write() returned invalid length {number} (should have been between 0 and {length})");
                return Failed;
            }
            count = (int)number;
        }
        if (count > 0 && _rawPosition >= 0)
            _rawPosition += count;
        return count;
    }

    private Value CallRaw(VmThread thread, PyStr method, Value argument)
    {
        while (true)
        {
            var result = argument.IsError ? argument : thread.CallMethod(_raw, method, argument);
            // A signal has ended the call: its handler runs, and unless that raises it is made again (PEP 475).
            if (!result.IsError || !thread.ClearPending(ExceptionTypes.InterruptedError) || !thread.CheckBudget())
                return result;
        }
    }

    private long SeekRaw(VmThread thread, long target, long whence) =>
        Checked(thread, thread.CallMethod(_raw, SeekName, Value.Int(target), Value.Int(whence)));

    private long TellRaw(VmThread thread) => Checked(thread, thread.CallMethod(_raw, TellName));

    // The position that the raw stream has told; negative when it raised.
    private long Checked(VmThread thread, Value position)
    {
        if (position.IsError || !Conversions.TryIndex64(thread, position, out var number))
            return Failed;
        if (number < 0)
        {
            thread.Raise(ExceptionTypes.OSError, $"Raw stream returned invalid position {number}");
            return Failed;
        }
        return _rawPosition = number;
    }
}
