using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Streams;

/// <summary>The native part of StreamWriter: it passes on to its transport.</summary>
[PyType("StreamOutlet", Module = "_asyncio", Subclassable = true, HasDict = true)]
internal sealed partial class PyStreamOutlet : PyObject
{
    private static readonly PyStr WriteName = PyStr.Constant("write");
    private static readonly PyStr WriteLinesName = PyStr.Constant("writelines");
    private static readonly PyStr WriteEndName = PyStr.Constant("write_eof");
    private static readonly PyStr CanWriteEndName = PyStr.Constant("can_write_eof");
    private static readonly PyStr CloseName = PyStr.Constant("close");
    private static readonly PyStr IsClosingName = PyStr.Constant("is_closing");
    private static readonly PyStr GetExtraInfoName = PyStr.Constant("get_extra_info");

    private Value _transport = Value.None;

    internal PyStreamOutlet(Shape shape) : base(shape) { }

    /// <summary>The transport underneath.</summary>
    [PyGetter("transport")]
    private Value GetTransport() => _transport;

    [PyGetter("_transport")]
    private Value GetTransportField() => _transport;

    [PySetter("_transport")]
    private Value SetTransport(Value value)
    {
        _transport = value.IsUnbound ? Value.None : value;
        return Value.None;
    }

    /// <summary>Send bytes, or buffer them to be sent; follow it by `await drain()`.</summary>
    [PyMethod("write")]
    private Value Write(VmThread thread, Value data) => thread.CallMethod(_transport, WriteName, data).IsError ? Value.Error : Value.None;

    /// <summary>Send several pieces as if they were one.</summary>
    [PyMethod("writelines")]
    private Value WriteLines(VmThread thread, Value data) => thread.CallMethod(_transport, WriteLinesName, data).IsError ? Value.Error : Value.None;

    /// <summary>Tell the other end that no more will come.</summary>
    [PyMethod("write_eof")]
    private Value WriteEnd(VmThread thread) => thread.CallMethod(_transport, WriteEndName);

    /// <summary>Tell whether write_eof() works here.</summary>
    [PyMethod("can_write_eof")]
    private Value CanWriteEnd(VmThread thread) => thread.CallMethod(_transport, CanWriteEndName);

    /// <summary>Close the connection when what is buffered has been sent; follow it by `await wait_closed()`.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread) => thread.CallMethod(_transport, CloseName);

    /// <summary>Tell whether the connection is closed or closing.</summary>
    [PyMethod("is_closing")]
    private Value IsClosing(VmThread thread) => thread.CallMethod(_transport, IsClosingName);

    /// <summary>Get optional information about the transport.</summary>
    [PyMethod("get_extra_info", Signature = "name, default=None")]
    private Value GetExtraInfo(VmThread thread, Value name, Value @default) =>
        thread.CallMethod(_transport, GetExtraInfoName, name, @default.IsUnbound ? Value.None : @default);
}
