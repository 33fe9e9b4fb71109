// RFC 2045, 6.7 and, for headers, RFC 2047, 4.2.

using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Binary;

/// <summary>Bytes as quoted-printable text and back.</summary>
internal ref struct QuotedPrintableText
{
    private const int LongestLine = 76;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _quotesBlanks;
    private readonly bool _isText;
    private readonly bool _isHeader;

    /// <summary>Lines end as the first line of the input does.</summary>
    private readonly bool _endsWithReturn;

    private ByteBuilder _output;
    private int _lineLength;

    internal QuotedPrintableText(ReadOnlySpan<byte> bytes, bool quotesBlanks, bool isText, bool isHeader)
    {
        _bytes = bytes;
        _quotesBlanks = quotesBlanks;
        _isText = isText;
        _isHeader = isHeader;
        var end = bytes.IndexOf((byte)'\n');
        _endsWithReturn = end > 0 && bytes[end - 1] == '\r';
        _output = new ByteBuilder(bytes.Length + 16);
    }

    /// <summary>The bytes as text.</summary>
    internal byte[] Make()
    {
        for (var i = 0; i < _bytes.Length; i++)
        {
            var unit = _bytes[i];
            var next = i + 1 < _bytes.Length ? _bytes[i + 1] : -1;
            if (IsLineEnd(unit, next))
            {
                QuoteLastBlank();
                EndLine();
                if (unit == '\r')
                    i++;
            }
            else if (IsQuoted(unit, next))
            {
                if (_lineLength + 3 >= LongestLine)
                    BreakLine();
                Quote(unit);
                _lineLength += 3;
            }
            else
            {
                if (next >= 0 && next != '\n' && _lineLength + 1 >= LongestLine)
                    BreakLine();
                _output.Append(_isHeader && unit == ' ' ? (byte)'_' : unit);
                _lineLength++;
            }
        }
        return _output.ToArray();
    }

    /// <summary>The bytes of a text; what is not well formed is left as it is.</summary>
    internal static byte[] Parse(ReadOnlySpan<byte> text, bool isHeader)
    {
        var output = new ByteBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                output.Append(isHeader && text[i] == '_' ? (byte)' ' : text[i]);
                continue;
            }
            if (++i == text.Length)
                break;
            if (text[i] is (byte)'\n' or (byte)'\r')
            {
                // A soft line break reaches to the line feed.
                while (i < text.Length && text[i] != '\n')
                    i++;
            }
            else if (text[i] == '=')
            {
                output.Append((byte)'=');
            }
            else if (i + 1 < text.Length && char.IsAsciiHexDigit((char)text[i]) && char.IsAsciiHexDigit((char)text[i + 1]))
            {
                output.Append((byte)(Nibble(text[i]) << 4 | Nibble(text[i + 1])));
                i++;
            }
            else
            {
                output.Append((byte)'=');
                i--;
            }
        }
        return output.ToArray();
    }

    private readonly bool IsLineEnd(byte unit, int next) => _isText && (unit == '\n' || (unit == '\r' && next == '\n'));

    private readonly bool IsQuoted(byte unit, int next) => unit switch
    {
        > 126 or (byte)'=' => true,
        (byte)'_' => _isHeader,
        // A line with nothing but a dot ends a message in SMTP.
        (byte)'.' => _lineLength == 0 && next is (-1 or 0 or '\n' or '\r'),
        (byte)'\r' or (byte)'\n' => !_isText,
        (byte)' ' or (byte)'\t' => _quotesBlanks || next < 0,
        _ => unit < 33,
    };

    private void QuoteLastBlank()
    {
        if (_output.Length == 0 || _output.Span[^1] is not ((byte)' ' or (byte)'\t'))
            return;
        var blank = _output.Span[^1];
        _output.Shrink(1);
        Quote(blank);
    }

    private void BreakLine()
    {
        _output.Append((byte)'=');
        EndLine();
    }

    private void EndLine()
    {
        if (_endsWithReturn)
            _output.Append((byte)'\r');
        _output.Append((byte)'\n');
        _lineLength = 0;
    }

    private void Quote(byte unit)
    {
        _output.Append((byte)'=');
        _output.Append(Digit(unit >> 4));
        _output.Append(Digit(unit & 15));
    }

    private static byte Digit(int nibble) => (byte)(nibble < 10 ? '0' + nibble : 'A' + nibble - 10);

    private static int Nibble(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
