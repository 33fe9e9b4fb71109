// The iterator protocol from C#. The end of an iteration is a result, Value.Unbound, never a StopIteration: only objects
// written in Python raise one, and it is taken in here.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

internal static class Iteration
{
    /// <summary><c>iter(iterable)</c>.</summary>
    internal static Value GetIter(VmThread thread, Value iterable)
    {
        var iterator = TryGetIter(thread, iterable);
        return iterator.IsUnbound ? thread.TypeError($"'{iterable.Type.QualifiedNativeName}' object is not iterable") : iterator;
    }

    /// <summary><c>iter(iterable)</c>, unbound when the object is not iterable.</summary>
    internal static Value TryGetIter(VmThread thread, Value iterable)
    {
        if (iterable.Ref is PyGenerator { IsIterator: true } or PyIterator { IsOverridden: false })
            return iterable;
        var type = iterable.Type;
        var method = type.LookupSpecial(Special.Iter);
        if (method.IsNone)
            return Value.Unbound;
        if (method.IsUnbound)
            return type.LookupSpecial(Special.GetItem).IsUnbound || iterable.Ref is PyDict ? Value.Unbound : new PySequenceIterator(iterable);
        var iterator = thread.CallSpecial(method, iterable);
        if (iterator.IsError || iterator.Type.Has(Special.Next))
            return iterator;
        return thread.TypeError($"iter() returned non-iterator of type '{iterator.Type.QualifiedNativeName}'");
    }

    /// <summary>The next item; unbound at the end, Error when it raised.</summary>
    internal static Value Next(VmThread thread, Value iterator)
    {
        if (iterator.Ref is PyIterator { IsOverridden: false } native)
            return native.Next(thread);
        if (iterator.Ref is PyGenerator { IsIterator: true } generator)
        {
            return generator.Send(thread, Value.None, out var item) switch
            {
                SendStatus.Yielded => item,
                SendStatus.Returned => Value.Unbound,
                _ => Value.Error,
            };
        }
        var method = iterator.Type.LookupSpecial(Special.Next);
        if (method.IsUnbound)
            return thread.TypeError($"'{iterator.Type.QualifiedNativeName}' object is not an iterator");
        var next = thread.CallSpecial(method, iterator);
        return next.IsError && thread.ClearPending(ExceptionTypes.StopIteration) ? Value.Unbound : next;
    }

    /// <summary>All items in a new array of exactly their number; null when it raised.</summary>
    internal static Value[]? ToArray(VmThread thread, Value iterable)
    {
        if (!TryCollect(thread, iterable, out var items, out var count))
            return null;
        if (items.Length != count)
            Array.Resize(ref items, count);
        return items;
    }

    /// <summary>All items in a new array, of which the first <paramref name="count"/> are in use; false when it raised.</summary>
    internal static bool TryCollect(VmThread thread, Value iterable, out Value[] items, out int count)
    {
        if (iterable.Ref is PyTuple tuple && ReferenceEquals(tuple.Type, PyTuple.TypeObject))
        {
            items = (Value[])tuple.Items.Clone();
            count = items.Length;
            return true;
        }
        if (iterable.Ref is PyList list && ReferenceEquals(list.Type, PyList.TypeObject))
        {
            items = list.Span.ToArray();
            count = items.Length;
            return true;
        }
        items = [];
        count = 0;
        var iterator = GetIter(thread, iterable);
        if (iterator.IsError || !TryLengthHint(thread, iterable, out var hint))
            return false;
        if (hint > 0)
            items = new Value[Math.Min(hint, 1 << 20)];
        while (true)
        {
            var item = Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound;
            if (count == items.Length)
                Array.Resize(ref items, Math.Max(4, count * 2));
            items[count++] = item;
        }
    }

    /// <summary>A default for <see cref="TryLengthHint"/> that no object gives.</summary>
    internal const int UnknownLength = -1;

    /// <summary><c>operator.length_hint</c>; false when it raised.</summary>
    internal static bool TryLengthHint(VmThread thread, Value iterable, out int hint, int standard = 0)
    {
        hint = standard;
        if (iterable.Type.Has(Special.Len))
        {
            if (Items.TryLength(thread, iterable, out var length))
            {
                hint = (int)Math.Min(length, int.MaxValue);
                return true;
            }
            return thread.ClearPending(ExceptionTypes.TypeError);
        }
        var method = iterable.Type.LookupSpecial(Special.LengthHint);
        if (method.IsUnbound || method.IsNone)
            return true;
        var result = thread.CallSpecial(method, iterable);
        if (result.IsError)
            return thread.ClearPending(ExceptionTypes.TypeError);
        if (result.IsNotImplemented)
            return true;
        if (!result.TryGetInt64(out var number))
        {
            thread.TypeError($"__length_hint__ must be an integer, not {result.Type.QualifiedNativeName}");
            return false;
        }
        if (number < 0)
        {
            thread.ValueError("__length_hint__() should return >= 0");
            return false;
        }
        hint = (int)Math.Min(number, int.MaxValue);
        return true;
    }
}
