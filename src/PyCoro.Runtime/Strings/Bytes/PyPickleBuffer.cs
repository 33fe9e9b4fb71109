// Bytes that pickle may hand over beside the pickle (PEP 574): a view of another object's bytes that only says "take mine
// as they are". It has no items of its own; memoryview(buffer) sees the memory as its owner lays it out.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Wrapper for potentially out-of-band buffers</summary>
[PyType("PickleBuffer", Module = "pickle")]
internal sealed partial class PyPickleBuffer : PyObject, IBuffer
{
    internal const string Released = "operation forbidden on released PickleBuffer object";

    private PyPickleBuffer(PyMemoryView view) : base(TypeObject.RootShape) => View = view;

    /// <summary>The memory; null when it was released.</summary>
    internal PyMemoryView? View { get; private set; }

    private IBuffer? Memory => View;

    Span<byte> IBuffer.Memory => Memory is { } memory ? memory.Memory : default;

    bool IBuffer.IsReadOnly => Memory is not { IsReadOnly: false };

    string IBuffer.Format => Memory?.Format ?? "B";

    int IBuffer.ItemSize => Memory?.ItemSize ?? 1;

    void IBuffer.AddExport() => Memory?.AddExport();

    void IBuffer.RemoveExport() => Memory?.RemoveExport();

    [PyNew]
    private static Value New(VmThread thread, PyType type, Value @object)
    {
        if (@object.Ref is not IBuffer)
            return thread.TypeError($"a bytes-like object is required, not '{@object.Type.QualifiedNativeName}'");
        var view = PyMemoryView.New(thread, PyMemoryView.TypeObject, @object);
        return view.Ref is PyMemoryView memory ? new PyPickleBuffer(memory) : view;
    }

    /// <summary>Return a memoryview of the raw memory underlying this buffer.
    ///
    /// Will raise BufferError is the buffer isn't contiguous.</summary>
    [PyMethod("raw")]
    private Value Raw(VmThread thread)
    {
        if (View is not { } view)
            return thread.ValueError(Released);
        return view.IsContiguous
            ? view.Flattened()
            : thread.Raise(ExceptionTypes.BufferError, "cannot extract raw buffer from non-contiguous buffer");
    }

    /// <summary>Release the underlying buffer exposed by the PickleBuffer object.</summary>
    [PyMethod("release")]
    private void Release() => View = null;
}
