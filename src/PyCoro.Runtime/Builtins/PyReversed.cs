using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Return a reverse iterator over the values of the given sequence.</summary>
[PyType("reversed", Subclassable = true)]
internal sealed partial class PyReversed : PyIterator
{
    private Value _sequence;
    private long _index;

    private PyReversed(Shape shape, Value sequence, long index) : base(shape)
    {
        _sequence = sequence;
        _index = index;
    }

    [PyNew(Signature = "sequence, /")]
    private static Value New(VmThread thread, PyType type, Value sequence)
    {
        var method = sequence.Type.LookupSpecial(Special.Reversed);
        if (!method.IsUnbound && !method.IsNone)
            return thread.CallSpecial(method, sequence);
        if (method.IsNone || sequence.Ref is PyDict or PySetBase || sequence.Type.LookupSpecial(Special.GetItem).IsUnbound
            || sequence.Type.LookupSpecial(Special.Len).IsUnbound)
            return thread.TypeError($"'{sequence.Type.Name}' object is not reversible");
        return Items.TryLength(thread, sequence, out var length)
            ? new PyReversed(type.RootShape, sequence, length - 1)
            : Value.Error;
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_sequence);
    }

    internal override Value Next(VmThread thread)
    {
        if (_index < 0 || _sequence.IsUnbound)
        {
            _sequence = Value.Unbound;
            return Value.Unbound;
        }
        var item = Items.Get(thread, _sequence, Value.Int(_index));
        if (!item.IsError)
        {
            _index--;
            return item;
        }
        if (!thread.ClearPending(ExceptionTypes.IndexError) && !thread.ClearPending(ExceptionTypes.StopIteration))
            return item;
        _sequence = Value.Unbound;
        return Value.Unbound;
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private Value LengthHint(VmThread thread)
    {
        if (_sequence.IsUnbound)
            return Value.Int(0);
        if (!Items.TryLength(thread, _sequence, out var length))
            return Value.Error;
        return Value.Int(length < _index + 1 ? 0 : _index + 1);
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => _sequence.IsUnbound
        ? PyTuple.Of(Type, PyTuple.Of(PyTuple.Empty))
        : PyTuple.Of(Type, PyTuple.Of(_sequence), Value.Int(_index));

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, long state)
    {
        if (_sequence.IsUnbound)
            return Value.None;
        if (!Items.TryLength(thread, _sequence, out var length))
            return Value.Error;
        _index = Math.Clamp(state, -1, length - 1);
        return Value.None;
    }
}
