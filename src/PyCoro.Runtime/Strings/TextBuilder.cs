// Most results of string methods are short: a builder that starts on the stack makes them with one allocation, the result.

using System.Buffers;
using System.Runtime.CompilerServices;

namespace PyCoro.Runtime.Strings;

/// <summary>Collects UTF-16 units, first in a buffer of the caller.</summary>
internal ref struct TextBuilder
{
    private Span<char> _units;
    private char[]? _rented;
    private int _count;

    internal TextBuilder(Span<char> initial) => _units = initial;

    internal TextBuilder(int capacity) => _units = _rented = ArrayPool<char>.Shared.Rent(Math.Max(capacity, 16));

    /// <summary>Units so far.</summary>
    internal readonly int Length => _count;

    /// <summary>What was written; valid until more is.</summary>
    internal readonly ReadOnlySpan<char> Written => _units[.._count];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(char unit)
    {
        if ((uint)_count >= (uint)_units.Length)
            Grow(1);
        _units[_count++] = unit;
    }

    internal void Append(char first, char second)
    {
        Append(first);
        Append(second);
    }

    internal void Append(scoped ReadOnlySpan<char> text) => text.CopyTo(Reserve(text.Length));

    internal void Append(char unit, int count) => Reserve(count).Fill(unit);

    /// <summary>A code point, which may be a lone surrogate.</summary>
    internal void AppendPoint(int point)
    {
        if (point < 0x10000)
        {
            Append((char)point);
            return;
        }
        point -= 0x10000;
        Append((char)(0xD800 + (point >> 10)), (char)(0xDC00 + (point & 0x3FF)));
    }

    /// <summary>A number in lower-case hexadecimal digits, at least so many.</summary>
    internal void AppendHex(int number, int digits)
    {
        for (var shift = 4 * (digits - 1); shift >= 0; shift -= 4)
            Append("0123456789abcdef"[(number >> shift) & 15]);
    }

    /// <summary>Room for so many units, which the caller fills.</summary>
    internal Span<char> Reserve(int count)
    {
        if (count > _units.Length - _count)
            Grow(count);
        var room = _units.Slice(_count, count);
        _count += count;
        return room;
    }

    /// <summary>Gives back room at the end that was reserved and not needed.</summary>
    internal void Shrink(int count) => _count -= count;

    /// <summary>The text; the builder is done.</summary>
    internal string Finish()
    {
        var text = new string(_units[.._count]);
        Release();
        return text;
    }

    /// <summary>Gives the memory back without a result.</summary>
    internal void Release()
    {
        if (_rented is { } rented)
            ArrayPool<char>.Shared.Return(rented);
        _rented = null;
        _units = default;
        _count = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_count + count, Math.Max(64, _units.Length * 2)));
        _units[.._count].CopyTo(larger);
        if (_rented is { } rented)
            ArrayPool<char>.Shared.Return(rented);
        _units = _rented = larger;
    }
}

/// <summary>Enumerates UTF-16 by code points; a lone surrogate is one, as in Python.</summary>
internal ref struct CodePoints(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>The code point.</summary>
    public int Current { get; private set; }

    /// <summary>Units before the next code point.</summary>
    internal readonly int Position => _next;

    public readonly CodePoints GetEnumerator() => this;

    public bool MoveNext()
    {
        if ((uint)_next >= (uint)_text.Length)
            return false;
        var unit = _text[_next++];
        if (char.IsHighSurrogate(unit) && _next < _text.Length && char.IsLowSurrogate(_text[_next]))
            Current = char.ConvertToUtf32(unit, _text[_next++]);
        else
            Current = unit;
        return true;
    }

    /// <summary>The code point that starts at a unit.</summary>
    internal static int At(ReadOnlySpan<char> text, int unit) =>
        char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length && char.IsLowSurrogate(text[unit + 1])
            ? char.ConvertToUtf32(text[unit], text[unit + 1])
            : text[unit];

    /// <summary>The code point that ends before a unit.</summary>
    internal static int Before(ReadOnlySpan<char> text, int unit) =>
        unit >= 2 && char.IsLowSurrogate(text[unit - 1]) && char.IsHighSurrogate(text[unit - 2])
            ? char.ConvertToUtf32(text[unit - 2], text[unit - 1])
            : text[unit - 1];
}
