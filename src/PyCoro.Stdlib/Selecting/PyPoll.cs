using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Selecting;

/// <summary>A polling object: descriptors and what is waited for on each (library reference: select, Polling Objects).</summary>
[PyType("poll", Module = "select")]
internal sealed partial class PyPoll : PyObject
{
    private const int FileNotFound = 2;
    private const short Everything = 0x001 | 0x002 | 0x004;

    private readonly Dictionary<int, short> _wanted = [];

    internal PyPoll() : base(TypeObject.RootShape) { }

    /// <summary>Register a file descriptor with the polling object.</summary>
    [PyMethod("register", Signature = "fd, eventmask=7, /")]
    private Value Register(VmThread thread, Value fd, int mask = Everything)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor))
            return Value.Error;
        _wanted[descriptor] = (short)mask;
        return Value.None;
    }

    /// <summary>Modify an already registered file descriptor.</summary>
    [PyMethod("modify", Signature = "fd, eventmask, /")]
    private Value Modify(VmThread thread, Value fd, int mask)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor))
            return Value.Error;
        if (!_wanted.ContainsKey(descriptor))
            return SystemErrors.Raise(thread, FileNotFound);
        _wanted[descriptor] = (short)mask;
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
        if (!SelectModule.TryReadTimeout(thread, timeout, isSeconds: false, out var milliseconds))
            return Value.Error;
        var entries = new PollEntry[_wanted.Count];
        var next = 0;
        foreach (var (descriptor, wanted) in _wanted)
            entries[next++] = new PollEntry { Descriptor = descriptor, Wanted = wanted };
        if (SelectModule.Wait(thread, entries, milliseconds) is { IsError: true } error)
            return error;
        var result = new PyList();
        foreach (var entry in entries)
        {
            if (entry.Found != 0)
                result.Append(PyTuple.Of(Value.Int(entry.Descriptor), Value.Int(entry.Found & 0xFFFF)));
        }
        return result;
    }
}
