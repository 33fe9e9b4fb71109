// range computes everything from three numbers. Nearly all ranges fit 64 bits and keep their length beside them; the others
// go through BigInteger, so that range(10**30) works as in CPython.

using System.Numerics;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>range(stop) -> range object
/// range(start, stop[, step]) -> range object
///
/// Return an object that produces a sequence of integers from start (inclusive)
/// to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.
/// start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.
/// These are exactly the valid indices for a list of 4 elements.
/// When step is given, it specifies the increment (or decrement).</summary>
[PyType("range")]
public sealed partial class PyRange : PyObject
{
    private const long TooLong = -1;

    // The number of items; TooLong when that, or one of the three numbers, does not fit.
    private readonly long _length;
    private readonly BigInteger _bigLength;

    internal PyRange(long start, long stop, long step) : this(Value.Int(start), Value.Int(stop), Value.Int(step)) { }

    internal PyRange(Value start, Value stop, Value step) : base(TypeObject.RootShape)
    {
        Start = start;
        Stop = stop;
        Step = step;
        if (start.IsSmallInt && stop.IsSmallInt && step.IsSmallInt)
        {
            // Differences of 64 bits fit 64 bits without a sign. (Methods with Int128 cannot be compiled ahead of time.)
            var (low, high) = step.Bits > 0 ? (start.Bits, stop.Bits) : (stop.Bits, start.Bits);
            var stride = step.Bits > 0 ? (ulong)step.Bits : unchecked(0UL - (ulong)step.Bits);
            var length = low >= high ? 0 : (unchecked((ulong)high - (ulong)low) - 1) / stride + 1;
            _length = length > long.MaxValue ? TooLong : (long)length;
            _bigLength = length;
        }
        else
        {
            start.TryGetBigInteger(out var a);
            stop.TryGetBigInteger(out var b);
            step.TryGetBigInteger(out var c);
            var distance = c.Sign > 0 ? b - a : a - b;
            _bigLength = distance.Sign <= 0 ? 0 : (distance - 1) / BigInteger.Abs(c) + 1;
            _length = TooLong;
        }
    }

    /// <summary><c>range.start</c>.</summary>
    [PyGetter("start", Member = true)]
    internal Value Start { get; }

    /// <summary><c>range.stop</c>.</summary>
    [PyGetter("stop", Member = true)]
    internal Value Stop { get; }

    /// <summary><c>range.step</c>.</summary>
    [PyGetter("step", Member = true)]
    internal Value Step { get; }

