// Reads deflate streams (RFC 1951). Input comes in pieces of any size: a step that runs out of bits is taken back to its
// beginning and repeated when more has come. .NET's streams cannot stop at the end of the data, be copied, or take a dictionary.

using System.Buffers.Binary;

namespace PyCoro.Stdlib.Compression;

/// <summary>How a call of the inflater ended.</summary>
internal enum InflateStatus
{
    NeedsInput,
    OutputIsFull,
    End,
    NeedsDictionary,
    Malformed,
}

/// <summary>A stream in the middle of being read. The container around the deflate data is in Inflater.Container.cs.</summary>
internal sealed partial class Inflater
{
    private byte[] _input = [];
    private int _place;
    private ulong _hold;
    private int _bits;

    // The last bytes of the output are the window, to which more is added.
    private byte[] _output = new byte[4096];
    private int _count;

    private Stage _stage;
    private bool _isLastBlock;
    private int _storedLeft;
    private int _matchLeft;
    private int _matchDistance;
    private HuffmanDecoder? _literals;
    private HuffmanDecoder? _distances;

    private enum Stage
    {
        Header,
        Dictionary,
        BlockHeader,
        Stored,
        Symbols,
        Trailer,
        End,
    }

    /// <summary>What is wrong with the data, after <see cref="InflateStatus.Malformed"/>.</summary>
    internal string? Problem { get; private set; }

    /// <summary>The input that was not read: behind the end of the data, or because the output was full.</summary>
    internal ReadOnlySpan<byte> Rest => _input.AsSpan(_place);

    /// <summary>Reads until input, room for output or the data ends.</summary>
    internal InflateStatus Read(ReadOnlySpan<byte> data, long mostOutput, out byte[] output)
    {
        _input = [.. _input.AsSpan(_place), .. data];
        _place = 0;
        KeepWindow();
        var start = _count;
        var limit = (int)Math.Min(mostOutput, Array.MaxLength - start) + start;
        var status = Run(limit);
        output = _output.AsSpan(start, _count - start).ToArray();
        AddToCheck(output);
        if (status == InflateStatus.End && !FinishTrailer(ref status))
            status = Problem is null ? InflateStatus.NeedsInput : InflateStatus.Malformed;
        GiveBack();
        if (status == InflateStatus.Malformed)
            ForgetInput();
        return status;
    }

    /// <summary>Drops input that is not read yet: who fed it feeds it again.</summary>
    internal void ForgetInput()
    {
        _input = [];
        _place = 0;
    }

    /// <summary>Another one in the same state.</summary>
    internal Inflater Copy()
    {
        var copy = (Inflater)MemberwiseClone();
        copy._output = _output.AsSpan().ToArray();
        return copy;
    }

    private InflateStatus Run(int limit)
    {
        while (true)
        {
            var (place, hold, bits) = (_place, _hold, _bits);
            var status = _stage switch
            {
                Stage.Header => ReadHeader(),
                Stage.Dictionary => InflateStatus.NeedsDictionary,
                Stage.BlockHeader => ReadBlockHeader(),
                Stage.Stored => CopyStored(limit),
                Stage.Symbols => ReadSymbols(limit),
                _ => InflateStatus.End,
            };
            if (status is null)
                continue;
            if (status == InflateStatus.NeedsInput && _stage is Stage.Header or Stage.BlockHeader)
                (_place, _hold, _bits) = (place, hold, bits);
            return status.Value;
        }
    }

