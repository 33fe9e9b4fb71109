using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Csv;

/// <summary>CSV writer
///
/// Writer objects are responsible for generating tabular data
/// in CSV format from sequence input.</summary>
[PyType("writer", Module = "_csv")]
internal sealed partial class PyCsvWriter : PyObject
{
    private readonly Value _write;

    internal PyCsvWriter(Value write, PyCsvDialect dialect) : base(TypeObject.RootShape) => (_write, Dialect) = (write, dialect);

    [PyGetter("dialect", Member = true)]
    private PyCsvDialect Dialect { get; }

    /// <summary>writerow(iterable)
    ///
    /// Construct and write a CSV record from an iterable of fields.  Non-string
    /// elements will be converted to string.</summary>
    [PyMethod("writerow", Signature = "row, /")]
    private Value WriteRow(VmThread thread, Value row)
    {
        var iterator = Iteration.TryGetIter(thread, row);
        if (iterator.IsUnbound)
            return thread.Raise(CsvModule.Error, $"iterable expected, not {row.Type.Name}");
        if (iterator.IsError || Iteration.ToArray(thread, iterator) is not { } fields)
            return Value.Error;
        var line = new StringBuilder();
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                AppendPoint(line, Dialect.Delimiter);
            if (!TryAppend(thread, line, fields[i]))
                return Value.Error;
        }
        if (fields.Length > 0 && line.Length == 0)
        {
            // An empty line would be no field at all.
            if (Dialect.Quoting == Quoting.None)
                return thread.Raise(CsvModule.Error, "single empty field record must be quoted");
            AppendPoint(line, Dialect.QuoteCharacter);
            AppendPoint(line, Dialect.QuoteCharacter);
        }
        line.Append(Dialect.LineTerminator);
        return thread.Call(_write, Value.Str(line.ToString()));
    }

    /// <summary>writerows(iterable of iterables)
    ///
    /// Construct and write a series of iterables to a csv file.  Non-string
    /// elements will be converted to string.</summary>
    [PyMethod("writerows", Signature = "rows, /")]
    private Value WriteRows(VmThread thread, Value rows)
    {
        var iterator = Iteration.GetIter(thread, rows);
        while (!iterator.IsError)
        {
            var row = Iteration.Next(thread, iterator);
            if (row.IsUnbound)
                return Value.None;
            if (row.IsError || WriteRow(thread, row).IsError)
                break;
        }
        return Value.Error;
    }

    private bool TryAppend(VmThread thread, StringBuilder line, Value field)
    {
        var text = field.IsNone ? PyStr.Empty : Texts.Str(thread, field);
        if (text is null)
            return false;
        var type = field.Type;
        var isNumber = type.Has(Special.Float) || type.Has(Special.Int) || type.Has(Special.Index) || field.Ref is PyComplex;
        var quotes = Dialect.Quoting == Quoting.All || Dialect.Quoting == Quoting.NonNumeric && !isNumber;
        var start = line.Length;
        for (var i = 0; i < text.Text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text.Text[i]) && i + 1 < text.Text.Length && char.IsLowSurrogate(text.Text[i + 1]);
            var point = isPair ? char.ConvertToUtf32(text.Text[i], text.Text[++i]) : text.Text[i];
            if (point == Dialect.Delimiter || point == Dialect.EscapeCharacter || point == Dialect.QuoteCharacter || IsInTerminator(point))
            {
                var isQuote = point == Dialect.QuoteCharacter;
                if (Dialect.Quoting == Quoting.None || point == Dialect.EscapeCharacter || isQuote && !Dialect.DoublesQuotes)
                {
                    if (Dialect.EscapeCharacter == PyCsvDialect.NoCharacter)
                    {
                        thread.Raise(CsvModule.Error, "need to escape, but no escapechar set");
                        return false;
                    }
                    AppendPoint(line, Dialect.EscapeCharacter);
                }
                else
                {
                    if (isQuote)
                        AppendPoint(line, point);
                    quotes = true;
                }
            }
            AppendPoint(line, point);
        }
        if (!quotes)
            return true;
        var quote = new StringBuilder();
        AppendPoint(quote, Dialect.QuoteCharacter);
        line.Insert(start, quote).Append(quote);
        return true;
    }

    private bool IsInTerminator(int point) => point > char.MaxValue
        ? Dialect.LineTerminator.Contains(char.ConvertFromUtf32(point), StringComparison.Ordinal)
        : Dialect.LineTerminator.Contains((char)point);

    private static void AppendPoint(StringBuilder output, int point)
    {
        if (point > char.MaxValue)
            output.Append(char.ConvertFromUtf32(point));
        else
            output.Append((char)point);
    }
}
