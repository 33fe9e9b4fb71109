// What stands around deflate data: the header and checksum of zlib (RFC 1950) or gzip (RFC 1952), or nothing.

using PyCoro.Stdlib.Binary;

namespace PyCoro.Stdlib.Compression;

internal sealed partial class Inflater
{
    private readonly bool _takesZlib;
    private readonly bool _takesGzip;
    private readonly int _windowBits;
    private bool _isGzip;
    private uint _check;
    private uint _dictionaryCheck;
    private uint _length;
    private int _farthest = DeflateCodes.WindowSize;

    private Inflater(int windowBits, bool takesZlib, bool takesGzip)
    {
        _windowBits = windowBits;
        _takesZlib = takesZlib;
        _takesGzip = takesGzip;
        _check = 1;
        _stage = takesZlib || takesGzip ? Stage.Header : Stage.BlockHeader;
    }

    /// <summary>For data in the container that <c>wbits</c> names; null when it names none.</summary>
    internal static Inflater? Make(long wbits) => wbits switch
    {
        >= -15 and <= -8 => new Inflater((int)-wbits, false, false),
        0 => new Inflater(15, true, false),
        >= 8 and <= 15 => new Inflater((int)wbits, true, false),
        16 or 32 => new Inflater(15, wbits == 32, true),
        >= 24 and <= 31 => new Inflater((int)wbits - 16, false, true),
        >= 40 and <= 47 => new Inflater((int)wbits - 32, true, true),
        _ => null,
    };

    /// <summary>Gives the dictionary that the data was compressed with; false when it is another one.</summary>
    internal bool SetDictionary(ReadOnlySpan<byte> dictionary)
    {
        if (_stage == Stage.Dictionary && Checksums.Adler32(dictionary, 1) != _dictionaryCheck)
            return false;
        if (_stage == Stage.Dictionary)
            _stage = Stage.BlockHeader;
        dictionary = dictionary[Math.Max(0, dictionary.Length - DeflateCodes.WindowSize)..];
        dictionary.CopyTo(Room(dictionary.Length));
        _count += dictionary.Length;
        return true;
    }

    private bool HasContainer => _takesZlib || _takesGzip;

    private InflateStatus? ReadHeader()
    {
        if (!Need(16))
            return InflateStatus.NeedsInput;
        var first = Take(8);
        var second = Take(8);
        if (_takesGzip && first == 0x1f && second == 0x8b)
            return ReadGzipHeader();
        if (!_takesZlib || (first << 8 | second) % 31 != 0)
            return Fail("incorrect header check");
        if ((first & 15) != 8)
            return Fail("unknown compression method");
        var bits = (first >> 4) + 8;
        if (bits > 15 || bits > _windowBits)
            return Fail("invalid window size");
        _farthest = 1 << bits;
        if ((second & 0x20) == 0)
        {
            _stage = Stage.BlockHeader;
            return null;
        }
        if (!Need(32))
            return InflateStatus.NeedsInput;
        _dictionaryCheck = ReadBigEndian();
        _stage = Stage.Dictionary;
        return null;
    }

    private InflateStatus? ReadGzipHeader()
    {
        const int hasCheck = 2, hasExtra = 4, hasName = 8, hasComment = 16, reserved = 0xe0;
        GiveBack();
        var start = _place - 2;
        if (start < 0 || _input.Length - _place < 8)
            return _input.Length - _place >= 1 && _input[_place] != 8 ? Fail("unknown compression method") : InflateStatus.NeedsInput;
        if (_input[_place] != 8)
            return Fail("unknown compression method");
        var flags = _input[_place + 1];
        if ((flags & reserved) != 0)
            return Fail("unknown header flags set");
        var place = _place + 8;
        if ((flags & hasExtra) != 0)
        {
            if (_input.Length - place < 2)
                return InflateStatus.NeedsInput;
            place += 2 + (_input[place] | _input[place + 1] << 8);
        }
        for (var texts = ((flags & hasName) != 0 ? 1 : 0) + ((flags & hasComment) != 0 ? 1 : 0); texts > 0; texts--)
        {
            var end = place < _input.Length ? _input.AsSpan(place).IndexOf((byte)0) : -1;
            if (end < 0)
                return InflateStatus.NeedsInput;
            place += end + 1;
        }
        if ((flags & hasCheck) != 0)
        {
            if (_input.Length - place < 2)
                return InflateStatus.NeedsInput;
            if ((ushort)Checksums.Crc32(_input.AsSpan(start, place - start), 0) != (_input[place] | _input[place + 1] << 8))
                return Fail("header crc mismatch");
            place += 2;
        }
        if (place > _input.Length)
            return InflateStatus.NeedsInput;
        _place = place;
        _isGzip = true;
        _check = 0;
        _stage = Stage.BlockHeader;
        return null;
    }

    private void AddToCheck(ReadOnlySpan<byte> output)
    {
        if (!HasContainer)
            return;
        _check = _isGzip ? Checksums.Crc32(output, _check) : Checksums.Adler32(output, _check);
        _length += (uint)output.Length;
    }

    /// <summary>Compares the checksum behind the data; false when it is not there yet or differs.</summary>
    private bool FinishTrailer(ref InflateStatus status)
    {
        if (_stage == Stage.End || !HasContainer)
        {
            _stage = Stage.End;
            return true;
        }
        GiveBack();
        if (_input.Length - _place < (_isGzip ? 8 : 4))
            return false;
        var check = _isGzip ? ReadLittleEndian() : ReadBigEndian();
        if (check != _check)
            status = Fail("incorrect data check");
        else if (_isGzip && ReadLittleEndian() != _length)
            status = Fail("incorrect length check");
        else
            _stage = Stage.End;
        return _stage == Stage.End;
    }

    private uint ReadLittleEndian()
    {
        Refill();
        return (uint)Take(16) | (uint)Take(16) << 16;
    }

    private uint ReadBigEndian() => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(ReadLittleEndian());
}