    [PyNew]
    internal static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args)
    {
        if (args.Length is 0 or > 3)
        {
            return args.Length == 0
                ? thread.TypeError("range expected at least 1 argument, got 0")
                : thread.TypeError($"range expected at most 3 arguments, got {args.Length}");
        }
        var start = args.Length == 1 ? Value.Int(0) : Conversions.Index(thread, args[0]);
        if (start.IsError)
            return start;
        var stop = Conversions.Index(thread, args[args.Length == 1 ? 0 : 1]);
        if (stop.IsError)
            return stop;
        var step = args.Length < 3 ? Value.Int(1) : Conversions.Index(thread, args[2]);
        if (step.IsError)
            return step;
        return step.IsSmallInt && step.Bits == 0 ? thread.ValueError("range() arg 3 must not be zero") : new PyRange(start, stop, step);
    }

    private BigInteger BigStart => Big(Start);

    private BigInteger BigStep => Big(Step);

    private static BigInteger Big(Value number) => number.TryGetBigInteger(out var big) ? big : default;

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    private Value Length(VmThread thread) => _bigLength <= long.MaxValue
        ? Value.Int(_bigLength)
        : thread.OverflowError("Python int too large to convert to C ssize_t");

    [PyMethod("__bool__")]
    private bool Truth() => !_bigLength.IsZero;

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal PyIterator Iter() => _length != TooLong && CanCount(Stop.Bits, Step.Bits)
        ? new PyRangeIterator(Start.Bits, Step.Bits, _length)
        : new PyLongRangeIterator(BigStart, BigStep, _bigLength);

    /// <summary>Return a reverse iterator.</summary>
    [PyMethod("__reversed__")]
    private PyIterator Reversed()
    {
        if (_length != TooLong && Step.Bits != long.MinValue && HasPrevious())
            return new PyRangeIterator(_length == 0 ? Start.Bits : Start.Bits + (_length - 1) * Step.Bits, -Step.Bits, _length);
        return new PyLongRangeIterator(BigStart + (_bigLength - 1) * BigStep, -BigStep, _bigLength);
    }

    /// <summary>Return self[key].</summary>
    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value key)
    {
        if (key.Ref is PySlice slice)
            return GetSlice(thread, slice);
        if (key.Ref is not (null or PyInt) && !key.Type.Has(Types.Special.Index))
            return thread.TypeError($"range indices must be integers or slices, not {key.Type.Name}");
        var number = Conversions.Index(thread, key);
        if (number.IsError)
            return number;
        if (number.IsSmallInt && _length != TooLong)
        {
            var index = number.Bits < 0 ? number.Bits + _length : number.Bits;
            return (ulong)index < (ulong)_length
                ? Value.Int(Start.Bits + index * Step.Bits)
                : thread.IndexError("range object index out of range");
        }
        var place = Big(number);
        if (place.Sign < 0)
            place += _bigLength;
        return place.Sign < 0 || place >= _bigLength
            ? thread.IndexError("range object index out of range")
            : Value.Int(BigStart + place * BigStep);
    }

    /// <summary>Return key in self.</summary>
    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value key)
    {
        if (key.Ref is null or PyBool || (key.Ref is PyInt && ReferenceEquals(key.Type, PyInt.TypeObject)))
            return Value.Bool(IndexOfInt(Big(key)).Sign >= 0);
        var index = Search(thread, key, countAll: false);
        return index.IsError ? index : Value.Bool(index.Bits >= 0);
    }

    /// <summary>rangeobject.count(value) -> integer -- return number of occurrences of value</summary>
    [PyMethod("count")]
    private Value CountOf(VmThread thread, Value value) =>
        value.Ref is null or PyBool || (value.Ref is PyInt && ReferenceEquals(value.Type, PyInt.TypeObject))
            ? Value.Int(IndexOfInt(Big(value)).Sign >= 0 ? 1 : 0)
            : Search(thread, value, countAll: true);

    /// <summary>rangeobject.index(value) -> integer -- return index of value.
    /// Raise ValueError if the value is not present.</summary>
    [PyMethod("index")]
    private Value Index(VmThread thread, Value value)
    {
        Value index;
        if (value.Ref is null or PyBool || (value.Ref is PyInt && ReferenceEquals(value.Type, PyInt.TypeObject)))
        {
            var place = IndexOfInt(Big(value));
            if (place.Sign >= 0)
                return Value.Int(place);
        }
        else
        {
            index = Search(thread, value, countAll: false);
            if (index.IsError || index.Bits >= 0)
                return index;
            return thread.ValueError("sequence.index(x): x not in sequence");
        }
        return Texts.Repr(thread, value) is { } repr ? thread.ValueError($"{repr.Text} is not in range") : Value.Error;
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string Repr() => Step.IsSmallInt && Step.Bits == 1
        ? $"range({Big(Start)}, {Big(Stop)})"
        : $"range({Big(Start)}, {Big(Stop)}, {Big(Step)})";

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private Value Eq(Value value) => value.Ref is PyRange other ? Value.Bool(SameItems(other)) : Value.NotImplemented;

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    private Value Ne(Value value) => value.Ref is PyRange other ? Value.Bool(!SameItems(other)) : Value.NotImplemented;

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    private Value Hash(VmThread thread) => PyTuple.Of(
        Value.Int(_bigLength),
        _bigLength.IsZero ? Value.None : Start,
        _bigLength <= 1 ? Value.None : Step).Hash(thread);

    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(TypeObject, PyTuple.Of(Start, Stop, Step));

    private bool SameItems(PyRange other)
    {
        if (_bigLength != other._bigLength)
            return false;
        if (_bigLength.IsZero)
            return true;
        return BigStart == other.BigStart && (_bigLength.IsOne || BigStep == other.BigStep);
    }

    private BigInteger IndexOfInt(BigInteger number)
    {
        var (index, rest) = BigInteger.DivRem(number - BigStart, BigStep);
        return rest.IsZero && index.Sign >= 0 && index < _bigLength ? index : BigInteger.MinusOne;
    }

    // Anything but an exact int may be equal to any item: ask each.
    private Value Search(VmThread thread, Value value, bool countAll)
    {
        var iterator = Iter();
        long count = 0;
        for (long i = 0; ; i++)
        {
            var item = iterator.Next(thread);
            if (item.IsUnbound)
                return Value.Int(countAll ? count : -1);
            if (!Comparison.TryEquals(thread, item, value, out var equal))
                return Value.Error;
            if (!equal)
                continue;
            if (!countAll)
                return Value.Int(i);
            count++;
        }
    }

    private Value GetSlice(VmThread thread, PySlice slice)
    {
        if (_length != TooLong)
        {
            if (!SliceBounds.Resolve(thread, slice, _length, out var from, out var to, out var by, out _))
                return Value.Error;
            Int128 start = Start.Bits, step = Step.Bits;
            return new PyRange(
                Wide(start + from * step), Wide(start + to * step), Wide(step * by));
        }
        var bounds = thread.CallMethod(slice, Indices, Value.Int(_bigLength));
        if (bounds.Ref is not PyTuple { Items: [var first, var last, var stride] })
            return Value.Error;
        return new PyRange(
            Value.Int(BigStart + Big(first) * BigStep), Value.Int(BigStart + Big(last) * BigStep), Value.Int(BigStep * Big(stride)));
    }

    private static readonly PyStr Indices = PyStr.Constant("indices");

    /// <summary>Does the number behind the last one fit 64 bits too? That decides of which type an iterator is.</summary>
    private static bool CanCount(long stop, long step) =>
        step > 0 ? stop <= long.MaxValue - (step - 1) : stop >= long.MinValue - (step + 1);

    /// <summary>Does the number before the first one fit?</summary>
    private bool HasPrevious()
    {
        var previous = unchecked(Start.Bits - Step.Bits);
        return ((Start.Bits ^ Step.Bits) & (Start.Bits ^ previous)) >= 0;
    }

    private static Value Wide(Int128 number) =>
        number >= long.MinValue && number <= long.MaxValue ? Value.Int((long)number) : Value.Int((BigInteger)number);
}

