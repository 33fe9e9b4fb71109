// The sort behind list.sort and sorted: natural runs, short ones grown by binary insertion, merged so that no more than
// log n are open (the idea of Tim Peters' listsort). An order that only reads keys is a struct, so it is compiled into the
// loops; an order that calls Python code may fail at any comparison, and then the arrays still hold every item.

using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A strict order of keys.</summary>
internal interface IKeyOrder
{
    /// <summary>Is <paramref name="left"/> less than <paramref name="right"/>? False when the comparison raised.</summary>
    bool TryLess(in Value left, in Value right, out bool less);
}

/// <summary>Sorts keys, and items along with them when they are not the keys themselves.</summary>
internal struct StableSort<TOrder>(TOrder order, Value[] keys, Value[]? items, int count)
    where TOrder : struct, IKeyOrder
{
    private readonly List<(int Start, int Length)> _runs = [];
    private TOrder _order = order;
    private Value[] _keyRoom = [];
    private Value[] _itemRoom = [];

    /// <summary>Sorts; false when a comparison raised.</summary>
    internal bool TrySort()
    {
        var shortest = ShortestRun(count);
        for (var start = 0; start < count;)
        {
            if (!TryCountRun(start, out var length))
                return false;
            var wanted = Math.Min(shortest, count - start);
            if (length < wanted)
            {
                if (!TryInsert(start, start + length, start + wanted))
                    return false;
                length = wanted;
            }
            _runs.Add((start, length));
            if (!TryCollapse())
                return false;
            start += length;
        }
        while (_runs.Count > 1)
        {
            var n = _runs.Count - 2;
            if (n > 0 && _runs[n - 1].Length < _runs[n + 1].Length)
                n--;
            if (!TryMergeAt(n))
                return false;
        }
        return true;
    }

    // Between 32 and 64, such that count / run is a power of two or a little less: the merges stay balanced.
    private static int ShortestRun(int n)
    {
        var odd = 0;
        while (n >= 64)
        {
            odd |= n & 1;
            n >>= 1;
        }
        return n + odd;
    }

    private bool TryCountRun(int start, out int length)
    {
        length = 1;
        if (start + 1 == count)
            return true;
        if (!_order.TryLess(keys[start + 1], keys[start], out var descending))
            return false;
        for (length = 2; start + length < count; length++)
        {
            if (!_order.TryLess(keys[start + length], keys[start + length - 1], out var less))
                return false;
            if (less != descending)
                break;
        }
        if (descending)
        {
            Array.Reverse(keys, start, length);
            if (items is not null)
                Array.Reverse(items, start, length);
        }
        return true;
    }

    private bool TryInsert(int start, int sorted, int end)
    {
        for (; sorted < end; sorted++)
        {
            var key = keys[sorted];
            var low = start;
            var high = sorted;
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (!_order.TryLess(key, keys[middle], out var less))
                    return false;
                if (less)
                    high = middle;
                else
                    low = middle + 1;
            }
            if (low == sorted)
                continue;
            Array.Copy(keys, low, keys, low + 1, sorted - low);
            keys[low] = key;
            if (items is null)
                continue;
            var item = items[sorted];
            Array.Copy(items, low, items, low + 1, sorted - low);
            items[low] = item;
        }
        return true;
    }

    private bool TryCollapse()
    {
        while (_runs.Count > 1)
        {
            var n = _runs.Count - 2;
            if ((n > 0 && _runs[n - 1].Length <= _runs[n].Length + _runs[n + 1].Length)
                || (n > 1 && _runs[n - 2].Length <= _runs[n - 1].Length + _runs[n].Length))
            {
                if (_runs[n - 1].Length < _runs[n + 1].Length)
                    n--;
            }
            else if (_runs[n].Length > _runs[n + 1].Length)
            {
                break;
            }
            if (!TryMergeAt(n))
                return false;
        }
        return true;
    }

    private bool TryMergeAt(int n)
    {
        var (start, leftLength) = _runs[n];
        var (middle, rightLength) = _runs[n + 1];
        _runs[n] = (start, leftLength + rightLength);
        _runs.RemoveAt(n + 1);
        // What lies before the right run's first item, or after the left run's last, is in place already.
        if (!TryBound(keys[middle], start, middle, after: true, out var from)
            || !TryBound(keys[middle - 1], middle, middle + rightLength, after: false, out var to))
            return false;
        if (from == middle || to == middle)
            return true;
        return middle - from <= to - middle ? TryMergeUp(from, middle, to) : TryMergeDown(from, middle, to);
    }

    // Where a key belongs in a sorted range: after or before the keys equal to it.
    private bool TryBound(Value key, int low, int high, bool after, out int place)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            bool goLeft;
            if (after)
            {
                if (!_order.TryLess(key, keys[middle], out goLeft))
                {
                    place = 0;
                    return false;
                }
            }
            else
            {
                if (!_order.TryLess(keys[middle], key, out var less))
                {
                    place = 0;
                    return false;
                }
                goLeft = !less;
            }
            if (goLeft)
                high = middle;
            else
                low = middle + 1;
        }
        place = low;
        return true;
    }

    private bool TryMergeUp(int start, int middle, int end)
    {
        var length = middle - start;
        MakeRoom(start, length);
        var left = 0;
        var right = middle;
        var to = start;
        var done = true;
        while (left < length && right < end)
        {
            if (!_order.TryLess(keys[right], _keyRoom[left], out var less))
            {
                done = false;
                break;
            }
            if (less)
            {
                if (items is not null)
                    items[to] = items[right];
                keys[to++] = keys[right++];
            }
            else
            {
                if (items is not null)
                    items[to] = _itemRoom[left];
                keys[to++] = _keyRoom[left++];
            }
        }
        Array.Copy(_keyRoom, left, keys, to, length - left);
        if (items is not null)
            Array.Copy(_itemRoom, left, items, to, length - left);
        return done;
    }

    private bool TryMergeDown(int start, int middle, int end)
    {
        var length = end - middle;
        MakeRoom(middle, length);
        var left = middle - 1;
        var right = length - 1;
        var to = end - 1;
        var done = true;
        while (left >= start && right >= 0)
        {
            if (!_order.TryLess(_keyRoom[right], keys[left], out var less))
            {
                done = false;
                break;
            }
            if (less)
            {
                if (items is not null)
                    items[to] = items[left];
                keys[to--] = keys[left--];
            }
            else
            {
                if (items is not null)
                    items[to] = _itemRoom[right];
                keys[to--] = _keyRoom[right--];
            }
        }
        Array.Copy(_keyRoom, 0, keys, to - right, right + 1);
        if (items is not null)
            Array.Copy(_itemRoom, 0, items, to - right, right + 1);
        return done;
    }

    private void MakeRoom(int start, int length)
    {
        if (_keyRoom.Length < length)
        {
            var room = Math.Max(length, Math.Min(count / 2 + 1, _keyRoom.Length * 2));
            _keyRoom = new Value[room];
            if (items is not null)
                _itemRoom = new Value[room];
        }
        Array.Copy(keys, start, _keyRoom, 0, length);
        if (items is not null)
            Array.Copy(items, start, _itemRoom, 0, length);
    }
}
