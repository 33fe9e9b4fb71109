// str and bytes search, split and strip alike: the algorithms are here once, over spans of UTF-16 units or of bytes. Only
// what white space and a line end are differs, which the struct type parameter says at no cost.

using System.Buffers;

namespace PyCoro.Runtime.Strings;

/// <summary>What a unit of text means.</summary>
internal interface IUnitKind<T>
{
    static abstract bool IsSpace(T unit);

    static abstract bool IsLineBreak(T unit);

    static abstract bool IsCarriageReturn(T unit);

    static abstract bool IsLineFeed(T unit);
}

/// <summary>UTF-16 units; all white space is within the BMP.</summary>
internal readonly struct TextUnits : IUnitKind<char>
{
    public static bool IsSpace(char unit) => CharacterData.IsSpace(unit);

    public static bool IsLineBreak(char unit) => CharacterData.IsLineBreak(unit);

    public static bool IsCarriageReturn(char unit) => unit == '\r';

    public static bool IsLineFeed(char unit) => unit == '\n';
}

/// <summary>Bytes, read as ASCII.</summary>
internal readonly struct ByteUnits : IUnitKind<byte>
{
    public static bool IsSpace(byte unit) => unit is (byte)' ' or (>= 9 and <= 13);

    public static bool IsLineBreak(byte unit) => unit is (byte)'\n' or (byte)'\r';

    public static bool IsCarriageReturn(byte unit) => unit == '\r';

    public static bool IsLineFeed(byte unit) => unit == '\n';
}

/// <summary>Parts of a span as pairs of start and end, first in a buffer of the caller.</summary>
internal ref struct Parts(Span<(int Start, int End)> initial)
{
    private Span<(int Start, int End)> _parts = initial;
    private (int Start, int End)[]? _rented;

    internal int Count { get; private set; }

    internal readonly (int Start, int End) this[int index] => _parts[index];

    internal void Add(int start, int end)
    {
        if (Count == _parts.Length)
            Grow();
        _parts[Count++] = (start, end);
    }

    internal readonly void Reverse() => _parts[..Count].Reverse();

    internal void Release()
    {
        if (_rented is { } rented)
            ArrayPool<(int Start, int End)>.Shared.Return(rented);
        _rented = null;
    }

    private void Grow()
    {
        var larger = ArrayPool<(int Start, int End)>.Shared.Rent(Math.Max(32, Count * 2));
        _parts[..Count].CopyTo(larger);
        Release();
        _parts = _rented = larger;
    }
}

