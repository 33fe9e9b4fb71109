// memoryview.cast(): the same bytes as items of another format, between one dimension and several.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyMemoryView
{
    private const int MostDimensions = 64;

    /// <summary>Cast a memoryview to a new format or shape.</summary>
    [PyMethod("cast", Signature = "format, shape=<unrepresentable>")]
    internal Value Cast(VmThread thread, string format, Value shape)
    {
        if (!Check(thread))
            return Value.Error;
        if (!_layout.IsCContiguous)
            return thread.TypeError("memoryview: casts are restricted to C-contiguous views");
        if ((!shape.IsUnbound || _layout.Dimensions != 1) && _layout.Count == 0)
            return thread.TypeError("memoryview: cannot cast view with zeros in shape or strides");
        Value[]? lengths = null;
        if (!shape.IsUnbound)
        {
            lengths = shape.Ref switch { PyList list => list.Items[..list.Count], PyTuple tuple => tuple.Items, _ => null };
            if (lengths is null)
                return thread.TypeError("shape must be a list or a tuple");
            if (lengths.Length > MostDimensions)
                return thread.ValueError($"memoryview: number of dimensions must not exceed {MostDimensions}");
            if (_layout.Dimensions != 1 && lengths.Length != 1)
                return thread.TypeError("memoryview: cast must be 1D -> ND or ND -> 1D");
        }
        var size = BufferItems.SizeOf(format);
        if (size == 0)
        {
            return thread.ValueError(
                "memoryview: destination format must be a native single character format prefixed with an optional '@'");
        }
        if (!IsByteFormat(_format) && !IsByteFormat(format))
            return thread.TypeError("memoryview: cannot cast between two non-byte formats");
        var total = _layout.Count * _layout.ItemSize;
        if (total % size != 0)
            return thread.TypeError("memoryview: length is not a multiple of itemsize");
        if (lengths is null)
            return new PyMemoryView(_owner, _layout.Reshape([total / size], size), format, _isReadOnly);
        return TryShape(thread, lengths, total, size) is { } numbers
            ? new PyMemoryView(_owner, _layout.Reshape(numbers, size), format, _isReadOnly)
            : Value.Error;
    }

    private static bool IsByteFormat(string format) => format is "B" or "b" or "c" or "@B" or "@b" or "@c";

    private static int[]? TryShape(VmThread thread, Value[] lengths, int total, int size)
    {
        var numbers = new int[lengths.Length];
        long product = size;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!lengths[i].IsSmallInt && lengths[i].Ref is not PyInt)
            {
                thread.TypeError("memoryview.cast(): elements of shape must be integers");
                return null;
            }
            if (!Conversions.TryIndex64(thread, lengths[i], out var length))
                return null;
            if (length <= 0)
            {
                thread.ValueError("memoryview.cast(): elements of shape must be integers > 0");
                return null;
            }
            if (length > long.MaxValue / product)
            {
                thread.ValueError("memoryview.cast(): product(shape) > SSIZE_MAX");
                return null;
            }
            product *= length;
            numbers[i] = (int)Math.Min(length, int.MaxValue);
        }
        if (product == total)
            return numbers;
        thread.TypeError("memoryview: product(shape) * itemsize != buffer size");
        return null;
    }
}
