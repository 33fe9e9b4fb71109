// deque as a ring: both ends are O(1), and so is every index.

using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Collections;

/// <summary>deque([iterable[, maxlen]]) --> deque object
///
/// A list-like sequence optimized for data accesses near its endpoints.</summary>
[PyType("deque", Module = "collections", Subclassable = true)]
internal sealed partial class PyDeque : PyObject
{
    private const int Unbounded = -1;

    private Value[] _ring = new Value[8];
    private int _head;
    private int _count;
    private long _maxLength = Unbounded;

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        for (var i = 0; i < _count; i++)
            visit(At(i));
    }

    internal PyDeque(Shape shape) : base(shape) { }

    /// <summary><c>len(self)</c>.</summary>
    internal int Count => _count;

    /// <summary>Changes with every change of the items; iterators watch it.</summary>
    internal int Version { get; private set; }

    /// <summary>maximum size of a deque or None if unbounded</summary>
    [PyGetter("maxlen")]
    private Value MaxLength => _maxLength == Unbounded ? Value.None : Value.Int(_maxLength);

    /// <summary>The item at a valid index.</summary>
    internal ref Value At(int index) => ref _ring[(_head + index) & (_ring.Length - 1)];

    [PyMethod("__init__", Signature = "iterable=(), maxlen=None")]
    private Value Init(VmThread thread, Value iterable, Value maxlen)
    {
        _maxLength = Unbounded;
        if (!maxlen.IsUnbound && !maxlen.IsNone)
        {
            if (maxlen.Ref is not (null or PyInt))
                return thread.TypeError("an integer is required");
            if (!Conversions.TryIndex64(thread, maxlen, out _maxLength))
                return Value.Error;
            if (_maxLength < 0)
            {
                _maxLength = Unbounded;
                return thread.ValueError("maxlen must be non-negative");
            }
        }
        Clear();
        return iterable.IsUnbound ? Value.None : Extend(thread, iterable);
    }

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    /// <summary>Add an element to the right side of the deque.</summary>
    [PyMethod("append")]
    internal void Append(Value item)
    {
        Version++;
        if (_maxLength == 0)
            return;
        if (_count == _maxLength)
            TakeLeft();
        if (_count == _ring.Length)
            Grow();
        _count++;
        At(_count - 1) = item;
    }

    /// <summary>Add an element to the left side of the deque.</summary>
    [PyMethod("appendleft")]
    private void AppendLeft(Value item)
    {
        Version++;
        if (_maxLength == 0)
            return;
        if (_count == _maxLength)
            TakeRight();
        if (_count == _ring.Length)
            Grow();
        _head = (_head - 1) & (_ring.Length - 1);
        _count++;
        At(0) = item;
    }

    /// <summary>Remove all elements from the deque.</summary>
    [PyMethod("clear")]
    private void Clear()
    {
        _ring = new Value[8];
        _head = _count = 0;
        Version++;
    }

    /// <summary>Return a shallow copy of a deque.</summary>
    [PyMethod("copy")]
    [PyMethod("__copy__")]
    private Value Copy(VmThread thread)
    {
        if (!ReferenceEquals(Type, TypeObject))
            return _maxLength == Unbounded ? thread.Call(Type, this) : thread.Call(Type, this, Value.Int(_maxLength));
        var copy = new PyDeque(Shape) { _maxLength = _maxLength };
        for (var i = 0; i < _count; i++)
            copy.Append(At(i));
        return copy;
    }

    /// <summary>D.count(value) -> integer -- return number of occurrences of value</summary>
    [PyMethod("count")]
    private Value CountOf(VmThread thread, Value value)
    {
        var version = Version;
        long count = 0;
        for (var i = 0; i < _count; i++)
        {
            if (!Comparison.TryEquals(thread, At(i), value, out var equal))
                return Value.Error;
            if (version != Version)
                return thread.RuntimeError("deque mutated during iteration");
            count += equal ? 1 : 0;
        }
        return Value.Int(count);
    }

    /// <summary>Extend the right side of the deque with elements from the iterable</summary>
    [PyMethod("extend")]
    private Value Extend(VmThread thread, Value iterable) => ForEach(thread, iterable, static (deque, item) => deque.Append(item));

    /// <summary>Extend the left side of the deque with elements from the iterable</summary>
    [PyMethod("extendleft")]
    private Value ExtendLeft(VmThread thread, Value iterable) => ForEach(thread, iterable, static (deque, item) => deque.AppendLeft(item));

    /// <summary>D.index(value, [start, [stop]]) -> integer -- return first index of value.
    /// Raises ValueError if the value is not present.</summary>
    [PyMethod("index", Signature = "value, start=0, stop=9223372036854775807, /")]
    private Value Index(VmThread thread, Value value, Value start, Value stop)
    {
        if (!Sequences.TryBounds(thread, start, stop, _count, out var from, out var to))
            return Value.Error;
        var version = Version;
        for (var i = from; i < _count && i < to; i++)
        {
            if (!Comparison.TryEquals(thread, At((int)i), value, out var equal))
                return Value.Error;
            if (version != Version)
                return thread.RuntimeError("deque mutated during iteration");
            if (equal)
                return Value.Int(i);
        }
        return Texts.Repr(thread, value) is { } repr ? thread.ValueError($"{repr.Text} is not in deque") : Value.Error;
    }

    /// <summary>D.insert(index, object) -- insert object before index</summary>
    [PyMethod("insert")]
    private Value Insert(VmThread thread, long index, Value value)
    {
        if (_count == _maxLength)
            return thread.IndexError("deque already at its maximum size");
        if (index < 0)
            index = System.Math.Max(0, index + _count);
        index = System.Math.Min(index, _count);
        Append(value);
        for (var i = _count - 1; i > index; i--)
            At(i) = At(i - 1);
        At((int)index) = value;
        return Value.None;
    }

    /// <summary>Remove and return the rightmost element.</summary>
    [PyMethod("pop")]
    private Value Pop(VmThread thread) => _count == 0 ? thread.IndexError("pop from an empty deque") : TakeRight();

    /// <summary>Remove and return the leftmost element.</summary>
    [PyMethod("popleft")]
    internal Value PopLeft(VmThread thread) => _count == 0 ? thread.IndexError("pop from an empty deque") : TakeLeft();

    /// <summary>D.remove(value) -- remove first occurrence of value.</summary>
    [PyMethod("remove")]
    private Value Remove(VmThread thread, Value value)
    {
        for (var i = 0; i < _count; i++)
        {
            var version = Version;
            if (!Comparison.TryEquals(thread, At(i), value, out var equal))
                return Value.Error;
            if (version != Version)
                return thread.IndexError("deque mutated during remove().");
            if (!equal)
                continue;
            RemoveAt(i);
            return Value.None;
        }
        return Texts.Repr(thread, value) is { } repr ? thread.ValueError($"{repr.Text} is not in deque") : Value.Error;
    }

    /// <summary>D.reverse() -- reverse *IN PLACE*</summary>
    [PyMethod("reverse")]
    private void Reverse()
    {
        for (int i = 0, j = _count - 1; i < j; i++, j--)
            (At(i), At(j)) = (At(j), At(i));
        Version++;
    }

    /// <summary>Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left.</summary>
    [PyMethod("rotate", Signature = "n=1, /")]
    private void Rotate(long n = 1)
    {
        if (_count < 2)
            return;
        Version++;
        var steps = (int)(n % _count);
        if (steps < 0)
            steps += _count;
        if (steps <= _count / 2)
        {
            for (; steps > 0; steps--)
                RotateRight();
            return;
        }
        for (steps = _count - steps; steps > 0; steps--)
            RotateLeft();
    }

    [PyMethod("__len__")]
    private long Length() => _count;

    [PyMethod("__iter__")]
    private Value Iter() => new PyDequeIterator(this);

    /// <summary>D.__reversed__() -- return a reverse iterator over the deque</summary>
    [PyMethod("__reversed__")]
    private Value Reversed() => new PyDequeReverseIterator(this);

    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value value)
    {
        var version = Version;
        for (var i = 0; i < _count; i++)
        {
            if (!Comparison.TryEquals(thread, At(i), value, out var equal))
                return Value.Error;
            if (version != Version)
                return thread.RuntimeError("deque mutated during iteration");
            if (equal)
                return Value.True;
        }
        return Value.False;
    }

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value key) =>
        TryPlace(thread, key, out var place) ? At(place) : Value.Error;

    [PyMethod("__setitem__")]
    private Value SetItem(VmThread thread, Value key, Value value)
    {
        if (!TryPlace(thread, key, out var place))
            return Value.Error;
        At(place) = value;
        return Value.None;
    }

    [PyMethod("__delitem__")]
    private Value DelItem(VmThread thread, Value key)
    {
        if (!TryPlace(thread, key, out var place))
            return Value.Error;
        RemoveAt(place);
        return Value.None;
    }

    [PyMethod("__add__")]
    private Value Add(VmThread thread, Value value)
    {
        if (value.Ref is not PyDeque)
            return thread.TypeError($"can only concatenate deque (not \"{value.Type.Name}\") to deque");
        var copy = Copy(thread);
        return copy.Ref is PyDeque deque && !deque.Extend(thread, value).IsError ? copy : Value.Error;
    }

    [PyMethod("__iadd__")]
    private Value InPlaceAdd(VmThread thread, Value value) => Extend(thread, value).IsError ? Value.Error : this;

    [PyMethod("__mul__")]
    [PyMethod("__rmul__")]
    private Value Mul(VmThread thread, Value value)
    {
        var copy = Copy(thread);
        return copy.Ref is PyDeque deque ? deque.InPlaceMul(thread, value) : copy;
    }

    [PyMethod("__imul__")]
    private Value InPlaceMul(VmThread thread, Value value)
    {
        // What a bounded one drops again is not even appended.
        var isBounded = _maxLength != Unbounded;
        if (!SequenceOperators.TryCount(thread, value, isBounded ? 1 : _count, Sequences.MaxLength, out var times))
            return SequenceOperators.Refused(thread);
        var items = ToArray();
        Clear();
        if (isBounded && items.Length > 0)
            times = (int)System.Math.Min(times, _maxLength / items.Length + 1);
        for (var i = 0; i < times; i++)
        {
            foreach (var item in items)
                Append(item);
        }
        return this;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str("[...]") : Value.Error;
        var text = new StringBuilder(Type.Name).Append("([");
        var done = Sequences.AppendReprs(thread, text, new ArrayItems(ToArray()));
        thread.LeaveRepr(this);
        text.Append(_maxLength == Unbounded ? "])" : $"], maxlen={_maxLength})");
        return done ? Value.Str(text.ToString()) : Value.Error;
    }

    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var state = Reduction.StateOf(thread, this);
        var items = state.IsError ? state : Iteration.GetIter(thread, this);
        return items.IsError
            ? items
            : PyTuple.Of(Type, _maxLength == Unbounded ? PyTuple.Empty : PyTuple.Of(PyTuple.Empty, Value.Int(_maxLength)), state, items);
    }

    [PyComparison]
    private Value CompareTo(VmThread thread, CompareOperation operation, Value other) => other.Ref is PyDeque deque
        ? Sequences.Compare(thread, operation, new ArrayItems(ToArray()), new ArrayItems(deque.ToArray()))
        : Value.NotImplemented;

    private Value[] ToArray()
    {
        var items = new Value[_count];
        for (var i = 0; i < _count; i++)
            items[i] = At(i);
        return items;
    }

    private bool TryPlace(VmThread thread, Value key, out int place)
    {
        place = 0;
        if (key.Ref is not (null or PyInt) && !key.Type.Has(Runtime.Types.Special.Index))
        {
            thread.TypeError($"sequence index must be integer, not '{key.Type.Name}'");
            return false;
        }
        if (!Conversions.TrySubscript(thread, key, out var index))
            return false;
        if (index < 0)
            index += _count;
        place = (int)index;
        if ((ulong)index < (ulong)_count)
            return true;
        thread.IndexError("deque index out of range");
        return false;
    }

    private Value ForEach(VmThread thread, Value iterable, Action<PyDeque, Value> action)
    {
        if (ReferenceEquals(iterable.Ref, this))
            iterable = new PyList(ToArray());
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound ? Value.None : item;
            action(this, item);
        }
    }

    private Value TakeLeft()
    {
        var item = At(0);
        At(0) = default;
        _head = (_head + 1) & (_ring.Length - 1);
        _count--;
        Version++;
        return item;
    }

    private Value TakeRight()
    {
        var item = At(_count - 1);
        At(_count - 1) = default;
        _count--;
        Version++;
        return item;
    }

    private void RemoveAt(int place)
    {
        for (var i = place; i + 1 < _count; i++)
            At(i) = At(i + 1);
        TakeRight();
    }

    private void RotateRight()
    {
        var item = TakeRight();
        _head = (_head - 1) & (_ring.Length - 1);
        _count++;
        At(0) = item;
    }

    private void RotateLeft()
    {
        var item = TakeLeft();
        _count++;
        At(_count - 1) = item;
    }

    private void Grow()
    {
        var ring = new Value[_ring.Length * 2];
        for (var i = 0; i < _count; i++)
            ring[i] = At(i);
        _ring = ring;
        _head = 0;
    }
}
