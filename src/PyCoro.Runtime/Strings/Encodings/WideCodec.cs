using System.Buffers.Binary;

namespace PyCoro.Runtime.Strings;

/// <summary>Which byte of a unit comes first.</summary>
internal enum ByteOrder
{
    Little,
    Big,

    /// <summary>A byte order mark says it; little-endian is written, and read where there is none.</summary>
    Marked,
}

/// <summary>UTF-16 and UTF-32 (Unicode Standard, chapter 3.10).</summary>
internal sealed class WideCodec(string name, int unitSize, ByteOrder order) : TextCodec(name)
{
    private const int Mark = 0xFEFF;

    internal override bool KeepsNoState => order != ByteOrder.Marked;

    internal override bool Decode(scoped ref DecodingRun run)
    {
        var isBig = order == ByteOrder.Big;
        if (order == ByteOrder.Marked)
        {
            if (run.Bytes.Length >= unitSize && Read(run.Bytes, 0, false) == Mark)
            {
                run.Position = unitSize;
            }
            else if (run.Bytes.Length >= unitSize && Read(run.Bytes, 0, true) == Mark)
            {
                run.Position = unitSize;
                isBig = true;
            }
            run.CodecName = Name + (isBig ? "-be" : "-le");
        }
        while (run.Position < run.Bytes.Length)
        {
            var left = run.Bytes.Length - run.Position;
            if (left < unitSize)
            {
                if (!run.IsFinal)
                    return true;
                if (!run.Malformed(left, "truncated data"))
                    return false;
                continue;
            }
            var unit = Read(run.Bytes, run.Position, isBig);
            var wait = false;
            if (unitSize == 4 ? !TakePoint(ref run, unit) : !TakeUnit(ref run, unit, left, isBig, out wait))
                return false;
            if (wait)
                return true;
        }
        return true;
    }

    internal override bool Encode(scoped ref EncodingRun run)
    {
        var isBig = order == ByteOrder.Big;
        if (order == ByteOrder.Marked)
            Write(ref run.Output, Mark, false);
        var text = run.Text;
        while (run.Position < text.Length)
        {
            var point = CodePoints.At(text, run.Position);
            if (point is < 0xD800 or > 0xDFFF)
            {
                Write(ref run.Output, point, isBig);
                run.Position += point > 0xFFFF ? 2 : 1;
                continue;
            }
            var start = run.Position;
            var written = run.Output.Length;
            if (!run.Unencodable(start + 1, Utf8Codec.NoSurrogates, out var replacement))
                return false;
            if ((run.Output.Length - written) % unitSize != 0)
                return run.Fail(start, start + 1, Utf8Codec.NoSurrogates);
            foreach (var unit in replacement)
            {
                if (unit >= 0x80)
                    return run.Fail(start, start + 1, Utf8Codec.NoSurrogates);
                Write(ref run.Output, unit, isBig);
            }
        }
        return true;
    }

    private static bool TakePoint(scoped ref DecodingRun run, uint point)
    {
        if (point > 0x10FFFF)
            return run.Malformed(4, "code point not in range(0x110000)");
        if (point is >= 0xD800 and <= 0xDFFF)
            return run.Malformed(4, "code point in surrogate code point range(0xd800, 0xe000)");
        run.Output.AppendPoint((int)point);
        run.Position += 4;
        return true;
    }

    private bool TakeUnit(scoped ref DecodingRun run, uint unit, int left, bool isBig, out bool wait)
    {
        wait = false;
        if (unit is < 0xD800 or > 0xDFFF)
        {
            run.Output.Append((char)unit);
            run.Position += 2;
            return true;
        }
        if (unit >= 0xDC00)
            return run.Malformed(2, "illegal encoding");
        if (left < 4)
        {
            wait = !run.IsFinal;
            return wait || run.Malformed(left, "unexpected end of data");
        }
        var second = Read(run.Bytes, run.Position + 2, isBig);
        if (second is < 0xDC00 or > 0xDFFF)
            return run.Malformed(2, "illegal UTF-16 surrogate");
        run.Output.Append((char)unit, (char)second);
        run.Position += 4;
        return true;
    }

    private uint Read(ReadOnlySpan<byte> bytes, int place, bool isBig)
    {
        var unit = bytes.Slice(place, unitSize);
        if (unitSize == 2)
            return isBig ? BinaryPrimitives.ReadUInt16BigEndian(unit) : BinaryPrimitives.ReadUInt16LittleEndian(unit);
        return isBig ? BinaryPrimitives.ReadUInt32BigEndian(unit) : BinaryPrimitives.ReadUInt32LittleEndian(unit);
    }

    private void Write(ref ByteBuilder output, int point, bool isBig)
    {
        if (unitSize == 4)
        {
            var room = output.Reserve(4);
            if (isBig)
                BinaryPrimitives.WriteInt32BigEndian(room, point);
            else
                BinaryPrimitives.WriteInt32LittleEndian(room, point);
            return;
        }
        if (point > 0xFFFF)
        {
            Write(ref output, 0xD800 + ((point - 0x10000) >> 10), isBig);
            point = 0xDC00 + ((point - 0x10000) & 0x3FF);
        }
        var unit = output.Reserve(2);
        if (isBig)
            BinaryPrimitives.WriteUInt16BigEndian(unit, (ushort)point);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(unit, (ushort)point);
    }
}
