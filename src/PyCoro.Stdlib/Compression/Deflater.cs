// Writes deflate streams (RFC 1951) in the container of zlib, gzip or none. Input is collected until a block is full or is to be
// flushed; each block is sent in the shortest of the three ways. The bytes differ from those of the library zlib, whose search
// for repetitions is another; any decompressor reads them.

using System.Buffers.Binary;
using PyCoro.Stdlib.Binary;

namespace PyCoro.Stdlib.Compression;

/// <summary>When data has to be sent.</summary>
internal enum FlushMode
{
    None,
    Partial,
    Sync,
    Full,
    Finish,
    Block,
    Trees,
}

/// <summary>What the caller of <c>compressobj</c> chooses.</summary>
internal readonly record struct DeflateOptions(int Level, int WindowBits, DeflateContainer Container, int Strategy);

/// <summary>What stands around deflate data.</summary>
internal enum DeflateContainer
{
    None,
    Zlib,
    Gzip,
}

/// <summary>A stream in the middle of being written.</summary>
internal sealed class Deflater(DeflateOptions options)
{
    internal const int HuffmanOnly = 2;
    internal const int RunLengths = 3;
    internal const int FixedCodes = 4;

    private const int BlockSize = 65535;

    private BitWriter _output = new();
    private byte[] _data = new byte[4096];
    private int _start;
    private int _end;
    private uint _check = options.Container == DeflateContainer.Gzip ? 0u : 1u;
    private uint _length;
    private uint _dictionaryCheck;
    private bool _hasDictionary;
    private bool _hasHeader;
    private FlushMode _lastFlush;

    /// <summary>The stream has been ended.</summary>
    internal bool IsFinished { get; private set; }

    /// <summary>Data that matches may refer to from the beginning.</summary>
    internal void SetDictionary(ReadOnlySpan<byte> dictionary)
    {
        _hasDictionary = true;
        _dictionaryCheck = Checksums.Adler32(dictionary, 1);
        Collect(dictionary[Math.Max(0, dictionary.Length - DeflateCodes.WindowSize)..]);
        _start = _end;
    }

    /// <summary>Takes more data; the result is what can be sent already.</summary>
    internal byte[] Write(ReadOnlySpan<byte> data)
    {
        WriteHeader();
        _check = options.Container switch
        {
            DeflateContainer.Gzip => Checksums.Crc32(data, _check),
            DeflateContainer.Zlib => Checksums.Adler32(data, _check),
            _ => 0,
        };
        _length += (uint)data.Length;
        if (data.Length > 0)
            _lastFlush = FlushMode.None;
        while (data.Length > 0)
        {
            var taken = Math.Min(data.Length, BlockSize - (_end - _start));
            Collect(data[..taken]);
            data = data[taken..];
            if (_end - _start == BlockSize)
                WriteBlock(isLast: false);
        }
        return _output.TakeBytes();
    }

    /// <summary>Sends what was collected.</summary>
    internal byte[] Flush(FlushMode mode)
    {
        WriteHeader();
        if (mode == FlushMode.Finish)
        {
            WriteBlock(isLast: true);
            _output.Align();
            WriteTrailer();
            IsFinished = true;
            return _output.TakeBytes();
        }
        if (_end == _start && Rank(mode) <= Rank(_lastFlush))
            return _output.TakeBytes();
        if (_end > _start)
            WriteBlock(isLast: false);
        switch (mode)
        {
            case FlushMode.Partial:
                // An empty block of the fixed codes: its header and the end of the block.
                _output.Write(0b010, 3);
                _output.Write(0, 7);
                break;
            case FlushMode.Sync or FlushMode.Full:
                WriteStored([], isLast: false);
                if (mode == FlushMode.Full)
                    _start = _end = 0;
                break;
        }
        _lastFlush = mode;
        return _output.TakeBytes();
    }

    /// <summary>Another one in the same state.</summary>
    internal Deflater Copy()
    {
        var copy = (Deflater)MemberwiseClone();
        copy._data = _data.AsSpan().ToArray();
        copy._output = _output.Copy();
        return copy;
    }

