// Encodings that a program gives as a map (library reference: codecs, charmap): any object that has items for the numbers of
// bytes when decoding, or of characters when encoding.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>Codes by a map.</summary>
internal sealed class CharacterMapCodec(Value mapping) : TextCodec("charmap")
{
    private const string Undefined = "character maps to <undefined>";
    private const char NotACharacter = '\uFFFE';

    internal override bool Decode(scoped ref DecodingRun run)
    {
        while (run.Position < run.Bytes.Length)
        {
            if (!TryFindText(run.Thread, run.Bytes[run.Position], ref run.Output, out var isMapped))
                return false;
            if (isMapped)
                run.Position++;
            else if (!run.Malformed(1, Undefined))
                return false;
        }
        return true;
    }

    internal override bool Encode(scoped ref EncodingRun run)
    {
        var text = run.Text;
        while (run.Position < text.Length)
        {
            if (!TryFindBytes(run.Thread, text, run.Position, ref run.Output, out var isMapped))
                return false;
            var start = run.Position;
            var end = EndOf(text, start);
            if (isMapped)
            {
                run.Position = end;
                continue;
            }
            if (!TryFindMapped(run.Thread, text, ref end) || !run.Unencodable(end, Undefined, out var replacement))
                return false;
            for (var place = 0; place < replacement.Length; place = EndOf(replacement, place))
            {
                if (!TryFindBytes(run.Thread, replacement, place, ref run.Output, out isMapped))
                    return false;
                if (!isMapped)
                    return run.Fail(start, end, Undefined);
            }
        }
        return true;
    }

    private static int EndOf(string text, int place) => place + (char.IsSurrogatePair(text, place) ? 2 : 1);

    // Moves the place on to the next character that the map has; false when the map raised.
    private bool TryFindMapped(VmThread thread, string text, ref int place)
    {
        var ignored = new ByteBuilder(8);
        for (; place < text.Length; place = EndOf(text, place))
        {
            if (!TryFindBytes(thread, text, place, ref ignored, out var isMapped))
                return false;
            if (isMapped)
                break;
        }
        return true;
    }

    private bool TryFindBytes(VmThread thread, string text, int place, ref ByteBuilder output, out bool isMapped)
    {
        var point = CodePoints.At(text, place);
        if (mapping.Ref is PyEncodingMap map)
        {
            isMapped = map.TryFind(point, out var code);
            if (isMapped)
                output.Append(code);
            return true;
        }
        if (!TryGet(thread, point, out var item))
        {
            isMapped = false;
            return false;
        }
        isMapped = !item.IsNone;
        if (item.Ref is PyBytes bytes)
        {
            output.Append(bytes.Span);
        }
        else if (item.TryGetBigInteger(out var number))
        {
            if (number < 0 || number > 0xFF)
                return Wrong(thread, "character mapping must be in range(256)");
            output.Append((byte)number);
        }
        else if (isMapped)
        {
            return Wrong(thread, $"character mapping must return integer, bytes or None, not {item.Type.QualifiedNativeName}");
        }
        return true;
    }

    private bool TryFindText(VmThread thread, byte unit, ref TextBuilder output, out bool isMapped)
    {
        isMapped = false;
        if (mapping.Ref is PyStr table)
        {
            if (unit >= table.Length)
                return true;
            var point = CodePoints.At(table.Text, table.UnitOf(unit));
            isMapped = point != NotACharacter;
            if (isMapped)
                output.AppendPoint(point);
            return true;
        }
        if (!TryGet(thread, unit, out var item))
            return false;
        isMapped = !item.IsNone;
        if (item.Ref is PyStr text)
        {
            isMapped = text.Text is not ['\uFFFE'];
            if (isMapped)
                output.Append(text.Text);
        }
        else if (item.TryGetBigInteger(out var number))
        {
            if (number < 0 || number > 0x10FFFF)
                return Wrong(thread, "character mapping must be in range(0x110000)");
            isMapped = number != NotACharacter;
            if (isMapped)
                output.AppendPoint((int)number);
        }
        else if (isMapped)
        {
            return Wrong(thread, "character mapping must return integer, None or str");
        }
        return true;
    }

    // None stands for what the map has not.
    private bool TryGet(VmThread thread, int number, out Value item)
    {
        item = Items.Get(thread, mapping, Value.Int(number));
        if (item.IsError && thread.ClearPending(ExceptionTypes.LookupError))
            item = Value.None;
        return !item.IsError;
    }

    private static bool Wrong(VmThread thread, string message)
    {
        thread.TypeError(message);
        return false;
    }
}
