// What every transport has, native or written in Python: its extra information. It is native so that native transports can
// derive from it and be asyncio.Transport all the same; the abstract classes of Lib/asyncio/transports.py stand on it.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Transports;

/// <summary>The end of a connection (library reference: Transports and Protocols).</summary>
[PyType("TransportCore", Module = "_asyncio", Subclassable = true)]
internal partial class PyTransport : PyObject
{
    private static readonly PyStr GetName = PyStr.Constant("get");

    private Value _extra = Value.Unbound;

    internal PyTransport(Shape shape) : base(shape) { }

    [PyMethod("__init__", Signature = "extra=None")]
    private Value Init(Value extra)
    {
        SetExtra(extra);
        return Value.None;
    }

    /// <summary>Get optional information about the transport.</summary>
    [PyMethod("get_extra_info", Signature = "name, default=None")]
    private Value GetExtraInfo(VmThread thread, Value name, Value fallback)
    {
        if (fallback.IsUnbound)
            fallback = Value.None;
        if (_extra.Ref is not PyDict { IsExact: true } dict)
            return _extra.IsUnbound ? ExtraField(thread) : thread.CallMethod(_extra, GetName, name, fallback);
        var found = dict.Get(thread, name);
        return found.IsUnbound ? fallback : found;
    }

    [PyGetter("_extra")]
    private Value ExtraField(VmThread thread) =>
        _extra.IsUnbound ? thread.RaiseAttributeError($"'{Type.Name}' object has no attribute '_extra'", this, PyStr.Constant("_extra")) : _extra;

    [PySetter("_extra")]
    private Value SetExtraField(Value value)
    {
        _extra = value;
        return Value.None;
    }

    private protected void SetExtra(Value extra) => _extra = extra.IsUnbound || extra.IsNone ? new PyDict() : extra;
}
