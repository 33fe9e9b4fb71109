// What OrderedDict needs beyond dict: entries moved to either end in constant time (amortised). The entry table is the
// order, so the end is where new entries go anyway; for the front, a rebuilt table leaves as many free places there as it
// has entries.

using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public partial class PyDict
{
    /// <summary>The last place in use, -1 when the dict is empty.</summary>
    internal int LastPlace
    {
        get
        {
            var place = _count == 0 ? -1 : _used - 1;
            while (place >= 0 && _entries[place].Key.IsUnbound)
                place--;
            return place;
        }
    }

    /// <summary>Takes the entry at the last or the first place out of a dict that is not empty.</summary>
    internal Entry Take(bool last)
    {
        var place = last ? LastPlace : FirstPlace;
        var entry = _entries[place];
        RemoveAt(place);
        if (last)
        {
            // Only deleted places lie behind it: give them back, or popping all would take quadratic time.
            _stale += _used - place;
            _used = place;
            _head = Math.Min(_head, _used);
        }
        return entry;
    }

    /// <summary>Makes the entry at a place the last one or the first one.</summary>
    internal void MoveToEnd(int place, bool last)
    {
        if (place == (last ? LastPlace : FirstPlace))
            return;
        var entry = _entries[place];
        RemoveAt(place);
        if (last)
            Append(entry.Key, entry.Hash, entry.Item);
        else
            Prepend(entry);
    }

    private void Prepend(Entry entry)
    {
        if (FirstPlace == 0 || _used + _stale >= _entries.Length)
            Resize(_count + 1, front: _count + 2);
        var place = FirstPlace - 1;
        _table[IndexFor(entry.Hash, _table)] = place;
        _entries[place] = entry;
        _head = place;
        // A mark more in the table without a place more in use.
        _stale++;
        _count++;
        KeysVersion++;
    }
}
