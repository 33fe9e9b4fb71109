// Reading through the buffer. A stream that does not block gives None, or fewer bytes, in place of an error.

using System.Buffers;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal abstract partial class PyBufferedStream
{
    private static readonly PyStr ReadAllName = PyStr.Constant("readall");

    private int Ahead => _end - _start;

    [PyMethod("read", Signature = "size=-1, /")]
    internal Value Read(VmThread thread, Value size)
    {
        if (!Reads)
            return Unsupported(thread, "read");
        if (!TryCount(thread, size, out var count))
            return Value.Error;
        if (count < -1)
            return thread.ValueError("read length must be non-negative or -1");
        if (!IsOpen(thread, "read of closed file"))
            return Value.Error;
        if (count >= 0 && count <= Ahead)
            return Take((int)count);
        if (count > Array.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        if (!Enter(thread))
            return Value.Error;
        return Leave(thread, count < 0 ? ReadAll(thread) : ReadExactly(thread, (int)count));
    }

    /// <summary>All that is left, as <c>read()</c> has it.</summary>
    internal Value ReadToEnd(VmThread thread) => Read(thread, Value.Unbound);

    /// <summary>Bytes that are there already, or that one read gives, at most so many.</summary>
    [PyMethod("read1", Signature = "size=-1, /")]
    internal Value ReadOnce(VmThread thread, Value size)
    {
        if (!Reads)
            return Unsupported(thread, "read1");
        long count = -1;
        if (!IsReady(thread) || !size.IsUnbound && !Conversions.TryIndex64(thread, size, out count) || !IsOpen(thread, "read of closed file"))
            return Value.Error;
        if (count < 0)
            count = _buffer.Length;
        if (count == 0)
            return new PyBytes([]);
        if (Ahead > 0)
            return Take((int)Math.Min(count, Ahead));
        if (!Enter(thread))
            return Value.Error;
        if (FlushPending(thread).IsError)
            return Leave(thread, Value.Error);
        var bytes = new byte[Math.Min(count, Array.MaxLength)];
        var read = ReadRaw(thread, bytes, 0, bytes.Length);
        return Leave(thread, read == Failed ? Value.Error : new PyBytes(read == bytes.Length ? bytes : bytes[..Math.Max(0, read)]));
    }

    [PyMethod("readinto", Signature = "buffer, /")]
    internal Value ReadInto(VmThread thread, Value buffer) => ReadInto(thread, buffer, "read", once: false);

    [PyMethod("readinto1", Signature = "buffer, /")]
    internal Value ReadIntoOnce(VmThread thread, Value buffer) => ReadInto(thread, buffer, "read1", once: true);

    [PyMethod("readline", Signature = "size=-1, /")]
    internal Value ReadLine(VmThread thread, Value size)
    {
        if (!Reads)
            return Unsupported(thread, "read");
        return TryCount(thread, size, out var limit) ? ReadLine(thread, limit) : Value.Error;
    }

    private protected Value PeekAhead(VmThread thread)
    {
        if (!IsOpen(thread, "peek of closed file") || !Enter(thread))
            return Value.Error;
        if (Ahead == 0 && (FlushPending(thread).IsError || Fill(thread) == Failed))
            return Leave(thread, Value.Error);
        return Leave(thread, new PyBytes(_buffer[_start.._end]));
    }

    private protected override Value NextLine(VmThread thread)
    {
        if (Type.IsHeapType)
            return base.NextLine(thread);
        var line = Reads ? ReadLine(thread, -1) : Unsupported(thread, "read");
        return line.Ref is PyBytes { Content.Length: 0 } ? Value.Unbound : line;
    }

    private Value ReadLine(VmThread thread, long limit)
    {
        if (!IsOpen(thread, "readline of closed file"))
            return Value.Error;
        var whole = EndOfLine(limit);
        if (whole > 0 || limit == 0)
            return Take(whole);
        if (!Enter(thread))
            return Value.Error;
        var line = new ArrayBufferWriter<byte>();
        while (true)
        {
            line.Write(_buffer.AsSpan(_start, Ahead));
            _start = _end;
            if (limit >= 0 && line.WrittenCount >= limit)
                break;
            if (FlushPending(thread).IsError || Fill(thread) is var count && count == Failed)
                return Leave(thread, Value.Error);
            if (count <= 0)
                break;
            var rest = limit < 0 ? -1 : limit - line.WrittenCount;
            if (EndOfLine(rest) is > 0 and var length)
            {
                line.Write(_buffer.AsSpan(_start, length));
                _start += length;
                break;
            }
        }
        return Leave(thread, new PyBytes(line.WrittenSpan.ToArray()));
    }

    // How much of what was read ahead ends the line, or reaches the limit; 0 when more must be read to know.
    private int EndOfLine(long limit)
    {
        var ahead = _buffer.AsSpan(_start, Ahead);
        if (limit >= 0 && limit <= ahead.Length)
            ahead = ahead[..(int)limit];
        var end = ahead.IndexOf((byte)'\n');
        return end >= 0 ? end + 1 : limit >= 0 && ahead.Length == limit ? ahead.Length : 0;
    }

    private Value ReadAll(VmThread thread)
    {
        var ahead = _buffer[_start.._end];
        _start = _end = 0;
        if (FlushPending(thread).IsError)
            return Value.Error;
        var readAll = Attributes.TryGet(thread, _raw, ReadAllName);
        if (readAll.IsError)
            return readAll;
        if (!readAll.IsUnbound)
        {
            var rest = thread.Call(readAll);
            if (rest.IsError || rest.IsNone)
                return rest.IsNone && ahead.Length > 0 ? new PyBytes(ahead) : rest;
            if (rest.Ref is not PyBytes bytes)
                return thread.TypeError("readall() should return bytes");
            _rawPosition = -1;
            return ahead.Length == 0 ? rest : new PyBytes([.. ahead, .. bytes.Span]);
        }
        var all = new ArrayBufferWriter<byte>();
        all.Write(ahead);
        while (true)
        {
            var piece = thread.CallMethod(_raw, ReadName);
            if (piece.IsError)
                return piece;
            if (!piece.IsNone && piece.Ref is not PyBytes)
                return thread.TypeError("read() should return bytes");
            if (piece.Ref is not PyBytes { Content.Length: > 0 } bytes)
                return piece.IsNone && all.WrittenCount == 0 ? piece : new PyBytes(all.WrittenSpan.ToArray());
            all.Write(bytes.Span);
            _rawPosition = -1;
        }
    }

    private Value ReadExactly(VmThread thread, int count)
    {
        var bytes = new byte[count];
        var read = ReadFully(thread, bytes, once: false);
        return read == Failed ? Value.Error : read == WouldBlock ? Value.None : new PyBytes(read == count ? bytes : bytes[..read]);
    }

    private Value ReadInto(VmThread thread, Value buffer, string method, bool once)
    {
        if (!Reads)
            return Unsupported(thread, method);
        if (!IsReady(thread) || !Buffers.RequireWritable(thread, buffer, once ? "readinto1() argument" : "readinto() argument", out var target)
            || !IsOpen(thread, "readinto of closed file") || !Enter(thread))
            return Value.Error;
        var bytes = new byte[target.Memory.Length];
        var read = ReadFully(thread, bytes, once);
        Leave(thread);
        if (read is Failed or WouldBlock)
            return read == Failed ? Value.Error : Value.None;
        bytes.AsSpan(0, read).CopyTo(target.Memory);
        return Value.Int(read);
    }

    // Fills the array, as far as the stream goes; or, once, with what is there or one read gives.
    private int ReadFully(VmThread thread, byte[] bytes, bool once)
    {
        var done = Math.Min(bytes.Length, Ahead);
        _buffer.AsSpan(_start, done).CopyTo(bytes);
        _start += done;
        if (done == bytes.Length || once && done > 0 && bytes.Length - done <= _buffer.Length)
            return done;
        if (FlushPending(thread).IsError)
            return Failed;
        while (done < bytes.Length)
        {
            // What is larger than the buffer does not go through it.
            var left = bytes.Length - done;
            var whole = once ? (left > _buffer.Length ? left : 0) : left - left % _buffer.Length;
            var count = whole > 0 ? ReadRaw(thread, bytes, done, whole) : Fill(thread);
            if (count == Failed)
                return Failed;
            if (count <= 0)
                return done > 0 || count == 0 ? done : WouldBlock;
            if (whole == 0)
            {
                count = Math.Min(count, left);
                _buffer.AsSpan(_start, count).CopyTo(bytes.AsSpan(done));
                _start += count;
            }
            done += count;
            if (once)
                break;
        }
        return done;
    }

    // Reads ahead, when nothing is ahead.
    private int Fill(VmThread thread)
    {
        _start = _end = 0;
        var count = ReadRaw(thread, _buffer, 0, _buffer.Length);
        if (count > 0)
            _end = count;
        return count;
    }

    private PyBytes Take(int count)
    {
        _start += count;
        return new PyBytes(_buffer.AsSpan(_start - count, count).ToArray());
    }
}
