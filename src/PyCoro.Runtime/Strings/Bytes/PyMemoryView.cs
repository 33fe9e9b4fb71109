// memoryview: items of another object's bytes without a copy. CPython forbids a bytearray to change its size as long as a
// view exists, and sees a view go when its last reference does; that cannot be seen here, so only a view used in a `with`
// statement holds the size until its end.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Create a new memoryview object which references the given object.</summary>
[PyType("memoryview")]
public sealed partial class PyMemoryView : PyObject, IBuffer
{
    private const string Released = "operation forbidden on released memoryview object";

    private readonly PyObject _owner;
    private readonly ViewLayout _layout;
    private readonly string _format;
    private readonly bool _isReadOnly;
    private bool _isReleased;
    private int _entered;

    private PyMemoryView(PyObject owner, ViewLayout layout, string format, bool isReadOnly) : base(TypeObject.RootShape)
    {
        _owner = owner;
        _layout = layout;
        _format = format;
        _isReadOnly = isReadOnly;
    }

    bool IBuffer.IsReadOnly => _isReadOnly;

    string IBuffer.Format => _format;

    int IBuffer.ItemSize => _layout.ItemSize;

    Span<byte> IBuffer.Memory =>
        !IsUsable ? default : _layout.IsCContiguous ? _layout.Stretch(Memory) : _layout.Copy(Memory);

    /// <summary>Do the items lie side by side?</summary>
    internal bool IsContiguous => _layout.IsCContiguous;

    /// <summary>Was it released, or has its owner become too short for it?</summary>
    internal bool IsUsable => !_isReleased && _layout.End <= Memory.Length;

    private Span<byte> Memory => ((IBuffer)_owner).Memory;

    [PyNew(Signature = "object")]
    internal static Value New(VmThread thread, PyType type, Value @object)
    {
        if (@object.Ref is PyMemoryView { _isReleased: true })
            return thread.ValueError(Released);
        if (@object.Ref is PyPickleBuffer { View: null })
            return thread.ValueError(PyPickleBuffer.Released);
        return Of(@object) is { } view
            ? view
            : thread.TypeError($"memoryview: a bytes-like object is required, not '{@object.Type.QualifiedNativeName}'");
    }

    /// <summary>The underlying object of the memoryview.</summary>
    [PyGetter("obj")]
    internal Value Owner(VmThread thread) => Check(thread) ? _owner : Value.Error;

    /// <summary>The amount of space in bytes that the array would use in a contiguous representation.</summary>
    [PyGetter("nbytes")]
    internal Value ByteCount(VmThread thread) => Check(thread) ? Value.Int((long)_layout.Count * _layout.ItemSize) : Value.Error;

    /// <summary>A bool indicating whether the memory is read only.</summary>
    [PyGetter("readonly")]
    internal Value ReadOnly(VmThread thread) => Check(thread) ? Value.Bool(_isReadOnly) : Value.Error;

    /// <summary>The format of an item, in struct module style.</summary>
    [PyGetter("format")]
    internal Value Format(VmThread thread) => Check(thread) ? Value.Str(_format) : Value.Error;

    /// <summary>The size in bytes of each element of the memoryview.</summary>
    [PyGetter("itemsize")]
    internal Value ItemSize(VmThread thread) => Check(thread) ? Value.Int(_layout.ItemSize) : Value.Error;

    /// <summary>The number of dimensions.</summary>
    [PyGetter("ndim")]
    internal Value Dimensions(VmThread thread) => Check(thread) ? Value.Int(_layout.Dimensions) : Value.Error;

    /// <summary>A tuple of the lengths of the dimensions.</summary>
    [PyGetter("shape")]
    internal Value GetShape(VmThread thread) => Check(thread) ? Tuple(_layout.Shape) : Value.Error;

    /// <summary>A tuple of the distances in bytes between elements of each dimension.</summary>
    [PyGetter("strides")]
    internal Value Strides(VmThread thread) => Check(thread) ? Tuple(_layout.Strides) : Value.Error;

    /// <summary>A tuple of integers used internally for PIL-style arrays.</summary>
    [PyGetter("suboffsets")]
    internal Value SubOffsets(VmThread thread) => Check(thread) ? PyTuple.Empty : Value.Error;

    /// <summary>A bool indicating whether the memory is C contiguous.</summary>
    [PyGetter("c_contiguous")]
    internal Value CContiguous(VmThread thread) => Check(thread) ? Value.Bool(_layout.IsCContiguous) : Value.Error;

