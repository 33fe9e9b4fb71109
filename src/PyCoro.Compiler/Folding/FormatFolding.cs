// 'literal %s' % (a, b) is an f-string when all it uses are %s, %r and %a: the tuple need not be built nor the format read.

using System.Collections.Immutable;
using System.Text;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Folding;

internal static class FormatFolding
{
    private const int MaxDigits = 2;

    public static Expr? ToFString(string format, Tuple arguments, SourceSpan span)
    {
        if (arguments.Elts.Any(e => e is Starred))
            return null;
        var parts = ImmutableArray.CreateBuilder<Expr>();
        var literal = new StringBuilder();
        var used = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                literal.Append(format[i]);
                continue;
            }
            if (++i == format.Length)
                return null;
            if (format[i] == '%')
            {
                literal.Append('%');
                continue;
            }
            if (used == arguments.Elts.Length || ReadField(format, ref i, arguments.Elts[used]) is not { } field)
                return null;
            used++;
            FlushLiteral();
            parts.Add(field);
        }
        if (used != arguments.Elts.Length)
            return null;
        FlushLiteral();
        return new JoinedStr(parts.ToImmutable(), span);

        void FlushLiteral()
        {
            if (literal.Length == 0)
                return;
            parts.Add(new Constant(literal.ToString(), null, span));
            literal.Clear();
        }
    }

    // %[-][width][.precision](s|r|a); other flags mean something else for strings or nothing.
    private static FormattedValue? ReadField(string format, ref int i, Expr value)
    {
        var isLeft = false;
        while (i < format.Length && format[i] == '-')
        {
            isLeft = true;
            i++;
        }
        var width = ReadNumber(format, ref i);
        var precision = "";
        if (i < format.Length && format[i] == '.')
        {
            i++;
            precision = ReadNumber(format, ref i);
            if (precision is "")
                precision = "0";
        }
        if (width is null || precision is null || i >= format.Length || format[i] is not ('s' or 'r' or 'a'))
            return null;
        var spec = (!isLeft && width.Length > 0 ? ">" : "") + width + (precision.Length > 0 ? "." + precision : "");
        return new FormattedValue(value, format[i],
            spec.Length > 0 ? new Constant(spec, null, value.Span) : null, value.Span);
    }

    private static string? ReadNumber(string format, ref int i)
    {
        var start = i;
        while (i < format.Length && char.IsAsciiDigit(format[i]))
            i++;
        if (i - start > MaxDigits || (i > start && format[start] == '0'))
            return null;
        return format[start..i];
    }
}
