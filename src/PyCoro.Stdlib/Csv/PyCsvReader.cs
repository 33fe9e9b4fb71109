// A record is read character by character; a line may end inside of quotes, and the record goes on in the next.

using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Csv;

/// <summary>CSV reader
///
/// Reader objects are responsible for reading and parsing tabular data
/// in CSV format.</summary>
[PyType("reader", Module = "_csv", Base = typeof(PyIterator))]
internal sealed partial class PyCsvReader : PyIterator
{
    private const int EndOfLine = -1;

    private enum Place
    {
        StartOfRecord,
        StartOfField,
        Escaped,
        AfterEscapedLineEnd,
        InField,
        InQuotes,
        EscapedInQuotes,
        AfterQuoteInQuotes,
        AfterRecord,
    }

    private readonly Value _lines;
    private readonly CsvState _state;
    private readonly StringBuilder _field = new();
    private PyList _record = new();
    private Place _place;
    private long _fieldLength;
    private bool _isNumber;

    internal PyCsvReader(Value lines, PyCsvDialect dialect, CsvState state) : base(TypeObject.RootShape) =>
        (_lines, Dialect, _state) = (lines, dialect, state);

    [PyGetter("dialect", Member = true)]
    private PyCsvDialect Dialect { get; }

    [PyGetter("line_num", Member = true)]
    private long LineNumber { get; set; }

    internal override Value Next(VmThread thread)
    {
        (_record, _place) = (new PyList(), Place.StartOfRecord);
        ClearField();
        do
        {
            var line = Iteration.Next(thread, _lines);
            if (line.IsError)
                return line;
            if (line.IsUnbound)
                return AtEnd(thread);
            if (line.Ref is not PyStr text)
            {
                return thread.Raise(
                    CsvModule.Error, $"iterator should return strings, not {line.Type.Name} (the file should be opened in text mode)");
            }
            LineNumber++;
            for (var i = 0; i < text.Text.Length; i++)
            {
                int point = text.Text[i];
                if (char.IsHighSurrogate(text.Text[i]) && i + 1 < text.Text.Length && char.IsLowSurrogate(text.Text[i + 1]))
                    point = char.ConvertToUtf32(text.Text[i], text.Text[++i]);
                if (!TryTake(thread, point))
                    return Value.Error;
            }
            if (!TryTake(thread, EndOfLine))
                return Value.Error;
        }
        while (_place != Place.StartOfRecord);
        return _record;
    }

    // Lines have come to an end: a field without its end counts as it is, unless the dialect is strict.
    private Value AtEnd(VmThread thread)
    {
        if (_fieldLength == 0 && _place != Place.InQuotes)
            return Value.Unbound;
        if (Dialect.IsStrict)
            return thread.Raise(CsvModule.Error, "unexpected end of data");
        return TrySave(thread) ? _record : Value.Error;
    }

    private bool TryTake(VmThread thread, int point)
    {
        var dialect = Dialect;
        switch (_place)
        {
            case Place.StartOfRecord when point == EndOfLine:
                return true;
            case Place.StartOfRecord when point is '\n' or '\r':
                _place = Place.AfterRecord;
                return true;
            case Place.StartOfRecord or Place.StartOfField:
                return TryStart(thread, point);
            case Place.Escaped:
                _place = point is '\n' or '\r' ? Place.AfterEscapedLineEnd : Place.InField;
                return TryAdd(thread, point == EndOfLine ? '\n' : point);
            case Place.AfterEscapedLineEnd when point == EndOfLine:
                return true;
            case Place.AfterEscapedLineEnd or Place.InField:
                return TryGoOn(thread, point);
            case Place.InQuotes when point == EndOfLine:
                return true;
            case Place.InQuotes when point == dialect.EscapeCharacter:
                _place = Place.EscapedInQuotes;
                return true;
            case Place.InQuotes when point == dialect.QuoteCharacter && dialect.Quoting != Quoting.None:
                _place = dialect.DoublesQuotes ? Place.AfterQuoteInQuotes : Place.InField;
                return true;
            case Place.InQuotes:
                return TryAdd(thread, point);
            case Place.EscapedInQuotes:
                _place = Place.InQuotes;
                return TryAdd(thread, point == EndOfLine ? '\n' : point);
            case Place.AfterQuoteInQuotes:
                return TryAfterQuote(thread, point);
            default:
                if (point == EndOfLine)
                    _place = Place.StartOfRecord;
                else if (point is not ('\n' or '\r'))
                    return Refuse(thread, "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?");
                return true;
        }
    }

    private bool TryStart(VmThread thread, int point)
    {
        if (point is '\n' or '\r' or EndOfLine)
            return TryEndRecord(thread, point);
        if (point == Dialect.QuoteCharacter && Dialect.Quoting != Quoting.None)
            _place = Place.InQuotes;
        else if (point == Dialect.EscapeCharacter)
            _place = Place.Escaped;
        else if (point == ' ' && Dialect.SkipsInitialSpace)
            _place = Place.StartOfField;
        else if (point == Dialect.Delimiter)
            return TryEndField(thread);
        else
        {
            _isNumber = Dialect.Quoting == Quoting.NonNumeric;
            _place = Place.InField;
            return TryAdd(thread, point);
        }
        return true;
    }

    private bool TryGoOn(VmThread thread, int point)
    {
        _place = Place.InField;
        if (point is '\n' or '\r' or EndOfLine)
            return TryEndRecord(thread, point);
        if (point == Dialect.Delimiter)
            return TryEndField(thread);
        if (point != Dialect.EscapeCharacter)
            return TryAdd(thread, point);
        _place = Place.Escaped;
        return true;
    }

    private bool TryAfterQuote(VmThread thread, int point)
    {
        if (point == Dialect.QuoteCharacter && Dialect.Quoting != Quoting.None)
        {
            _place = Place.InQuotes;
            return TryAdd(thread, point);
        }
        if (point == Dialect.Delimiter)
            return TryEndField(thread);
        if (point is '\n' or '\r' or EndOfLine)
            return TryEndRecord(thread, point);
        if (Dialect.IsStrict)
            return Refuse(thread, $"'{new Rune(Dialect.Delimiter)}' expected after '{new Rune(Dialect.QuoteCharacter)}'");
        _place = Place.InField;
        return TryAdd(thread, point);
    }

    private bool TryEndField(VmThread thread)
    {
        _place = Place.StartOfField;
        return TrySave(thread);
    }

    private bool TryEndRecord(VmThread thread, int point)
    {
        _place = point == EndOfLine ? Place.StartOfRecord : Place.AfterRecord;
        return TrySave(thread);
    }

    private bool TryAdd(VmThread thread, int point)
    {
        if (_fieldLength >= _state.FieldLimit)
            return Refuse(thread, $"field larger than field limit ({_state.FieldLimit})");
        _fieldLength++;
        if (point > char.MaxValue)
            _field.Append(char.ConvertFromUtf32(point));
        else
            _field.Append((char)point);
        return true;
    }

    private bool TrySave(VmThread thread)
    {
        var field = Value.Str(_field.ToString());
        if (_isNumber)
            field = thread.Call(PyFloat.TypeObject, field);
        if (field.IsError)
            return false;
        ClearField();
        _record.Append(field);
        return true;
    }

    private void ClearField()
    {
        _field.Clear();
        (_fieldLength, _isNumber) = (0, false);
    }

    private static bool Refuse(VmThread thread, string text)
    {
        thread.Raise(CsvModule.Error, text);
        return false;
    }
}
