using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Time;

namespace PyCoro.Stdlib.Selecting;

/// <summary>This module supports asynchronous I/O on multiple file descriptors.</summary>
[PyModule("select", Types = [typeof(PyEpoll)])]
internal static partial class SelectModule
{
    private const short Readable = 0x001;
    private const short Urgent = 0x002;
    private const short Writable = 0x004;
    private const short Failed = 0x008;
    private const short HungUp = 0x010;
    private const short Invalid = 0x020;
    private const int BadDescriptor = 9;

    // As many descriptors fit into the set of select(2).
    private const int SetSize = 1024;

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        foreach (var (name, flag) in new (string, long)[]
        {
            ("POLLIN", Readable), ("POLLPRI", Urgent), ("POLLOUT", Writable), ("POLLERR", Failed), ("POLLHUP", HungUp), ("POLLNVAL", Invalid),
            ("POLLRDNORM", 0x040), ("POLLRDBAND", 0x080), ("POLLWRNORM", 0x100), ("POLLWRBAND", 0x200), ("POLLMSG", 0x400), ("POLLRDHUP", 0x2000),
            ("PIPE_BUF", 4096),
            ("EPOLLIN", Readable), ("EPOLLPRI", Urgent), ("EPOLLOUT", Writable), ("EPOLLERR", Failed), ("EPOLLHUP", HungUp),
            ("EPOLLRDNORM", 0x040), ("EPOLLRDBAND", 0x080), ("EPOLLWRNORM", 0x100), ("EPOLLWRBAND", 0x200), ("EPOLLMSG", 0x400),
            ("EPOLLRDHUP", 0x2000), ("EPOLLEXCLUSIVE", 1L << 28), ("EPOLLONESHOT", 1L << 30), ("EPOLLET", 1L << 31), ("EPOLL_CLOEXEC", 0x80000),
        })
        {
            module.Dict.SetStr(thread.Interpreter.Intern(name), Value.Int(flag));
        }
        module.Dict.SetStr(thread.Interpreter.Intern("error"), ExceptionTypes.OSError);
        return Value.None;
    }

    /// <summary>Returns a polling object.</summary>
    [PyFunction("poll")]
    private static PyPoll Poll() => new();

    /// <summary>Wait until one or more file descriptors are ready for some kind of I/O.</summary>
    [PyFunction("select", Signature = "rlist, wlist, xlist, timeout=None, /")]
    private static Value Select(VmThread thread, Value rlist, Value wlist, Value xlist, Value timeout)
    {
        if (!TryReadUntil(thread, timeout, negativeIsForever: false, out var until))
            return Value.Error;
        Value[][] groups = new Value[3][];
        short[] wanted = [Readable, Writable, Urgent];
        var entries = new List<PollEntry>();
        for (var i = 0; i < groups.Length; i++)
        {
            if (SequenceOf(thread, i == 0 ? rlist : i == 1 ? wlist : xlist) is not { } items)
                return Value.Error;
            // fileno() may change the list; what is there when its turn comes is asked.
            var asked = new List<Value>(items.Count);
            for (var place = 0; place < items.Count; place++)
            {
                asked.Add(items.Items[place]);
                if (!TryReadDescriptor(thread, asked[place], out var descriptor))
                    return Value.Error;
                if (descriptor >= SetSize)
                    return thread.ValueError("filedescriptor out of range in select()");
                entries.Add(new PollEntry { Descriptor = descriptor, Wanted = wanted[i] });
            }
            groups[i] = [.. asked];
        }
        var found = entries.ToArray();
        if (!Blocking.TryPoll(thread, found, until, out var count))
            return Value.Error;
        if (count < 0)
            return SystemErrors.Raise(thread, (int)-count);
        var results = new PyList[] { new(), new(), new() };
        var next = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            // What poll(2) reports unasked, a closed peer or an error, makes a descriptor ready to read or write.
            var ready = i < 2 ? wanted[i] | Failed | HungUp : wanted[i];
            foreach (var item in groups[i])
            {
                var entry = found[next++];
                if ((entry.Found & Invalid) != 0)
                    return SystemErrors.Raise(thread, BadDescriptor);
                if ((entry.Found & ready) != 0)
                    results[i].Append(item);
            }
        }
        return PyTuple.Of(results[0], results[1], results[2]);
    }

    /// <summary>A descriptor out of an int or an object with <c>fileno()</c>; false when it raised.</summary>
    internal static bool TryReadDescriptor(VmThread thread, Value value, out int descriptor)
    {
        descriptor = -1;
        var number = value;
        if (!value.IsSmallInt && value.Ref is not PyInt)
        {
            var method = Attributes.TryGet(thread, value, PyStr.Of("fileno"));
            if (method.IsError)
                return false;
            if (method.IsUnbound)
            {
                thread.TypeError("argument must be an int, or have a fileno() method.");
                return false;
            }
            number = thread.Call(method, [], null);
            if (number.IsError)
                return false;
            if (!number.IsSmallInt)
            {
                thread.TypeError("fileno() returned a non-integer");
                return false;
            }
        }
        if (!Conversions.TryIndex64(thread, number, out var wide))
            return false;
        descriptor = (int)wide;
        if (descriptor >= 0)
            return true;
        thread.ValueError($"file descriptor cannot be a negative integer ({descriptor})");
        return false;
    }

    /// <summary>When a wait is over, on the monotonic clock; 0 for one that does not wait. False when it raised.</summary>
    internal static bool TryReadUntil(VmThread thread, Value timeout, bool negativeIsForever, out long until, double unit = Seconds.Second)
    {
        until = Gil.Forever;
        if (timeout.IsUnbound || timeout.IsNone)
            return true;
        if (!Seconds.TryRead(thread, timeout, out var nanoseconds, unit))
        {
            if (thread.PendingIs(ExceptionTypes.TypeError))
                ReplaceError(thread, negativeIsForever ? "timeout must be an integer or None" : "timeout must be a float or None");
            return false;
        }
        if (nanoseconds < 0)
        {
            if (!negativeIsForever)
                thread.ValueError("timeout must be non-negative");
            return negativeIsForever;
        }
        until = nanoseconds == 0 ? 0 : thread.Interpreter.Options.Clock.MonotonicNanoseconds + nanoseconds;
        return true;
    }

    private static PyList? SequenceOf(VmThread thread, Value argument)
    {
        if (argument.Ref is PyList list)
            return list;
        if (Iteration.ToArray(thread, argument) is { } items)
            return new PyList(items);
        if (thread.PendingIs(ExceptionTypes.TypeError))
            ReplaceError(thread, "arguments 1-3 must be sequences");
        return null;
    }

    private static Value ReplaceError(VmThread thread, string text)
    {
        thread.TakePending();
        return thread.TypeError(text);
    }
}
