using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Structs;

/// <summary>The records of a buffer, one after the other.</summary>
[PyType("unpack_iterator", Module = "_struct")]
internal sealed partial class PyUnpackIterator(StructFormat format, Value buffer) : PyIterator(TypeObject.RootShape)
{
    private long _place;

    internal override Value Next(VmThread thread)
    {
        if (!Buffers.Require(thread, buffer, out var bytes))
            return Value.Error;
        if (bytes.Length - _place < format.Size)
            return Value.Unbound;
        var record = format.Unpack(bytes.Slice((int)_place, (int)format.Size));
        _place += format.Size;
        return record;
    }

    /// <summary>How many records are left.</summary>
    [PyMethod("__length_hint__")]
    private long LengthHint() => Buffers.TryRead(buffer, out var bytes) ? (bytes.Length - _place) / format.Size : 0;
}