    private static int Rank(FlushMode mode) => mode == FlushMode.Block ? 1 : 2 * (int)mode;

    private void Collect(ReadOnlySpan<byte> data)
    {
        if (_end + data.Length > _data.Length)
        {
            // The window before the block is kept.
            var kept = Math.Min(_start, DeflateCodes.WindowSize);
            var content = _data.AsSpan(_start - kept, kept + _end - _start);
            var larger = new byte[Math.Max(_data.Length, Math.Min(2 * (content.Length + data.Length), DeflateCodes.WindowSize + 2 * BlockSize))];
            content.CopyTo(larger);
            _data = larger;
            _end = content.Length;
            _start = kept;
        }
        data.CopyTo(_data.AsSpan(_end));
        _end += data.Length;
    }

    private void WriteHeader()
    {
        if (_hasHeader)
            return;
        _hasHeader = true;
        var isFast = options.Level is 0 or 1 || options.Strategy >= HuffmanOnly;
        switch (options.Container)
        {
            case DeflateContainer.Zlib:
                var effort = isFast ? 0 : options.Level < 6 ? 1 : options.Level == 6 ? 2 : 3;
                var header = (options.WindowBits - 8) << 12 | 8 << 8 | effort << 6 | (_hasDictionary ? 0x20 : 0);
                header += 31 - header % 31;
                _output.Write([(byte)(header >> 8), (byte)header]);
                if (_hasDictionary)
                    WriteBigEndian(_dictionaryCheck);
                break;
            case DeflateContainer.Gzip:
                const byte unix = 3;
                _output.Write([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, (byte)(options.Level == 9 ? 2 : isFast ? 4 : 0), unix]);
                break;
        }
    }

    private void WriteTrailer()
    {
        if (options.Container == DeflateContainer.Zlib)
        {
            WriteBigEndian(_check);
        }
        else if (options.Container == DeflateContainer.Gzip)
        {
            WriteBigEndian(BinaryPrimitives.ReverseEndianness(_check));
            WriteBigEndian(BinaryPrimitives.ReverseEndianness(_length));
        }
    }

    private void WriteBigEndian(uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        _output.Write(bytes);
    }

    private void WriteBlock(bool isLast)
    {
        var block = _data.AsSpan(_start, _end - _start);
        if (options.Level == 0)
            WriteStored(block, isLast);
        else
            WriteCompressed(block, isLast);
        _start = _end;
    }

    private void WriteCompressed(ReadOnlySpan<byte> block, bool isLast)
    {
        var tokens = FindMatches(block);
        var blockCodes = new DeflateBlock(tokens);
        var stored = (block.Length + 5L) * 8;
        var isFixed = options.Strategy == FixedCodes || blockCodes.FixedSize <= blockCodes.DynamicSize;
        if (options.Strategy != FixedCodes && stored < Math.Min(blockCodes.FixedSize, blockCodes.DynamicSize))
            WriteStored(block, isLast);
        else
            blockCodes.Write(ref _output, isFixed, isLast);
    }

    private List<int> FindMatches(ReadOnlySpan<byte> block)
    {
        if (options.Strategy == HuffmanOnly)
        {
            var literals = new List<int>(block.Length);
            foreach (var unit in block)
                literals.Add(unit);
            return literals;
        }
        var kept = Math.Min(_start, DeflateCodes.WindowSize);
        var finder = new MatchFinder(_data.AsMemory(_start - kept, kept + block.Length), 1 << options.WindowBits, options.Level);
        finder.Run(kept, options.Strategy == RunLengths ? 1 : DeflateCodes.WindowSize);
        return finder.Tokens;
    }

    private void WriteStored(ReadOnlySpan<byte> block, bool isLast)
    {
        _output.Write(isLast ? 1 : 0, 3);
        _output.Align();
        _output.Write(block.Length, 16);
        _output.Write(~block.Length & 0xffff, 16);
        _output.Write(block);
    }
}
