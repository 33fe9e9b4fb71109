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

/// <summary>A polling object: descriptors and what is waited for on each (library reference: select, Polling Objects).</summary>
[PyType("poll", Module = "select")]
internal sealed partial class PyPoll : PyObject
{
    private const int FileNotFound = 2;
    private const short Everything = 0x001 | 0x002 | 0x004;

    private bool _isPolling;
    private readonly Dictionary<int, short> _wanted = [];

    internal PyPoll() : base(TypeObject.RootShape) { }

    /// <summary>Register a file descriptor with the polling object.</summary>
    [PyMethod("register", Signature = "fd, eventmask=7, /")]
    private Value Register(VmThread thread, Value fd, Value mask)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor) || !TryMask(thread, mask, out var wanted))
            return Value.Error;
        _wanted[descriptor] = wanted;
        return Value.None;
    }

    /// <summary>Modify an already registered file descriptor.</summary>
    [PyMethod("modify", Signature = "fd, eventmask, /")]
    private Value Modify(VmThread thread, Value fd, Value mask)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor) || !TryMask(thread, mask, out var wanted))
            return Value.Error;
        if (!_wanted.ContainsKey(descriptor))
            return SystemErrors.Raise(thread, FileNotFound);
        _wanted[descriptor] = wanted;
        return Value.None;
    }

    /// <summary>Remove a file descriptor being tracked by the polling object.</summary>
    [PyMethod("unregister", Signature = "fd, /")]
    private Value Unregister(VmThread thread, Value fd)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor))
            return Value.Error;
        return _wanted.Remove(descriptor) ? Value.None : thread.Raise(ExceptionTypes.KeyError, Value.Int(descriptor));
    }

    /// <summary>Polls the set of registered file descriptors.</summary>
    [PyMethod("poll", Signature = "timeout=None, /")]
    private Value Poll(VmThread thread, Value timeout)
    {
        if (!SelectModule.TryReadUntil(thread, timeout, negativeIsForever: true, out var until, Seconds.Millisecond))
            return Value.Error;
        if (_isPolling)
            return thread.RuntimeError("concurrent poll() invocation");
        var entries = new PollEntry[_wanted.Count];
        var next = 0;
        foreach (var (descriptor, wanted) in _wanted)
            entries[next++] = new PollEntry { Descriptor = descriptor, Wanted = wanted };
        _isPolling = true;
        var done = Blocking.TryPoll(thread, entries, until, out var found);
        _isPolling = false;
        if (!done)
            return Value.Error;
        if (found < 0)
            return SystemErrors.Raise(thread, (int)-found);
        var result = new PyList();
        foreach (var entry in entries)
        {
            if (entry.Found != 0)
                result.Append(PyTuple.Of(Value.Int(entry.Descriptor), Value.Int(entry.Found & 0xFFFF)));
        }
        return result;
    }

    private static bool TryMask(VmThread thread, Value mask, out short wanted)
    {
        var number = (long)Everything;
        wanted = 0;
        if (!mask.IsUnbound && !Conversions.TryIndex64(thread, mask, out number))
            return false;
        if (number is < 0 or > ushort.MaxValue)
        {
            _ = number < 0 ? thread.ValueError("value must be positive") : thread.OverflowError("Python int too large for C unsigned short");
            return false;
        }
        wanted = (short)number;
        return true;
    }
}
