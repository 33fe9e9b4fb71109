using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Collections;

/// <summary>What the two iterators over a deque share: they count what is left and stop at any change.</summary>
internal abstract class PyDequeIteration : PyIterator
{
    private readonly int _version;
    private int _remaining;

    private protected PyDequeIteration(Shape shape, PyDeque deque) : base(shape)
    {
        Deque = deque;
        _version = deque.Version;
        _remaining = deque.Count;
    }

    /// <summary>What is iterated.</summary>
    private protected PyDeque Deque { get; }

    internal sealed override Value Next(VmThread thread)
    {
        if (_version != Deque.Version)
        {
            _remaining = 0;
            return thread.RuntimeError("deque mutated during iteration");
        }
        return _remaining <= 0 ? Value.Unbound : Deque.At(Place(_remaining--));
    }

    /// <summary>Index of the next item when so many are left.</summary>
    private protected abstract int Place(int remaining);

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    internal long LengthHint() => _remaining;

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    internal Value Reduce() => PyTuple.Of(Type, PyTuple.Of(Deque, Value.Int(Deque.Count - _remaining)));

    /// <summary>Fills an iterator that Python code asks for: (deque, index=0).</summary>
    private protected static Value Make(VmThread thread, ReadOnlySpan<Value> args, Func<PyDeque, PyDequeIteration> make)
    {
        if (args.Length is < 1 or > 2)
        {
            return thread.TypeError(args.Length < 1
                ? $"function takes at least 1 argument ({args.Length} given)"
                : $"function takes at most 2 arguments ({args.Length} given)");
        }
        if (args[0].Ref is not PyDeque deque)
            return IterationState.WrongPart(thread, 1, "collections.deque", args[0]);
        long index = 0;
        if (args.Length == 2 && !Conversions.TryIndex64(thread, args[1], out index))
            return Value.Error;
        var made = make(deque);
        made._remaining = (int)System.Math.Clamp(deque.Count - index, 0, deque.Count);
        return made;
    }
}

/// <summary>iter(deque).</summary>
[PyType("_deque_iterator", Module = "_collections")]
internal sealed partial class PyDequeIterator : PyDequeIteration
{
    internal PyDequeIterator(PyDeque deque) : base(TypeObject.RootShape, deque) { }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args) =>
        Make(thread, args, static deque => new PyDequeIterator(deque));

    private protected override int Place(int remaining) => Deque.Count - remaining;
}

/// <summary>reversed(deque).</summary>
[PyType("_deque_reverse_iterator", Module = "_collections")]
internal sealed partial class PyDequeReverseIterator : PyDequeIteration
{
    internal PyDequeReverseIterator(PyDeque deque) : base(TypeObject.RootShape, deque) { }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args) =>
        Make(thread, args, static deque => new PyDequeReverseIterator(deque));

    private protected override int Place(int remaining) => remaining - 1;
}
