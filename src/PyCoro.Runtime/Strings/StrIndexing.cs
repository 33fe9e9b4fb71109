// Indexing and slicing by code points. Within the BMP a place is a place in the .NET string; another text remembers where
// each of its code points starts when it is first indexed, so that indexing stays O(1).

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    internal long GetLength() => Length;

    /// <summary>Return self[key].</summary>
    [PyMethod("__getitem__")]
    internal Value GetItem(VmThread thread, Value key)
    {
        if (key.IsSmallInt)
        {
            var place = key.Bits < 0 ? key.Bits + Length : key.Bits;
            return (ulong)place < (ulong)Length ? CharacterAt((int)place) : thread.IndexError("string index out of range");
        }
        if (key.Ref is PySlice slice)
            return GetSlice(thread, slice);
        if (!key.Type.Has(Types.Special.Index))
            return thread.TypeError($"string indices must be integers, not '{key.Type.Name}'");
        if (!Conversions.TrySubscript(thread, key, out var index))
            return Value.Error;
        if (index < 0)
            index += Length;
        return (ulong)index < (ulong)Length ? CharacterAt((int)index) : thread.IndexError("string index out of range");
    }

    /// <summary>Return key in self.</summary>
    [PyMethod("__contains__")]
    internal Value Contains(VmThread thread, Value key) => key.Ref is PyStr sought
        ? Value.Bool(Contains(sought))
        : thread.TypeError($"'in <string>' requires string as left operand, not {key.Type.Name}");

    /// <summary>Is that text a part of this one?</summary>
    internal bool Contains(PyStr sought)
    {
        var text = sought.Text;
        // One character is what loops ask for: searching a text has a price before it begins.
        return text.Length == 1 ? Text.Contains(text[0]) : Text.Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal Value Iterate() =>
        System.Text.Ascii.IsValid(Text) ? new PyStrAsciiIterator(this) : new PyStrIterator(this);

    /// <summary>The str of one code point at a valid index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PyStr CharacterAt(int index) => IsBmp ? Of(Text[index]) : WideCharacterAt(index);

    private PyStr WideCharacterAt(int index)
    {
        var places = CodePointPlaces();
        return Of(Text[places[index]..places[index + 1]]);
    }

    /// <summary>The code point at a valid index.</summary>
    internal int CodePointAt(int index) => CodePoints.At(Text, UnitOf(index));

    /// <summary>The UTF-16 place of a code point, or of the end.</summary>
    internal int UnitOf(int point) => IsBmp ? point : CodePointPlaces()[point];

    /// <summary>The code point's index at a UTF-16 place, or the length at the end.</summary>
    internal int PointOf(int unit)
    {
        if (unit <= 0 || IsBmp)
            return unit;
        var found = Array.BinarySearch(CodePointPlaces(), unit);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The part between two code points.</summary>
    internal PyStr Part(int start, int end)
    {
        if (end - start == Length && ReferenceEquals(Type, TypeObject))
            return this;
        if (end <= start)
            return Empty;
        return end - start == 1 ? CharacterAt(start) : new PyStr(Text[UnitOf(start)..UnitOf(end)]);
    }

    private Value GetSlice(VmThread thread, PySlice slice)
    {
        if (!SliceBounds.Resolve(thread, slice, Length, out var start, out _, out var step, out var count))
            return Value.Error;
        if (step == 1)
            return Part((int)start, (int)(start + count));
        if (IsBmp)
        {
            return Value.Str(string.Create((int)count, (Text, start, step), static (room, state) =>
            {
                var place = state.start;
                for (var i = 0; i < room.Length; i++, place += state.step)
                    room[i] = state.Text[(int)place];
            }));
        }
        var output = new TextBuilder(stackalloc char[256]);
        var places = CodePointPlaces();
        for (long i = 0, place = start; i < count; i++, place += step)
            output.Append(Text.AsSpan(places[place], places[place + 1] - places[place]));
        return Value.Str(output.Finish());
    }

    private int[] CodePointPlaces() => _companion as int[] ?? FindCodePoints();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int[] FindCodePoints()
    {
        var places = new int[Length + 1];
        var text = Text;
        for (int i = 0, unit = 0; i < places.Length - 1; i++)
        {
            places[i] = unit;
            unit += char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length && char.IsLowSurrogate(text[unit + 1]) ? 2 : 1;
        }
        places[^1] = text.Length;
        _companion = places;
        return places;
    }
}

/// <summary>Iterator over the characters of a str that is not ASCII.</summary>
[PyType("str_iterator")]
internal sealed partial class PyStrIterator : StrIteration
{
    internal PyStrIterator(PyStr text) : base(text, TypeObject.RootShape) { }
}

/// <summary>Iterator over the characters of a str that is ASCII: a type of its own in CPython 3.11.</summary>
[PyType("str_ascii_iterator")]
internal sealed partial class PyStrAsciiIterator : StrIteration
{
    internal PyStrAsciiIterator(PyStr text) : base(text, TypeObject.RootShape) { }
}

/// <summary>What the iterators of str share.</summary>
internal abstract partial class StrIteration : PyIterator
{
    private PyStr? _text;
    private int _unit;

    private protected StrIteration(PyStr text, Shape shape) : base(shape) => _text = text;

    internal override Value Next(VmThread thread)
    {
        if (_text is null)
            return Value.Unbound;
        var text = _text.Text;
        var place = _unit;
        if ((uint)place >= (uint)text.Length)
        {
            _text = null;
            return Value.Unbound;
        }
        var unit = text[place];
        _unit = place + 1;
        if (!char.IsHighSurrogate(unit) || _unit == text.Length || !char.IsLowSurrogate(text[_unit]))
            return PyStr.Of(unit);
        _unit++;
        return PyStr.Of(text[(_unit - 2).._unit]);
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    internal long LengthHint() => _text is null ? 0 : _text.Length - _text.PointOf(_unit);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    internal Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        return _text is null
            ? PyTuple.Of(iter, PyTuple.Of(PyStr.Empty))
            : PyTuple.Of(iter, PyTuple.Of(_text), Value.Int(_text.PointOf(_unit)));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    internal Value SetState(VmThread thread, long state)
    {
        if (_text is not null)
            _unit = _text.UnitOf((int)Math.Clamp(state, 0, _text.Length));
        return Value.None;
    }
}
