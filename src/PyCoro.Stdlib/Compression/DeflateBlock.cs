using System.Numerics;

namespace PyCoro.Stdlib.Compression;

/// <summary>A block of literals and matches, counted for both kinds of codes.</summary>
internal sealed class DeflateBlock
{
    private const int RepeatLast = 16;
    private const int FewZeros = 17;
    private const int ManyZeros = 18;

    private readonly List<int> _tokens;
    private readonly byte[] _literalLengths;
    private readonly byte[] _distanceLengths;
    private readonly byte[] _codeLengths;

    // Code lengths of both alphabets as they are sent: symbols, each with its extra bits above.
    private readonly List<int> _header = [];
    private readonly int _literalCount;
    private readonly int _distanceCount;
    private readonly int _codeLengthCount;

    internal DeflateBlock(List<int> tokens)
    {
        _tokens = tokens;
        var literals = new int[286];
        var distances = new int[30];
        literals[DeflateCodes.EndOfBlock] = 1;
        var extra = 0L;
        foreach (var token in tokens)
        {
            if (token >= 0)
            {
                literals[token]++;
                continue;
            }
            var (length, distance) = Split(token);
            literals[DeflateCodes.FirstLength + length]++;
            distances[distance]++;
            extra += DeflateCodes.LengthExtraBits[length] + DeflateCodes.DistanceExtraBits[distance];
        }
        _literalLengths = HuffmanLengths.Of(literals, DeflateCodes.LongestCode);
        _distanceLengths = HuffmanLengths.Of(distances, DeflateCodes.LongestCode);
        _literalCount = _literalLengths.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        _distanceCount = _distanceLengths.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        _literalCount = Math.Max(_literalCount, DeflateCodes.FirstLength);
        MakeHeader();
        var headerCounts = new int[19];
        foreach (var item in _header)
            headerCounts[item & 31]++;
        _codeLengths = HuffmanLengths.Of(headerCounts, 7);
        for (_codeLengthCount = 19; _codeLengths[DeflateCodes.CodeLengthOrder[_codeLengthCount - 1]] == 0;)
            _codeLengthCount--;
        FixedSize = 3 + extra + Size(literals, DeflateCodes.FixedLiteralLengths()) + Size(distances, DeflateCodes.FixedDistanceLengths());
        DynamicSize = 3 + 14 + 3 * _codeLengthCount + extra + Size(literals, _literalLengths) + Size(distances, _distanceLengths)
            + Size(headerCounts, _codeLengths) + 2 * headerCounts[RepeatLast] + 3 * headerCounts[FewZeros] + 7 * headerCounts[ManyZeros];
    }

    /// <summary>Bits with the fixed codes.</summary>
    internal long FixedSize { get; }

    /// <summary>Bits with codes of its own.</summary>
    internal long DynamicSize { get; }

    internal void Write(ref BitWriter output, bool isFixed, bool isLast)
    {
        output.Write((isLast ? 1 : 0) | (isFixed ? 1 : 2) << 1, 3);
        var literalLengths = isFixed ? DeflateCodes.FixedLiteralLengths() : _literalLengths;
        var distanceLengths = isFixed ? DeflateCodes.FixedDistanceLengths() : _distanceLengths;
        if (!isFixed)
            WriteHeader(ref output);
        var literalCodes = DeflateCodes.CodesOf(literalLengths);
        var distanceCodes = DeflateCodes.CodesOf(distanceLengths);
        foreach (var token in _tokens)
        {
            if (token >= 0)
            {
                output.Write(literalCodes[token], literalLengths[token]);
                continue;
            }
            var (length, distance) = Split(token);
            var symbol = DeflateCodes.FirstLength + length;
            output.Write(literalCodes[symbol], literalLengths[symbol]);
            output.Write((~token & 511) - DeflateCodes.LengthBases[length], DeflateCodes.LengthExtraBits[length]);
            output.Write(distanceCodes[distance], distanceLengths[distance]);
            output.Write((~token >> 9) - DeflateCodes.DistanceBases[distance], DeflateCodes.DistanceExtraBits[distance]);
        }
        output.Write(literalCodes[DeflateCodes.EndOfBlock], literalLengths[DeflateCodes.EndOfBlock]);
    }

    /// <summary>The codes of a match's length and distance.</summary>
    private static (int Length, int Distance) Split(int token)
    {
        var length = (~token & 511) - DeflateCodes.ShortestMatch;
        var distance = (~token >> 9) - 1;
        // Codes double what they span after every fourth (lengths) or second one (distances).
        var lengthCode = length;
        if (length == DeflateCodes.LongestMatch - DeflateCodes.ShortestMatch)
            lengthCode = 28;
        else if (length >= 8)
            lengthCode = 4 * (BitOperations.Log2((uint)length) - 1) + (length >> (BitOperations.Log2((uint)length) - 2) & 3);
        var distanceCode = distance < 4
            ? distance
            : 2 * BitOperations.Log2((uint)distance) + (distance >> (BitOperations.Log2((uint)distance) - 1) & 1);
        return (lengthCode, distanceCode);
    }

    private static long Size(ReadOnlySpan<int> counts, ReadOnlySpan<byte> lengths)
    {
        var size = 0L;
        for (var i = 0; i < counts.Length; i++)
            size += (long)counts[i] * lengths[i];
        return size;
    }

    private void MakeHeader()
    {
        byte[] all = [.. _literalLengths.AsSpan(0, _literalCount), .. _distanceLengths.AsSpan(0, _distanceCount)];
        for (var i = 0; i < all.Length;)
        {
            var run = 1;
            while (i + run < all.Length && all[i + run] == all[i])
                run++;
            if (all[i] == 0 && run >= 3)
            {
                run = Math.Min(run, 138);
                _header.Add(run < 11 ? FewZeros | (run - 3) << 5 : ManyZeros | (run - 11) << 5);
                i += run;
            }
            else if (i > 0 && all[i] == all[i - 1] && run >= 3)
            {
                run = Math.Min(run, 6);
                _header.Add(RepeatLast | (run - 3) << 5);
                i += run;
            }
            else
            {
                _header.Add(all[i++]);
            }
        }
    }

    private void WriteHeader(ref BitWriter output)
    {
        output.Write(_literalCount - 257, 5);
        output.Write(_distanceCount - 1, 5);
        output.Write(_codeLengthCount - 4, 4);
        foreach (var symbol in DeflateCodes.CodeLengthOrder[.._codeLengthCount])
            output.Write(_codeLengths[symbol], 3);
        var codes = DeflateCodes.CodesOf(_codeLengths);
        foreach (var item in _header)
        {
            var symbol = item & 31;
            output.Write(codes[symbol], _codeLengths[symbol]);
            output.Write(item >> 5, symbol switch { RepeatLast => 2, FewZeros => 3, ManyZeros => 7, _ => 0 });
        }
    }
}