    private InflateStatus? ReadBlockHeader()
    {
        if (_isLastBlock)
        {
            Skip(_bits & 7);
            _stage = Stage.Trailer;
            return null;
        }
        if (!Need(3))
            return InflateStatus.NeedsInput;
        var isLast = Take(1) != 0;
        InflateStatus? failure = null;
        switch (Take(2))
        {
            case 0:
                Skip(_bits & 7);
                if (!Need(32))
                    return InflateStatus.NeedsInput;
                _storedLeft = Take(16);
                if (_storedLeft != (Take(16) ^ 0xffff))
                    return Fail("invalid stored block lengths");
                _stage = Stage.Stored;
                break;
            case 1:
                _literals = HuffmanDecoder.Make(DeflateCodes.FixedLiteralLengths(), mustBeComplete: true);
                _distances = HuffmanDecoder.Make(DeflateCodes.FixedDistanceLengths(), mustBeComplete: true);
                _stage = Stage.Symbols;
                break;
            case 2:
                failure = ReadCodes();
                break;
            default:
                return Fail("invalid block type");
        }
        if (failure is null)
            _isLastBlock = isLast;
        return failure;
    }

    private InflateStatus? ReadCodes()
    {
        if (!Need(14))
            return InflateStatus.NeedsInput;
        var literals = Take(5) + 257;
        var distances = Take(5) + 1;
        var codeLengths = Take(4) + 4;
        if (literals > 286 || distances > 30)
            return Fail("too many length or distance symbols");
        Span<byte> lengths = stackalloc byte[19];
        lengths.Clear();
        for (var i = 0; i < codeLengths; i++)
        {
            if (!Need(3))
                return InflateStatus.NeedsInput;
            lengths[DeflateCodes.CodeLengthOrder[i]] = (byte)Take(3);
        }
        if (HuffmanDecoder.Make(lengths, mustBeComplete: true) is not { } decoder || lengths.IndexOfAnyExcept((byte)0) < 0)
            return Fail("invalid code lengths set");
        Span<byte> all = stackalloc byte[286 + 30];
        all.Clear();
        for (var done = 0; done < literals + distances;)
        {
            Refill();
            var symbol = decoder.Read(_hold, out var length);
            if (length > _bits)
                return InflateStatus.NeedsInput;
            if (symbol < 16)
            {
                Skip(length);
                all[done++] = (byte)symbol;
                continue;
            }
            var (extra, least) = symbol switch { 16 => (2, 3), 17 => (3, 3), _ => (7, 11) };
            if (length + extra > _bits)
                return InflateStatus.NeedsInput;
            Skip(length);
            var times = Take(extra) + least;
            if (done + times > literals + distances || (symbol == 16 && done == 0))
                return Fail("invalid bit length repeat");
            all.Slice(done, times).Fill(symbol == 16 ? all[done - 1] : (byte)0);
            done += times;
        }
        if (all[DeflateCodes.EndOfBlock] == 0)
            return Fail("invalid code -- missing end-of-block");
        _literals = HuffmanDecoder.Make(all[..literals], mustBeComplete: false);
        if (_literals is null)
            return Fail("invalid literal/lengths set");
        _distances = HuffmanDecoder.Make(all.Slice(literals, distances), mustBeComplete: false);
        if (_distances is null)
            return Fail("invalid distances set");
        _stage = Stage.Symbols;
        return null;
    }

    private InflateStatus? CopyStored(int limit)
    {
        GiveBack();
        while (_storedLeft > 0)
        {
            if (_count == limit)
                return InflateStatus.OutputIsFull;
            if (_place == _input.Length)
                return InflateStatus.NeedsInput;
            var length = Math.Min(_storedLeft, Math.Min(limit - _count, _input.Length - _place));
            _input.AsSpan(_place, length).CopyTo(Room(length));
            _count += length;
            _place += length;
            _storedLeft -= length;
        }
        _stage = Stage.BlockHeader;
        return null;
    }

