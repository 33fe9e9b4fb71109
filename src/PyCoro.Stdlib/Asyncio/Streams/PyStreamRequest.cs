using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Asyncio.Waiting;

namespace PyCoro.Stdlib.Asyncio.Streams;

/// <summary>What somebody wants of a stream: tried at once, and again whenever more has come.</summary>
[PyType("_StreamRequest", Module = "_asyncio")]
internal abstract partial class PyStreamRequest : PyFutureWait
{
    private bool _hasBegun;

    private protected PyStreamRequest(PyStreamBuffer stream) : base(TypeObject.RootShape) => Stream = stream;

    private protected PyStreamBuffer Stream { get; }

    /// <summary>The method of the reader, as messages name it.</summary>
    private protected abstract string Caller { get; }

    private protected sealed override PyObject? Next(VmThread thread, out Value result)
    {
        var isFailed = !Stream.GetException().IsNone;
        result = isFailed && !_hasBegun ? Value.Unbound : TryTake(thread);
        _hasBegun = true;
        if (!result.IsUnbound)
            return null;
        result = Value.Error;
        if (!isFailed)
            return Stream.BeginWaiting(thread, Caller);
        StreamErrors.RaiseGiven(thread, Stream.GetException());
        return null;
    }

    private protected sealed override Value StopWaiting(VmThread thread, bool goesOn)
    {
        Stream.EndWaiting();
        return Value.None;
    }

    /// <summary>What is wanted, Unbound when there is not enough, Error.</summary>
    private protected abstract Value TryTake(VmThread thread);

    /// <summary>The stream ends before what was wanted: what there was is taken.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="expected">How much was wanted; None when that is not known.</param>
    private protected Value FailIncomplete(VmThread thread, Value expected)
    {
        var partial = Stream.Take(thread, Stream.Span.Length);
        return partial.IsError ? partial : StreamErrors.RaiseIncomplete(thread, partial, expected);
    }
}

/// <summary><c>read(n)</c>.</summary>
internal sealed class PyReadSome(PyStreamBuffer stream, long count) : PyStreamRequest(stream)
{
    private protected override string Caller => "read";

    private protected override Value TryTake(VmThread thread) =>
        count > 0 && Stream.Span.IsEmpty && !Stream.IsAtEnd ? Value.Unbound : Stream.Take(thread, count);
}

/// <summary><c>read()</c>: the limit does not hold here, so what comes is taken at once.</summary>
internal sealed class PyReadToEnd(PyStreamBuffer stream) : PyStreamRequest(stream)
{
    private readonly List<byte[]> _pieces = [];

    private protected override string Caller => "read";

    private protected override Value TryTake(VmThread thread)
    {
        if (!Stream.Span.IsEmpty)
        {
            _pieces.Add(Stream.Span.ToArray());
            if (Stream.Drop(thread, Stream.Span.Length).IsError)
                return Value.Error;
        }
        if (!Stream.IsAtEnd)
            return Value.Unbound;
        var all = new byte[_pieces.Sum(static piece => piece.Length)];
        var place = 0;
        foreach (var piece in _pieces)
        {
            piece.CopyTo(all, place);
            place += piece.Length;
        }
        return new PyBytes(all);
    }
}

/// <summary><c>readexactly(n)</c>.</summary>
internal sealed class PyReadExactly(PyStreamBuffer stream, long count) : PyStreamRequest(stream)
{
    private protected override string Caller => "readexactly";

    private protected override Value TryTake(VmThread thread)
    {
        if (Stream.Span.Length >= count)
            return Stream.Take(thread, count);
        return Stream.IsAtEnd ? FailIncomplete(thread, Value.Int(count)) : Value.Unbound;
    }
}

/// <summary><c>readuntil(separator)</c>.</summary>
internal class PyReadUntil(PyStreamBuffer stream, byte[] separator) : PyStreamRequest(stream)
{
    /// <summary>Up to here no separator begins.</summary>
    private int _searched;

    private protected override string Caller => "readuntil";

    private protected override Value TryTake(VmThread thread)
    {
        if (Stream.Span.Length - _searched >= separator.Length)
        {
            var found = Stream.Span[_searched..].IndexOf(separator);
            if (found >= 0)
            {
                found += _searched;
                return found > Stream.Limit
                    ? Overrun(thread, "Separator is found, but chunk is longer than limit", found, found + separator.Length)
                    : Stream.Take(thread, found + separator.Length);
            }
            // A part of the separator may stand at the end.
            _searched = Stream.Span.Length + 1 - separator.Length;
            if (_searched > Stream.Limit)
                return Overrun(thread, "Separator is not found, and chunk exceed the limit", _searched, Stream.Span.Length);
        }
        return Stream.IsAtEnd ? Incomplete(thread) : Value.Unbound;
    }

    private protected virtual Value Incomplete(VmThread thread) => FailIncomplete(thread, Value.None);

    /// <summary>What was wanted is longer than the limit.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="message">What the exception says.</param>
    /// <param name="consumed">The bytes that do not contain the separator.</param>
    /// <param name="useless">The bytes that a reader of lines throws away to go on.</param>
    private protected virtual Value Overrun(VmThread thread, string message, int consumed, int useless) =>
        StreamErrors.RaiseOverrun(thread, message, consumed);
}

/// <summary><c>readline()</c>: the last line may be without end, and a line that is too long is lost.</summary>
internal sealed class PyReadLine(PyStreamBuffer stream) : PyReadUntil(stream, [(byte)'\n'])
{
    private protected override Value Incomplete(VmThread thread) => Stream.Take(thread, Stream.Span.Length);

    private protected override Value Overrun(VmThread thread, string message, int consumed, int useless)
    {
        var overrun = base.Overrun(thread, message, consumed, useless);
        if (!thread.PendingIs(Runtime.Exceptions.ExceptionTypes.Exception))
            return overrun;
        var cause = thread.TakePending();
        if (Stream.Drop(thread, useless).IsError)
            return Value.Error;
        var error = PyException.Make(Runtime.Exceptions.ExceptionTypes.ValueError, Value.Str(message));
        error.Context = cause;
        return thread.Reraise(error);
    }
}
