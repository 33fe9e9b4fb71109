using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

// What Python calls on tuples (library reference: Tuples, Common Sequence Operations).
public sealed partial class PyTuple
{
    [PyNew(Signature = "iterable=(), /")]
    private static Value New(VmThread thread, PyType type, Value iterable)
    {
        var exact = ReferenceEquals(type, TypeObject);
        Value[] items = [];
        if (!iterable.IsUnbound)
        {
            if (exact && iterable.Ref is PyTuple tuple && ReferenceEquals(tuple.Shape, TypeObject.RootShape))
                return tuple;
            if (Iteration.ToArray(thread, iterable) is not { } collected)
                return Value.Error;
            items = collected;
        }
        return exact ? Of(items) : new PyTuple(type.RootShape, items);
    }

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    [PyMethod("__getnewargs__")]
    private Value GetNewArgs() => Of(new PyTuple(Items));

    /// <summary>Return number of occurrences of value.</summary>
    [PyMethod("count")]
    private Value CountOf(VmThread thread, Value value) => Sequences.CountOf(thread, new ArrayItems(Items), value);

    /// <summary>Return first index of value.
    ///
    /// Raises ValueError if the value is not present.</summary>
    [PyMethod("index", Signature = "value, start=0, stop=9223372036854775807, /")]
    private Value Index(VmThread thread, Value value, Value start, Value stop)
    {
        if (!Sequences.TryBounds(thread, start, stop, Items.Length, out var from, out var to)
            || !Sequences.TryFind(thread, new ArrayItems(Items), value, from, to, out var index))
            return Value.Error;
        return index >= 0 ? Value.Int(index) : thread.ValueError("tuple.index(x): x not in tuple");
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (Items.Length == 0)
            return Value.Str("()");
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str("(...)") : Value.Error;
        var text = new StringBuilder("(");
        var done = Sequences.AppendReprs(thread, text, new ArrayItems(Items));
        thread.LeaveRepr(this);
        return done ? Value.Str(text.Append(Items.Length == 1 ? ",)" : ")").ToString()) : Value.Error;
    }

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    internal Value Hash(VmThread thread)
    {
        // The mixing of xxHash, so that permutations and nested tuples of small ints spread.
        var mixed = 2870177450012600261UL;
        foreach (var item in Items)
        {
            if (!Hashing.TryHash(thread, item, out var hash))
                return Value.Error;
            mixed += (ulong)hash * 14029467366897019727UL;
            mixed = System.Numerics.BitOperations.RotateLeft(mixed, 31) * 11400714785074694791UL;
        }
        mixed += (ulong)Items.Length ^ (2870177450012600261UL ^ 3527539UL);
        return Value.Int(mixed == ulong.MaxValue ? 1546275796L : (long)mixed);
    }

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    private long Length() => Items.Length;

    /// <summary>Return key in self.</summary>
    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value key) =>
        Sequences.TryFind(thread, new ArrayItems(Items), key, 0, long.MaxValue, out var index) ? Value.Bool(index >= 0) : Value.Error;

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal PyTupleIterator Iter() => new(this);

    /// <summary>Return self[key].</summary>
    [PyMethod("__getitem__")]
    internal Value GetItem(VmThread thread, Value key)
    {
        if (key.Ref is PySlice slice)
        {
            if (!SliceBounds.Resolve(thread, slice, Items.Length, out var start, out _, out var step, out var count))
                return Value.Error;
            if (count == Items.Length && step == 1 && ReferenceEquals(Shape, TypeObject.RootShape))
                return this;
            return Of(PyList.Pick(Items, start, step, count));
        }
        if (!Sequences.TryIndex(thread, key, Items.Length, "tuple", out var index))
            return Value.Error;
        return (ulong)index < (ulong)Items.Length ? Items[index] : thread.IndexError("tuple index out of range");
    }

    /// <summary>Return self+value.</summary>
    [PyMethod("__add__")]
    private Value Add(VmThread thread, Value value)
    {
        if (value.Ref is not PyTuple other)
            return Sequences.CannotConcatenate(thread, "tuple", value);
        if (Items.Length == 0 && ReferenceEquals(other.Shape, TypeObject.RootShape))
            return other;
        if (other.Items.Length == 0 && ReferenceEquals(Shape, TypeObject.RootShape))
            return this;
        return Of([.. Items, .. other.Items]);
    }

    /// <summary>Return self*value.</summary>
    [PyMethod("__mul__")]
    private Value Mul(VmThread thread, Value value)
    {
        if (value is { IsSmallInt: true, Bits: 1 } && ReferenceEquals(Shape, TypeObject.RootShape))
            return this;
        return Sequences.Repeat(thread, Items, value) is { } items ? Of(items) : SequenceOperators.Refused(thread);
    }

    /// <summary>Return value*self.</summary>
    [PyMethod("__rmul__")]
    private Value RMul(VmThread thread, Value value) => Mul(thread, value);

    [PyComparison]
    private Value CompareTo(VmThread thread, CompareOperation operation, Value other) => other.Ref is PyTuple tuple
        ? Sequences.Compare(thread, operation, new ArrayItems(Items), new ArrayItems(tuple.Items))
        : Value.NotImplemented;
}