    private InflateStatus? ReadSymbols(int limit)
    {
        while (true)
        {
            if (_matchLeft > 0)
                CopyMatch(limit);
            if (_count == limit)
                return InflateStatus.OutputIsFull;
            Refill();
            var symbol = _literals!.Read(_hold, out var used);
            if (symbol < 0 && _bits >= DeflateCodes.LongestCode)
                return Fail("invalid literal/length code");
            if (symbol < 0 || used > _bits)
                return InflateStatus.NeedsInput;
            if (symbol < DeflateCodes.EndOfBlock)
            {
                Skip(used);
                Room(1)[0] = (byte)symbol;
                _count++;
                continue;
            }
            if (symbol == DeflateCodes.EndOfBlock)
            {
                Skip(used);
                _stage = Stage.BlockHeader;
                return null;
            }
            if (ReadMatch(symbol - DeflateCodes.FirstLength, used) is { } failure)
                return failure;
        }
    }

    private InflateStatus? ReadMatch(int code, int used)
    {
        if (code >= DeflateCodes.LengthBases.Length)
            return Fail("invalid literal/length code");
        var hold = _hold >> used;
        var extra = DeflateCodes.LengthExtraBits[code];
        var length = DeflateCodes.LengthBases[code] + (int)(hold & ((1UL << extra) - 1));
        hold >>= extra;
        used += extra;
        var symbol = _distances!.Read(hold, out var bits);
        if (symbol < 0 && _bits - used >= DeflateCodes.LongestCode || symbol >= DeflateCodes.DistanceBases.Length && used + bits <= _bits)
            return Fail("invalid distance code");
        if (symbol < 0 || used + bits > _bits)
            return InflateStatus.NeedsInput;
        extra = DeflateCodes.DistanceExtraBits[symbol];
        var distance = DeflateCodes.DistanceBases[symbol] + (int)((hold >> bits) & ((1UL << extra) - 1));
        used += bits + extra;
        if (used > _bits)
            return InflateStatus.NeedsInput;
        if (distance > Math.Min(_count, _farthest))
            return Fail("invalid distance too far back");
        Skip(used);
        _matchLeft = length;
        _matchDistance = distance;
        return null;
    }

    private void CopyMatch(int limit)
    {
        var length = Math.Min(_matchLeft, limit - _count);
        var room = Room(length);
        var from = _count - _matchDistance;
        // The match may overlap what it makes.
        for (var i = 0; i < length; i++)
            room[i] = _output[from + i];
        _count += length;
        _matchLeft -= length;
    }

    private Span<byte> Room(int length)
    {
        if (_count + length > _output.Length)
            Array.Resize(ref _output, (int)Math.Min(Array.MaxLength, Math.Max(_output.Length * 2L, _count + length)));
        return _output.AsSpan(_count, length);
    }

    private void KeepWindow()
    {
        if (_count <= 4 * DeflateCodes.WindowSize)
            return;
        _output = _output.AsSpan(_count - DeflateCodes.WindowSize, DeflateCodes.WindowSize).ToArray();
        _count = DeflateCodes.WindowSize;
    }

    private InflateStatus Fail(string problem)
    {
        Problem = problem;
        return InflateStatus.Malformed;
    }

    /// <summary>Are so many bits there?</summary>
    private bool Need(int bits)
    {
        Refill();
        return _bits >= bits;
    }

    private void Refill()
    {
        if (_bits > 48)
            return;
        if (_input.Length - _place >= sizeof(ulong))
        {
            _hold |= BinaryPrimitives.ReadUInt64LittleEndian(_input.AsSpan(_place)) << _bits;
            var bytes = (63 - _bits) >> 3;
            _place += bytes;
            _bits += bytes * 8;
            _hold &= (1UL << _bits) - 1;
            return;
        }
        for (; _bits <= 48 && _place < _input.Length; _bits += 8)
            _hold |= (ulong)_input[_place++] << _bits;
    }

    private int Take(int bits)
    {
        var value = (int)(_hold & ((1UL << bits) - 1));
        Skip(bits);
        return value;
    }

    private void Skip(int bits)
    {
        _hold >>= bits;
        _bits -= bits;
    }

    /// <summary>Whole bytes that were read ahead are input again.</summary>
    private void GiveBack()
    {
        _place -= _bits >> 3;
        _bits &= 7;
        _hold &= (1UL << _bits) - 1;
    }
}