    /// <summary>A bool indicating whether the memory is Fortran contiguous.</summary>
    [PyGetter("f_contiguous")]
    internal Value FortranContiguous(VmThread thread) => Check(thread) ? Value.Bool(_layout.IsFortranContiguous) : Value.Error;

    /// <summary>A bool indicating whether the memory is contiguous.</summary>
    [PyGetter("contiguous")]
    internal Value Contiguous(VmThread thread) =>
        Check(thread) ? Value.Bool(_layout.IsCContiguous || _layout.IsFortranContiguous) : Value.Error;

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread) =>
        Value.Str($"<{(_isReleased ? "released " : "")}memory at 0x{thread.Interpreter.Identities.Of(this):x}>");

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    internal Value Hash(VmThread thread)
    {
        if (!Check(thread))
            return Value.Error;
        if (!_isReadOnly)
            return thread.ValueError("cannot hash writable memoryview object");
        if (!IsByteFormat(_format))
            return thread.ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        return Hashing.TryHash(thread, _owner, out _) ? Value.Int(new PyBytes(_layout.Copy(Memory)).Hash()) : Value.Error;
    }

    /// <summary>Return the data in the buffer as bytes, in the order of C ('C'), of Fortran ('F') or as it lies ('A').</summary>
    [PyMethod("tobytes", Signature = "order='C'")]
    internal Value ToBytes(VmThread thread, string? order = "C")
    {
        if (!Check(thread))
            return Value.Error;
        if (order is not (null or "C" or "F" or "A"))
            return thread.ValueError("order must be 'C', 'F' or 'A'");
        var inFortranOrder = order == "F" || order == "A" && _layout.IsFortranContiguous && !_layout.IsCContiguous;
        return new PyBytes(_layout.Copy(Memory, inFortranOrder));
    }

    /// <summary>Return the data in the buffer as a string of hexadecimal numbers.</summary>
    [PyMethod("hex", Signature = "sep=<unrepresentable>, bytes_per_sep=1")]
    internal Value Hex(VmThread thread, Value sep, int bytes_per_sep = 1) =>
        Check(thread) ? HexText.Make(thread, _layout.Copy(Memory), sep, bytes_per_sep) : Value.Error;

    /// <summary>Return a readonly version of the memoryview.</summary>
    [PyMethod("toreadonly")]
    internal Value ToReadOnly(VmThread thread) =>
        Check(thread) ? new PyMemoryView(_owner, _layout, _format, true) : Value.Error;

    /// <summary>Release the underlying buffer exposed by the memoryview object.</summary>
    [PyMethod("release")]
    internal void Release()
    {
        _isReleased = true;
        for (; _entered > 0; _entered--)
            ((IBuffer)_owner).RemoveExport();
    }

    [PyMethod("__enter__")]
    internal Value Enter(VmThread thread)
    {
        if (!Check(thread))
            return Value.Error;
        _entered++;
        ((IBuffer)_owner).AddExport();
        return this;
    }

    [PyMethod("__exit__")]
    internal Value Exit(VmThread thread, ReadOnlySpan<Value> args)
    {
        Release();
        return Value.None;
    }

    void IBuffer.AddExport() => ((IBuffer)_owner).AddExport();

    void IBuffer.RemoveExport() => ((IBuffer)_owner).RemoveExport();

    /// <summary>ValueError and false when it was released or its owner has become too short for it.</summary>
    internal bool Check(VmThread thread)
    {
        if (IsUsable)
            return true;
        thread.ValueError(_isReleased ? Released : "memoryview: the underlying object was resized");
        return false;
    }

    /// <summary>The same bytes, side by side as they must be, without their format and dimensions.</summary>
    internal PyMemoryView Flattened() =>
        new(_owner, _layout.Reshape([_layout.Count * _layout.ItemSize], 1), "B", _isReadOnly);

    /// <summary>A view of any bytes-like object; null for others.</summary>
    internal static PyMemoryView? Of(Value value)
    {
        if (value.Ref is PyMemoryView view)
            return new PyMemoryView(view._owner, view._layout, view._format, view._isReadOnly);
        if (value.Ref is PyPickleBuffer { View: { } pickled })
            return Of(pickled);
        if (value.Ref is not IBuffer buffer)
            return null;
        var size = buffer.ItemSize;
        return new PyMemoryView(value.Ref, ViewLayout.Flat(buffer.Memory.Length / size, size), buffer.Format, buffer.IsReadOnly);
    }

    private static Value Tuple(int[] numbers) => new PyTuple([.. numbers.Select(static number => Value.Int(number))]);
}
