// Writing through the buffer, and moving: seek, tell, truncate.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal abstract partial class PyBufferedStream
{
    private const string Incomplete = "write could not complete without blocking";
    private const int TryAgain = 11;
    private const int FromHere = 1;

    [PyMethod("write", Signature = "buffer, /")]
    internal Value WriteFromPython(VmThread thread, Value buffer)
    {
        if (!Writes)
            return Unsupported(thread, "write");
        return IsReady(thread) && Buffers.Require(thread, buffer, out var bytes) ? Write(thread, bytes) : Value.Error;
    }

    /// <summary>Writes bytes; their number, or Error when it raised.</summary>
    internal Value Write(VmThread thread, ReadOnlySpan<byte> bytes)
    {
        if (!Writes)
            return Unsupported(thread, "write");
        if (_start == _end && bytes.Length <= _buffer.Length - _pending && _user is null && _file is { IsClosed: false })
        {
            bytes.CopyTo(_buffer.AsSpan(_pending));
            _pending += bytes.Length;
            return Value.Int(bytes.Length);
        }
        // Python code may run while the bytes are written, and change what they are in.
        var copy = _file is null || _user is not null || bytes.Length > _buffer.Length - _pending ? bytes.ToArray() : bytes;
        if (!IsReady(thread) || !Enter(thread))
            return Value.Error;
        // Whoever had the buffer may have closed the stream.
        return Leave(thread, IsWritableNow(thread, "write to closed file") ? WriteAll(thread, copy) : Value.Error);
    }

    // What has been read ahead keeps a closed stream readable, but not writable.
    private bool IsWritableNow(VmThread thread, string refusal)
    {
        var closed = _buffer.Length == 0 ? Value.True : AskClosed(thread);
        if (closed.IsError || !Truth.TryTest(thread, closed, out var isClosed))
            return false;
        if (isClosed)
            thread.ValueError(refusal);
        return !isClosed;
    }

    /// <summary>Hands everything to the raw stream; Error when it raised.</summary>
    internal Value Flush(VmThread thread)
    {
        if (!IsReady(thread) || !IsWritableNow(thread, "flush of closed file"))
            return Value.Error;
        if (_pending == 0 && _start == _end)
            return Value.None;
        return Enter(thread) ? Leave(thread, FlushAndRewind(thread)) : Value.Error;
    }

    [PyMethod("flush")]
    internal Value FlushFromPython(VmThread thread) => Writes ? Flush(thread) : Ask(thread, FlushName);

    [PyMethod("tell")]
    internal Value Tell(VmThread thread)
    {
        if (!IsReady(thread) || TellRaw(thread) is var position && position < 0)
            return Value.Error;
        return Value.Int(position - Ahead + _pending);
    }

    [PyMethod("seek", Signature = "target, whence=0, /")]
    internal Value Seek(VmThread thread, Value target, long whence = 0)
    {
        if (!IsReady(thread))
            return Value.Error;
        if (whence is < 0 or > 4)
            return thread.ValueError($"whence value {whence} unsupported");
        if (!IsOpen(thread, "seek of closed file") || RequireAble(thread, _raw, SeekableName, "File or stream is not seekable.").IsError
            || !Conversions.TryIndex64(thread, target, out var place) || !Enter(thread))
            return Value.Error;
        return Leave(thread, SeekTo(thread, place, whence));
    }

    [PyMethod("truncate", Signature = "pos=None, /")]
    internal Value Truncate(VmThread thread, Value pos)
    {
        if (!IsOpen(thread, "truncate of closed file"))
            return Value.Error;
        if (!Writes)
            return Unsupported(thread, "truncate");
        if (!Enter(thread))
            return Value.Error;
        if (FlushAndRewind(thread).IsError)
            return Leave(thread, Value.Error);
        var result = thread.CallMethod(_raw, TruncateName, pos.IsUnbound ? Value.None : pos);
        if (!result.IsError && TellRaw(thread) < 0)
            thread.Pending = null;
        return Leave(thread, result);
    }

    private Value SeekTo(VmThread thread, long target, long whence)
    {
        if (whence is 0 or FromHere && Reads && _pending == 0)
        {
            // Moving inside of what was read needs no system call.
            var current = _rawPosition >= 0 ? _rawPosition : TellRaw(thread);
            if (current < 0)
                return Value.Error;
            var offset = whence == FromHere ? target : target - (current - Ahead);
            if (offset >= -_start && offset <= Ahead)
            {
                _start += (int)offset;
                return Value.Int(current - Ahead);
            }
        }
        if (FlushPending(thread).IsError)
            return Value.Error;
        var position = SeekRaw(thread, whence == FromHere ? target - Ahead : target, whence);
        _start = _end = 0;
        return position < 0 ? Value.Error : Value.Int(position);
    }

    // The raw stream stands where the program believes to be: not behind what has been read ahead.
    private Value Rewind(VmThread thread)
    {
        if (_start < _end && SeekRaw(thread, _start - _end, FromHere) < 0)
            return Value.Error;
        _start = _end = 0;
        return Value.None;
    }

    private Value FlushAndRewind(VmThread thread) => FlushPending(thread).IsError ? Value.Error : Rewind(thread);

    private Value FlushPending(VmThread thread)
    {
        var done = 0;
        while (done < _pending)
        {
            var count = WriteRaw(thread, _buffer.AsSpan(done, _pending - done));
            if (count < 0)
            {
                _buffer.AsSpan(done, _pending - done).CopyTo(_buffer);
                _pending -= done;
                return count == Failed ? Value.Error : RaiseWouldBlock(thread, 0);
            }
            done += count;
            // A signal has shortened it, perhaps.
            if (done < _pending && !thread.CheckBudget())
            {
                _buffer.AsSpan(done, _pending - done).CopyTo(_buffer);
                _pending -= done;
                return Value.Error;
            }
        }
        _pending = 0;
        return Value.None;
    }

    private Value WriteAll(VmThread thread, ReadOnlySpan<byte> bytes)
    {
        if (Rewind(thread).IsError)
            return Value.Error;
        if (bytes.Length > _buffer.Length - _pending && FlushPending(thread).IsError)
        {
            if (!thread.PendingIs(ExceptionTypes.BlockingIOError))
                return Value.Error;
            // As much as has room waits in the buffer.
            var room = Math.Min(bytes.Length, _buffer.Length - _pending);
            Keep(bytes[..room]);
            if (room < bytes.Length)
            {
                thread.Pending = null;
                return RaiseWouldBlock(thread, room);
            }
            thread.Pending = null;
            return Value.Int(bytes.Length);
        }
        var done = 0;
        while (bytes.Length - done > _buffer.Length - _pending)
        {
            var count = WriteRaw(thread, bytes[done..]);
            if (count == Failed)
                return Value.Error;
            if (count == WouldBlock)
            {
                if (bytes.Length - done <= _buffer.Length)
                    break;
                Keep(bytes.Slice(done, _buffer.Length));
                return RaiseWouldBlock(thread, done + _buffer.Length);
            }
            done += count;
            if (done < bytes.Length && !thread.CheckBudget())
                return Value.Error;
        }
        Keep(bytes[done..]);
        return Value.Int(bytes.Length);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_pending));
        _pending += bytes.Length;
    }

    private Value RaiseWouldBlock(VmThread thread, int written) => thread.Raise(
        ExceptionTypes.BlockingIOError, Value.Int(_file is null ? 0 : TryAgain), Value.Str(Incomplete), Value.Int(written));
}
