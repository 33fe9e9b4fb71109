// `text += part` in a loop must not copy the whole text every time. CPython extends the string in place when nobody else
// refers to it; references are not counted here, so a text made by concatenation may be the beginning of a buffer instead,
// and appending to the text that ends where the buffer ends writes behind it. The .NET string is made when it is asked for.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    // Below this, copying is cheaper than keeping a buffer.
    private const int BufferFrom = 256;

    // Marks the result of one concatenation: a second one to it is taken for the beginning of a loop.
    private static readonly object Concatenated = new();

    private PyStr(GrowingText buffer, int length) : base(TypeObject.RootShape)
    {
        _companion = buffer;
        _length = length;
    }

    /// <summary><c>left + right</c>.</summary>
    internal static PyStr Concat(PyStr left, PyStr right)
    {
        if (left._length == 0 && ReferenceEquals(right.Type, TypeObject))
            return right;
        if (right.Text.Length == 0 && ReferenceEquals(left.Type, TypeObject))
            return left;
        var total = (long)left.Length + right.Length;
        if (left._companion is not GrowingText buffer || !right.IsBmp || total > int.MaxValue / 4)
        {
            if (total < BufferFrom || left._companion is null or int[] || !left.IsBmp || !right.IsBmp || total > int.MaxValue / 4)
                return new PyStr(string.Concat(left.Text, right.Text)) { _companion = total < BufferFrom ? null : Concatenated };
            buffer = new GrowingText(left.Text);
        }
        else if (!buffer.EndsAt(left._length))
        {
            buffer = new GrowingText(left.Text);
        }
        buffer.Append(right.Text);
        return new PyStr(buffer, (int)total);
    }

    /// <summary>Return self+value.</summary>
    [PyMethod("__add__")]
    internal Value Add(VmThread thread, Value value) => value.Ref is PyStr right
        ? Concat(this, right)
        : SequenceOperators.CannotConcatenate(
            thread, value, $"can only concatenate str (not \"{value.Type.Name}\") to str");

    /// <summary>Return self*value.</summary>
    [PyMethod("__mul__")]
    internal Value Multiply(VmThread thread, Value value)
    {
        if (!SequenceOperators.TryCount(thread, value, Text.Length, out var count))
            return SequenceOperators.Refused(thread);
        if (count == 1 && ReferenceEquals(Type, TypeObject))
            return this;
        if (count == 0 || Text.Length == 0)
            return Empty;
        return new PyStr(Text.Length == 1
            ? new string(Text[0], count)
            : string.Create(Text.Length * count, Text, static (room, text) => Spans.FillWith(room, text)));
    }

    /// <summary>Return value*self.</summary>
    [PyMethod("__rmul__")]
    internal Value MultiplyReflected(VmThread thread, Value value) => Multiply(thread, value);

    /// <summary>Concatenate the strings of an iterable, with this string in between.</summary>
    [PyMethod("join")]
    internal Value Join(VmThread thread, Value iterable)
    {
        Value[] items;
        int count;
        if (iterable.Ref is PyList list)
        {
            (items, count) = (list.Items, list.Count);
        }
        else if (iterable.Ref is PyTuple tuple)
        {
            (items, count) = (tuple.Items, tuple.Items.Length);
        }
        else
        {
            var iterator = Iteration.TryGetIter(thread, iterable);
            if (iterator.IsUnbound)
                return thread.TypeError("can only join an iterable");
            if (iterator.IsError || !Iteration.TryCollect(thread, iterator, out items, out count))
                return Value.Error;
        }
        return Join(thread, items.AsSpan(0, count));
    }

    private Value Join(VmThread thread, ReadOnlySpan<Value> items)
    {
        if (items.Length == 1 && items[0].Ref is PyStr only && ReferenceEquals(only.Type, TypeObject))
            return only;
        var separator = Text;
        var total = (long)separator.Length * Math.Max(items.Length - 1, 0);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Ref is not PyStr item)
                return thread.TypeError($"sequence item {i}: expected str instance, {items[i].Type.Name} found");
            total += item.Text.Length;
        }
        if (total > FormatSpec.MaxLength)
            return thread.Raise(Exceptions.ExceptionTypes.MemoryError);
        var text = new string('\0', (int)total);
        var room = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
            ref Unsafe.AsRef(in text.GetPinnableReference()), text.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0 && separator.Length > 0)
            {
                separator.CopyTo(room);
                room = room[separator.Length..];
            }
            var item = Unsafe.As<PyStr>(items[i].Ref!).Text;
            item.CopyTo(room);
            room = room[item.Length..];
        }
        return Of(text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string Materialize() => _text = ((GrowingText)_companion!).Beginning(_length);

    /// <summary>The common beginning of several texts, of which only the longest can grow.</summary>
    private sealed class GrowingText
    {
        private char[] _units;
        private int _count;

        internal GrowingText(string text)
        {
            _units = new char[text.Length * 2];
            text.CopyTo(_units);
            _count = text.Length;
        }

        internal bool EndsAt(int length) => _count == length;

        internal void Append(string text)
        {
            if (text.Length > _units.Length - _count)
                Array.Resize(ref _units, Math.Max(_count + text.Length, (int)Math.Min(_units.Length * 2L, Array.MaxLength)));
            text.CopyTo(_units.AsSpan(_count));
            _count += text.Length;
        }

        internal string Beginning(int length) => new(_units, 0, length);
    }
}