/// <summary>Searching, counting and splitting.</summary>
internal static class Spans
{
    /// <summary>Non-overlapping occurrences; an empty one is before each unit and at the end.</summary>
    internal static int Count<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> sought) where T : unmanaged, IEquatable<T>
    {
        if (sought.Length == 0)
            return text.Length + 1;
        return sought.Length == 1 ? MemoryExtensions.Count(text, sought[0]) : MemoryExtensions.Count(text, sought);
    }

    /// <summary>Fills with repetitions of a pattern.</summary>
    internal static void FillWith<T>(Span<T> room, ReadOnlySpan<T> pattern)
    {
        if (room.Length == 0)
            return;
        pattern.CopyTo(room);
        for (var filled = pattern.Length; filled < room.Length; filled *= 2)
            room[..Math.Min(filled, room.Length - filled)].CopyTo(room[filled..]);
    }

    /// <summary><c>split()</c> at runs of white space.</summary>
    internal static void SplitSpaces<T, TKind>(ReadOnlySpan<T> text, long max, ref Parts parts)
        where TKind : struct, IUnitKind<T>
    {
        var i = 0;
        while (true)
        {
            while (i < text.Length && TKind.IsSpace(text[i]))
                i++;
            if (i == text.Length)
                return;
            var start = i;
            if (max-- == 0)
            {
                parts.Add(start, text.Length);
                return;
            }
            while (i < text.Length && !TKind.IsSpace(text[i]))
                i++;
            parts.Add(start, i);
        }
    }

    /// <summary><c>rsplit()</c> at runs of white space.</summary>
    internal static void SplitSpacesFromEnd<T, TKind>(ReadOnlySpan<T> text, long max, ref Parts parts)
        where TKind : struct, IUnitKind<T>
    {
        var i = text.Length;
        while (true)
        {
            while (i > 0 && TKind.IsSpace(text[i - 1]))
                i--;
            if (i == 0)
                break;
            var end = i;
            if (max-- == 0)
            {
                parts.Add(0, end);
                break;
            }
            while (i > 0 && !TKind.IsSpace(text[i - 1]))
                i--;
            parts.Add(i, end);
        }
        parts.Reverse();
    }

    /// <summary><c>split(separator)</c>; the separator is not empty.</summary>
    internal static void Split<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> separator, long max, ref Parts parts)
        where T : unmanaged, IEquatable<T>
    {
        var start = 0;
        while (max-- != 0)
        {
            var found = text[start..].IndexOf(separator);
            if (found < 0)
                break;
            parts.Add(start, start + found);
            start += found + separator.Length;
        }
        parts.Add(start, text.Length);
    }

    /// <summary><c>rsplit(separator)</c>; the separator is not empty.</summary>
    internal static void SplitFromEnd<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> separator, long max, ref Parts parts)
        where T : unmanaged, IEquatable<T>
    {
        var end = text.Length;
        while (max-- != 0)
        {
            var found = text[..end].LastIndexOf(separator);
            if (found < 0)
                break;
            parts.Add(found + separator.Length, end);
            end = found;
        }
        parts.Add(0, end);
        parts.Reverse();
    }

    /// <summary><c>splitlines()</c>.</summary>
    internal static void SplitLines<T, TKind>(ReadOnlySpan<T> text, bool keepEnds, ref Parts parts)
        where TKind : struct, IUnitKind<T>
    {
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            while (i < text.Length && !TKind.IsLineBreak(text[i]))
                i++;
            var end = i;
            if (i < text.Length)
            {
                i += TKind.IsCarriageReturn(text[i]) && i + 1 < text.Length && TKind.IsLineFeed(text[i + 1]) ? 2 : 1;
                if (keepEnds)
                    end = i;
            }
            parts.Add(start, end);
        }
    }

    /// <summary>The part without white space at the chosen ends.</summary>
    internal static (int Start, int End) TrimSpaces<T, TKind>(ReadOnlySpan<T> text, Ends ends)
        where TKind : struct, IUnitKind<T>
    {
        int start = 0, end = text.Length;
        if ((ends & Ends.Left) != 0)
        {
            while (start < end && TKind.IsSpace(text[start]))
                start++;
        }
        if ((ends & Ends.Right) != 0)
        {
            while (end > start && TKind.IsSpace(text[end - 1]))
                end--;
        }
        return (start, end);
    }

    /// <summary>The part without the given units at the chosen ends.</summary>
    internal static (int Start, int End) Trim<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> units, Ends ends)
        where T : unmanaged, IEquatable<T>
    {
        int start = 0, end = text.Length;
        if ((ends & Ends.Left) != 0)
        {
            while (start < end && units.Contains(text[start]))
                start++;
        }
        if ((ends & Ends.Right) != 0)
        {
            while (end > start && units.Contains(text[end - 1]))
                end--;
        }
        return (start, end);
    }

    /// <summary><c>replace(old, new, max)</c>; null when nothing is to be replaced. The old text is not empty.</summary>
    internal static T[]? Replace<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> old, ReadOnlySpan<T> replacement, long max)
        where T : unmanaged, IEquatable<T>
    {
        long count = Count(text, old);
        if (max >= 0)
            count = Math.Min(count, max);
        if (count == 0)
            return null;
        var result = new T[text.Length + count * (replacement.Length - old.Length)];
        var room = result.AsSpan();
        for (; count > 0; count--)
        {
            var found = text.IndexOf(old);
            text[..found].CopyTo(room);
            replacement.CopyTo(room[found..]);
            room = room[(found + replacement.Length)..];
            text = text[(found + old.Length)..];
        }
        text.CopyTo(room);
        return result;
    }
}

/// <summary>Which ends of a text are meant.</summary>
[Flags]
internal enum Ends
{
    Left = 1,
    Right = 2,
    Both = Left | Right,
}
