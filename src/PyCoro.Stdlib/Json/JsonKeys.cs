using PyCoro.Runtime.Objects;

namespace PyCoro.Stdlib.Json;

/// <summary>Keys repeat from object to object: each is made, and hashed, once a document. Few are looked through, many
/// go into a table.</summary>
internal sealed class JsonKeys
{
    private const int Few = 8;

    private readonly PyStr[] _few = new PyStr[Few];
    private int _count;
    private Dictionary<string, PyStr>.AlternateLookup<ReadOnlySpan<char>>? _many;

    /// <summary>The str of the letters.</summary>
    internal PyStr Get(ReadOnlySpan<char> letters)
    {
        if (_many is { } many)
        {
            if (!many.TryGetValue(letters, out var known))
                many[letters] = known = PyStr.Of(letters.ToString());
            return known;
        }
        foreach (var known in _few.AsSpan(0, _count))
        {
            if (letters.SequenceEqual(known.Text))
                return known;
        }
        var key = PyStr.Of(letters.ToString());
        if (_count < Few)
        {
            _few[_count++] = key;
            return key;
        }
        var table = new Dictionary<string, PyStr>();
        foreach (var known in _few)
            table.Add(known.Text, known);
        table.Add(key.Text, key);
        _many = table.GetAlternateLookup<ReadOnlySpan<char>>();
        return key;
    }
}
