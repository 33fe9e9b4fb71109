// Code lengths for frequencies: Huffman's tree, then lengths beyond the limit are cut and the code is made complete again by
// lengthening the longest of the others, as few as needed. (The optimum differs by less than a thousandth of the size.)

namespace PyCoro.Stdlib.Compression;

/// <summary>Length-limited Huffman codes.</summary>
internal static class HuffmanLengths
{
    /// <summary>The length of each symbol's code, 0 for those that do not occur. Two symbols at least get one, since a
    /// decoder wants a complete code.</summary>
    internal static byte[] Of(ReadOnlySpan<int> frequencies, int limit)
    {
        var used = new List<(int Frequency, int Symbol)>();
        for (var symbol = 0; symbol < frequencies.Length; symbol++)
        {
            if (frequencies[symbol] > 0)
                used.Add((frequencies[symbol], symbol));
        }
        for (var symbol = 0; used.Count < 2; symbol++)
        {
            if (frequencies[symbol] == 0)
                used.Add((1, symbol));
        }
        used.Sort();
        var counts = Limit(Depths(used), limit);
        var lengths = new byte[frequencies.Length];
        // The rarest symbols come first in the list and get the longest codes.
        var next = 0;
        for (var length = limit; length > 0; length--)
        {
            for (var i = 0; i < counts[length]; i++)
                lengths[used[next++].Symbol] = (byte)length;
        }
        return lengths;
    }

    /// <summary>How many leaves Huffman's tree has at each depth; two queues instead of a heap, as the leaves are sorted.</summary>
    private static int[] Depths(List<(int Frequency, int Symbol)> leaves)
    {
        var count = leaves.Count;
        var weights = new long[2 * count - 1];
        var parents = new int[2 * count - 1];
        for (var i = 0; i < count; i++)
            weights[i] = leaves[i].Frequency;
        var leaf = 0;
        var inner = count;
        for (var made = count; made < weights.Length; made++)
        {
            for (var child = 0; child < 2; child++)
            {
                var taken = leaf < count && (inner >= made || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
                weights[made] += weights[taken];
                parents[taken] = made;
            }
        }
        var depths = new int[weights.Length];
        var counts = new int[count + 1];
        for (var node = weights.Length - 2; node >= 0; node--)
        {
            depths[node] = depths[parents[node]] + 1;
            if (node < count)
                counts[depths[node]]++;
        }
        return counts;
    }

    private static int[] Limit(int[] counts, int limit)
    {
        var limited = new int[limit + 1];
        for (var depth = 1; depth < counts.Length; depth++)
            limited[Math.Min(depth, limit)] += counts[depth];
        var room = 1L << limit;
        for (var length = 1; length <= limit; length++)
            room -= (long)limited[length] << (limit - length);
        // Each step takes one code of the longest length away and splits a shorter one into two.
        for (; room < 0; room++)
        {
            limited[limit]--;
            var length = limit - 1;
            while (limited[length] == 0)
                length--;
            limited[length]--;
            limited[length + 1] += 2;
        }
        return limited;
    }
}
