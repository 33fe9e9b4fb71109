// LZ77: finds repetitions by chains of positions that begin with the same three bytes, and looks one byte ahead for a longer
// one before it takes what it found (RFC 1951, 4). The level says how long it searches.

namespace PyCoro.Stdlib.Compression;

/// <summary>Turns a block into literals and matches.</summary>
internal sealed class MatchFinder(ReadOnlyMemory<byte> memory, int windowSize, int level)
{
    private const int HashSize = 1 << 15;
    private const int None = -1;

    // Links that are followed, and a length that is long enough to stop searching, by level.
    private static ReadOnlySpan<short> Chains => [0, 4, 8, 16, 16, 32, 128, 256, 1024, 4096];

    private static ReadOnlySpan<short> GoodLengths => [0, 8, 16, 32, 16, 32, 128, 128, 258, 258];

    private readonly int[] _heads = NewHeads();
    private readonly int[] _previous = new int[memory.Length];
    private readonly bool _isLazy = level >= 4;
    private int _inserted;

    /// <summary>Literals as their byte, matches as <c>distance &lt;&lt; 9 | length</c> below zero.</summary>
    internal List<int> Tokens { get; } = [];

    /// <summary>Reads from a place to the end; what lies before it can be matched.</summary>
    internal void Run(int start, int nearest)
    {
        var data = memory.Span;
        InsertUpTo(data, start);
        var place = start;
        while (place < data.Length)
        {
            var length = Find(data, place, nearest, out var distance);
            if (_isLazy && length is >= DeflateCodes.ShortestMatch and < 64 && place + 1 < data.Length)
            {
                InsertUpTo(data, place + 1);
                if (Find(data, place + 1, nearest, out _) > length)
                    length = 0;
            }
            if (length < DeflateCodes.ShortestMatch)
            {
                Tokens.Add(data[place++]);
            }
            else
            {
                Tokens.Add(~(distance << 9 | length));
                place += length;
            }
            InsertUpTo(data, place);
        }
    }

    private static int[] NewHeads()
    {
        var heads = new int[HashSize];
        heads.AsSpan().Fill(None);
        return heads;
    }

    private static int Hash(ReadOnlySpan<byte> data, int place) =>
        (int)((uint)((data[place] | data[place + 1] << 8 | data[place + 2] << 16) * 0x9E3779B1L) >> 17);

    private void InsertUpTo(ReadOnlySpan<byte> data, int end)
    {
        for (end = Math.Min(end, data.Length - 2); _inserted < end; _inserted++)
        {
            ref var head = ref _heads[Hash(data, _inserted)];
            _previous[_inserted] = head;
            head = _inserted;
        }
    }

    private int Find(ReadOnlySpan<byte> data, int place, int nearest, out int distance)
    {
        distance = 0;
        var longest = Math.Min(DeflateCodes.LongestMatch, data.Length - place);
        if (longest < DeflateCodes.ShortestMatch)
            return 0;
        var best = DeflateCodes.ShortestMatch - 1;
        var here = data.Slice(place, longest);
        var candidate = _heads[Hash(data, place)];
        for (var links = (int)Chains[level]; candidate != None && links > 0 && place - candidate <= Math.Min(windowSize, nearest); links--)
        {
            if (candidate < place && data[candidate + best] == here[best])
            {
                var length = here.CommonPrefixLength(data.Slice(candidate, longest));
                if (length > best)
                {
                    best = length;
                    distance = place - candidate;
                    if (length == longest || length >= GoodLengths[level])
                        break;
                }
            }
            candidate = _previous[candidate];
        }
        return distance == 0 ? 0 : best;
    }
}
