// A source file in memory. Tokens and nodes hold positions as CPython's nodes do (lines from 1, columns in UTF-8
// bytes), errors count characters; this is the one place that converts between offsets, bytes and characters.
// Most sources are plain ASCII, where all three are the same; that is found out once.

using System.Text;

namespace PyCoro.Syntax;

/// <summary>The text of a source with its lines. Line ends are <c>\n</c> only.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    internal SourceText(string text, string fileName, bool countsBytes = false)
    {
        CountsBytes = countsBytes;
        Text = text;
        FileName = fileName;
        IsAscii = Ascii.IsValid(text);
        _lineStarts = FindLines(text);
    }

    /// <summary>The decoded text.</summary>
    public string Text { get; }

    /// <summary>The name for error messages and code objects.</summary>
    public string FileName { get; }

    /// <summary>Whether every character is one byte of UTF-8.</summary>
    public bool IsAscii { get; }

    /// <summary>Whether the offsets of the parser's errors count bytes: so CPython does for bytes without a declared encoding.</summary>
    public bool CountsBytes { get; }

    /// <summary>How many digits a decimal integer may have; 0 for any number.</summary>
    internal int MaxIntDigits { get; set; } = ParseOptions.DefaultMaxIntDigits;

    /// <summary>The minor version of Python whose syntax it may use.</summary>
    internal int FeatureVersion { get; set; } = int.MaxValue;

    /// <summary>Number of lines; a final line end starts one more, empty line.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Offset in <see cref="Text"/> of the start of a line (from 1); the end of the text behind the last.</summary>
    public int LineStart(int line) => line <= _lineStarts.Length ? _lineStarts[line - 1] : Text.Length;

    /// <summary>The line (from 1) an offset lies on.</summary>
    public int LineOf(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The text of a line with its line end, or null when there is no such line.</summary>
    public string? LineText(int line)
    {
        if (line < 1 || line > _lineStarts.Length)
        {
            return null;
        }
        return Text[LineStart(line)..LineStart(line + 1)];
    }

    /// <summary>Number of UTF-8 bytes between two offsets.</summary>
    public int ByteCount(int start, int end) =>
        IsAscii ? end - start : Encoding.UTF8.GetByteCount(Text.AsSpan(start, end - start));

    /// <summary>UTF-8 byte column (from 0) of an offset on a line.</summary>
    public int ByteColumn(int line, int offset) => ByteCount(LineStart(line), offset);

    /// <summary>Offset in <see cref="Text"/> of a UTF-8 byte column on a line.</summary>
    public int OffsetOf(int line, int byteColumn)
    {
        var offset = LineStart(line);
        if (IsAscii)
        {
            return offset + byteColumn;
        }
        foreach (var rune in Text.AsSpan(offset).EnumerateRunes())
        {
            if (byteColumn <= 0)
            {
                break;
            }
            byteColumn -= rune.Utf8SequenceLength;
            offset += rune.Utf16SequenceLength;
        }
        return offset;
    }

    /// <summary>Column (from 0) that an error of the parser shows for a UTF-8 byte column on a line.</summary>
    public int ErrorColumn(int line, int byteColumn) => CountsBytes ? byteColumn : CharacterColumn(line, byteColumn);

    /// <summary>The same for the end of what starts on another line. CPython counts its characters in that first line's text.</summary>
    public int ErrorEndColumn(int line, int endLine, int byteColumn) => CountsBytes || line == endLine
        ? ErrorColumn(endLine, byteColumn)
        : CharacterColumn(line, Math.Min(byteColumn, ByteCount(LineStart(line), LineStart(line + 1))));

    /// <summary>Character column (code points, from 0) of a UTF-8 byte column on a line.</summary>
    public int CharacterColumn(int line, int byteColumn)
    {
        if (IsAscii || line < 1 || line > _lineStarts.Length)
        {
            return byteColumn;
        }
        int bytes = 0, characters = 0;
        foreach (var rune in Text.AsSpan(LineStart(line), LineStart(line + 1) - LineStart(line)).EnumerateRunes())
        {
            if (bytes >= byteColumn)
            {
                break;
            }
            bytes += rune.Utf8SequenceLength;
            characters++;
        }
        return characters;
    }

    private static int[] FindLines(string text)
    {
        var starts = new int[text.AsSpan().Count('\n') + 1];
        var at = 0;
        for (var i = 1; i < starts.Length; i++)
        {
            at = text.IndexOf('\n', at) + 1;
            starts[i] = at;
        }
        return starts;
    }
}
