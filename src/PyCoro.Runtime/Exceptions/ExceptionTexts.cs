using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Exceptions;

/// <summary>What <c>str()</c> of exceptions with a text of their own gives.</summary>
internal static class ExceptionTexts
{
    /// <summary>The text of classes that have one of their own; unbound for the others.</summary>
    internal static Value Of(VmThread thread, PyException exception)
    {
        switch (ExceptionFields.KindOf(exception.Type))
        {
            case ExceptionKind.KeyError when exception.Args.Items.Length == 1:
                return Texts.Repr(thread, exception.Args.Items[0]) is { } repr ? repr : Value.Error;
            case ExceptionKind.OsError:
                return OsError(thread, exception);
            case ExceptionKind.ImportError:
                return exception.Field(ExceptionFields.Message).Ref is PyStr message ? message : Value.Unbound;
            case ExceptionKind.SyntaxError:
                return SyntaxError(thread, exception);
            case ExceptionKind.UnicodeEncodeError or ExceptionKind.UnicodeDecodeError or ExceptionKind.UnicodeTranslateError:
                return UnicodeError(thread, exception);
            case ExceptionKind.Group:
                return Group(thread, exception);
            default:
                return Value.Unbound;
        }
    }

    private static Value OsError(VmThread thread, PyException exception)
    {
        if (exception.Field(0).IsNone && exception.Field(1).IsNone && exception.Field(2).IsNone && exception.Args.Items.Length is < 2 or > 5)
            return Value.Unbound;
        var text = $"[Errno {Texts.Str(thread, exception.Field(0))?.Text}] {Texts.Str(thread, exception.Field(1))?.Text}";
        if (!exception.Field(2).IsNone)
        {
            text += $": {Texts.Repr(thread, exception.Field(2))?.Text}";
            if (!exception.Field(3).IsNone)
                text += $" -> {Texts.Repr(thread, exception.Field(3))?.Text}";
        }
        return thread.Pending is not null ? Value.Error : Value.Str(text);
    }

    private static Value SyntaxError(VmThread thread, PyException exception)
    {
        var message = Texts.Str(thread, exception.Field(0));
        if (message is null)
            return Value.Error;
        var file = exception.Field(1).Ref is PyStr name ? Path.GetFileName(name.Text) : null;
        var hasLine = exception.Field(2).TryGetInt64(out var line);
        return (file, hasLine) switch
        {
            (not null, true) => Value.Str($"{message.Text} ({file}, line {line})"),
            (not null, false) => Value.Str($"{message.Text} ({file})"),
            (null, true) => Value.Str($"{message.Text} (line {line})"),
            _ => message,
        };
    }

    private static Value UnicodeError(VmThread thread, PyException exception)
    {
        if (exception.Field(1).IsNone || !exception.Field(2).TryGetInt64(out var start) || !exception.Field(3).TryGetInt64(out var end))
            return Value.Str("");
        var reason = Texts.Str(thread, exception.Field(4))?.Text;
        var type = exception.Type;
        if (type.IsSubtypeOf(ExceptionTypes.UnicodeDecodeError))
        {
            var encoding = Texts.Str(thread, exception.Field(0))?.Text;
            if (start >= 0 && end == start + 1 && exception.Field(1).Ref is PyBytes bytes && start < bytes.Span.Length)
                return Value.Str($"'{encoding}' codec can't decode byte 0x{bytes.Span[(int)start]:x2} in position {start}: {reason}");
            return Value.Str($"'{encoding}' codec can't decode bytes in position {start}-{end - 1}: {reason}");
        }
        var prefix = type.IsSubtypeOf(ExceptionTypes.UnicodeTranslateError)
            ? "can't translate"
            : $"'{Texts.Str(thread, exception.Field(0))?.Text}' codec can't encode";
        if (start >= 0 && end == start + 1 && exception.Field(1).Ref is PyStr text && start < text.Length)
        {
            var point = text.CodePointAt((int)start);
            var shown = point < 0x100 ? $"\\x{point:x2}" : point < 0x10000 ? $"\\u{point:x4}" : $"\\U{point:x8}";
            return Value.Str($"{prefix} character '{shown}' in position {start}: {reason}");
        }
        return Value.Str($"{prefix} characters in position {start}-{end - 1}: {reason}");
    }

    private static Value Group(VmThread thread, PyException exception)
    {
        var message = Texts.Str(thread, exception.Field(0));
        var count = (exception.Field(1).Ref as PyTuple)?.Items.Length ?? 0;
        return message is null ? Value.Error : Value.Str($"{message.Text} ({count} sub-exception{(count == 1 ? "" : "s")})");
    }
}