/// <summary>iter(range), when all numbers fit 64 bits. Its fields are open so that a loop can advance it in place.</summary>
[PyType("range_iterator")]
internal sealed partial class PyRangeIterator : PyIterator
{
    /// <summary>The next item, if <see cref="Remaining"/> is not 0.</summary>
    internal long Current;

    /// <summary>How many items are to come.</summary>
    internal long Remaining;

    // Items from the first to the last: for pickling.
    private readonly long _count;

    /// <summary>From one item to the next.</summary>
    internal readonly long Step;

    internal PyRangeIterator(long start, long step, long count) : base(TypeObject.RootShape)
    {
        Current = start;
        Step = step;
        Remaining = _count = count;
    }

    internal override Value Next(VmThread thread) => TryNext(out var item) ? Value.Int(item) : Value.Unbound;

    /// <summary>The next item without making a value of it; false at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryNext(out long item)
    {
        item = Current;
        if (Remaining <= 0)
            return false;
        Remaining--;
        // Beyond the last item it may overflow; nobody looks at it then.
        Current = unchecked(item + Step);
        return true;
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private long LengthHint() => Remaining;

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        // An end beyond 64 bits is cut to them: the last item lies before it.
        var end = (long)Int128.Clamp(First + (Int128)_count * Step, long.MinValue, long.MaxValue);
        var range = new PyRange(First, end, Step);
        return iter.IsError ? iter : PyTuple.Of(iter, PyTuple.Of(range), Value.Int(_count - Remaining));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(long state)
    {
        var index = Math.Clamp(state, 0, _count);
        Current = unchecked(First + index * Step);
        Remaining = _count - index;
    }

    private long First => unchecked(Current - (_count - Remaining) * Step);
}

/// <summary>iter(range), when a number does not fit 64 bits.</summary>
[PyType("longrange_iterator")]
internal sealed partial class PyLongRangeIterator : PyIterator
{
    private readonly BigInteger _start;
    private readonly BigInteger _step;
    private readonly BigInteger _count;
    private BigInteger _current;
    private BigInteger _remaining;

    internal PyLongRangeIterator(BigInteger start, BigInteger step, BigInteger count) : base(TypeObject.RootShape)
    {
        _current = _start = start;
        _step = step;
        _remaining = _count = count;
    }

    internal override Value Next(VmThread thread)
    {
        if (_remaining.Sign <= 0)
            return Value.Unbound;
        _remaining--;
        var item = _current;
        _current += _step;
        return Value.Int(item);
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private BigInteger LengthHint() => _remaining;

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        var range = new PyRange(Value.Int(_start), Value.Int(_start + _count * _step), Value.Int(_step));
        return iter.IsError ? iter : PyTuple.Of(iter, PyTuple.Of(range), Value.Int(_count - _remaining));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(BigInteger state)
    {
        var index = BigInteger.Min(BigInteger.Max(state, BigInteger.Zero), _count);
        _remaining = _count - index;
        _current = _start + index * _step;
    }
}
