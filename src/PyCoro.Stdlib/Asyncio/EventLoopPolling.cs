// The usual selector, looked into: its epoll is waited for here, and for each descriptor that has something the handles are
// taken out of the selector's own table of keys. Thousands of events a second so cost no Python code; what is registered,
// and by whom, is the selector's business as ever.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Selecting;

namespace PyCoro.Stdlib.Asyncio;

internal sealed partial class PyEventLoop
{
    // As in the module selectors.
    private const long ReadEvent = 1;
    private const long WriteEvent = 2;

    // As in the module select.
    private const uint EpollIn = 0x001;
    private const uint EpollOut = 0x004;

    private static readonly PyStr AddCallbackName = PyStr.Constant("_add_callback");
    private static readonly PyStr CancelledName = PyStr.Constant("_cancelled");
    private static readonly PyStr RemoveReaderName = PyStr.Constant("_remove_reader");
    private static readonly PyStr RemoveWriterName = PyStr.Constant("_remove_writer");

    private PyEpoll? _epoll;
    private PyDict _keys = null!;
    private EpollEvents _found = new(16);
    private Value _usualProcessEvents = Value.Unbound;
    private byte[] _received = [];

    /// <summary>Room for bytes that are copied from there before anybody else asks for it.</summary>
    internal Span<byte> RoomToReceive(int size)
    {
        if (_received.Length < size)
            _received = new byte[size];
        return _received.AsSpan(0, size);
    }

    /// <summary>The selector is the usual one, of this epoll and this table of keys: no need to ask it, as long as the loop's
    /// _process_events() is the one that is given.</summary>
    [PyMethod("_look_into_selector")]
    private Value LookIntoSelector(PyEpoll epoll, PyDict keys, Value processEvents)
    {
        (_epoll, _keys, _usualProcessEvents) = (epoll, keys, processEvents);
        _checkedShape = null;
        return Value.None;
    }

    /// <summary>Make the handles ready that a selector's key has for the events.</summary>
    [PyMethod("_add_ready_events")]
    private Value AddReadyEvents(VmThread thread, Value fileobj, long events, Value reader, Value writer)
    {
        if ((events & ReadEvent) != 0 && !reader.IsNone && AddReadyOrForget(thread, reader, RemoveReaderName, fileobj).IsError)
            return Value.Error;
        return (events & WriteEvent) != 0 && !writer.IsNone ? AddReadyOrForget(thread, writer, RemoveWriterName, fileobj) : Value.None;
    }

    private Value AddReadyOrForget(VmThread thread, Value handle, PyStr remove, Value fileobj)
    {
        if (handle.Ref is PyHandle { IsCancelled: false } native)
        {
            AddReady(native);
            return Value.None;
        }
        var cancelled = Attributes.Get(thread, handle, CancelledName);
        if (cancelled.IsError || !Truth.TryTest(thread, cancelled, out var isCancelled))
            return Value.Error;
        var result = isCancelled ? thread.CallMethod(this, remove, fileobj) : thread.CallMethod(this, AddCallbackName, handle);
        return result.IsError ? result : Value.None;
    }

    private bool MayLookInto(Value selector) =>
        !_hasOwnProcessEvents && selector.Is(_selector) && InstanceAttributes.Get(selector.Ref!, SelectName).IsUnbound;

    /// <summary>Waits for what the loop has to do next, and puts it into the ready queue.</summary>
    private Value Poll(VmThread thread, PyEpoll epoll)
    {
        if (_found.Capacity < _keys.Count)
            _found = new EpollEvents(_keys.Count * 2);
        int count;
        if (_ready.Count > 0 || _stopping)
        {
            if (!epoll.TryWait(thread, _found, 0, out count))
                return Value.Error;
        }
        else
        {
            _waiting = thread;
            var waited = TryPollUntilDue(thread, epoll, out count);
            _waiting = null;
            if (!waited)
                return Value.Error;
        }
        for (var i = 0; i < count; i++)
        {
            if (AddReadyEvents(thread, _found.DescriptorAt(i), _found.FlagsAt(i)).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    private bool TryPollUntilDue(VmThread thread, PyEpoll epoll, out int count)
    {
        var clock = thread.Interpreter.Options.Clock;
        if (_timers.Count == 0)
            return epoll.TryWait(thread, _found, Gil.Forever, out count);
        count = 0;
        if (!TrySecondsLeft(thread, out var seconds))
            return false;
        if (seconds <= 0)
            return epoll.TryWait(thread, _found, 0, out count);
        return epoll.TryWait(thread, _found, clock.MonotonicNanoseconds + (long)System.Math.Ceiling(seconds * 1e9) + 1, out count);
    }

    /// <summary>An error or a hang-up makes a descriptor ready for all that is asked of it.</summary>
    private Value AddReadyEvents(VmThread thread, int descriptor, uint flags)
    {
        var known = _keys.Get(thread, Value.Int(descriptor));
        // SelectorKey(fileobj, fd, events, data)
        if (known.Ref is not PyTuple { Items: [var fileobj, _, var wanted, var data] })
            return known.IsError ? known : Value.None;
        var events = ((flags & ~EpollIn) != 0 ? WriteEvent : 0) | ((flags & ~EpollOut) != 0 ? ReadEvent : 0);
        if (wanted.IsSmallInt && data.Ref is PyTuple { Items: [var reader, var writer] })
            return AddReadyEvents(thread, fileobj, events & wanted.Bits, reader, writer);
        var pair = PyTuple.Of(known, Value.Int(events));
        return thread.CallMethod(this, ProcessEventsName, new PyList([pair]));
    }
}
