using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>slice(stop)
/// slice(start, stop[, step])
///
/// Create a slice object.  This is used for extended slicing (e.g. a[0:10:2]).</summary>
[PyType("slice")]
public sealed partial class PySlice : PyObject
{
    /// <summary>A slice of three values, None for an omitted one.</summary>
    internal PySlice(Value start, Value stop, Value step) : base(TypeObject.RootShape)
    {
        Start = start;
        Stop = stop;
        Step = step;
    }

    /// <summary><c>slice.start</c>.</summary>
    [PyGetter("start", Member = true)]
    internal Value Start { get; }

    /// <summary><c>slice.stop</c>.</summary>
    [PyGetter("stop", Member = true)]
    internal Value Stop { get; }

    /// <summary><c>slice.step</c>.</summary>
    [PyGetter("step", Member = true)]
    internal Value Step { get; }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args) => args.Length switch
    {
        0 => thread.TypeError("slice expected at least 1 argument, got 0"),
        1 => new PySlice(Value.None, args[0], Value.None),
        2 => new PySlice(args[0], args[1], Value.None),
        3 => new PySlice(args[0], args[1], args[2]),
        _ => thread.TypeError($"slice expected at most 3 arguments, got {args.Length}"),
    };

    /// <summary>S.indices(len) -> (start, stop, stride)
    ///
    /// Assuming a sequence of length len, calculate the start and stop
    /// indices, and the stride length of the extended slice described by
    /// S. Out of bounds indices are clipped in a manner consistent with the
    /// handling of normal slices.</summary>
    [PyMethod("indices")]
    private Value Indices(VmThread thread, Value length)
    {
        var index = Conversions.Index(thread, length);
        if (index.IsError)
            return index;
        index.TryGetBigInteger(out var size);
        if (size.Sign < 0)
            return thread.ValueError("length should not be negative");
        var step = BigInteger.One;
        if (!Step.IsNone && !TryBound(thread, Step, out step))
            return Value.Error;
        if (step.IsZero)
            return thread.ValueError("slice step cannot be zero");
        var lowest = step.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero;
        var highest = step.Sign < 0 ? size - 1 : size;
        var start = step.Sign < 0 ? highest : lowest;
        var stop = step.Sign < 0 ? lowest : highest;
        if (!Start.IsNone && !TryPlace(thread, Start, size, lowest, highest, out start))
            return Value.Error;
        if (!Stop.IsNone && !TryPlace(thread, Stop, size, lowest, highest, out stop))
            return Value.Error;
        return PyTuple.Of(Value.Int(start), Value.Int(stop), Value.Int(step));
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (Texts.Repr(thread, Start) is not { } start || Texts.Repr(thread, Stop) is not { } stop
            || Texts.Repr(thread, Step) is not { } step)
            return Value.Error;
        return Value.Str($"slice({start.Text}, {stop.Text}, {step.Text})");
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(TypeObject, PyTuple.Of(Start, Stop, Step));

    [PyComparison]
    private Value CompareTo(VmThread thread, CompareOperation operation, Value other) => other.Ref is not PySlice slice
        ? Value.NotImplemented
        : Sequences.Compare(thread, operation, new ArrayItems([Start, Stop, Step]), new ArrayItems([slice.Start, slice.Stop, slice.Step]));

    private static bool TryPlace(VmThread thread, Value value, BigInteger size, BigInteger lowest, BigInteger highest, out BigInteger place)
    {
        if (!TryBound(thread, value, out place))
            return false;
        if (place.Sign < 0)
            place = BigInteger.Max(place + size, lowest);
        else
            place = BigInteger.Min(place, highest);
        return true;
    }

    private static bool TryBound(VmThread thread, Value value, out BigInteger bound)
    {
        bound = default;
        if (value.Ref is not (null or PyInt) && !value.Type.Has(Special.Index))
        {
            thread.TypeError("slice indices must be integers or None or have an __index__ method");
            return false;
        }
        var index = Conversions.Index(thread, value);
        return !index.IsError && index.TryGetBigInteger(out bound);
    }
}
