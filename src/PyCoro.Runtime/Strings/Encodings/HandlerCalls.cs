// The standard error handlers as functions: a program may look one up and call it with an exception of its own.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>Calls of standard handlers with an exception object.</summary>
internal static class HandlerCalls
{
    /// <summary>What the handler gives for the exception: (replacement, where to go on); Error when it raised.</summary>
    internal static Value Call(VmThread thread, string handler, Value error)
    {
        if (handler == "strict")
            return error.Ref is PyException any ? thread.Raise(any) : thread.TypeError("codec must pass exception instance");
        if (error.Ref is not PyException exception)
            return NotForThis(thread, error);
        switch (ExceptionFields.KindOf(exception.Type))
        {
            case ExceptionKind.UnicodeEncodeError when TryText(thread, exception, out var text):
                return Encoding(thread, handler, exception, text);
            case ExceptionKind.UnicodeTranslateError when TryText(thread, exception, out var text):
                return Translating(thread, handler, exception, text);
            case ExceptionKind.UnicodeDecodeError:
                return Decoding(thread, handler, exception);
            default:
                return thread.Pending is null ? NotForThis(thread, error) : Value.Error;
        }
    }

    private static Value Encoding(VmThread thread, string handler, PyException exception, PyStr text)
    {
        var (start, end) = Range(exception, text.Length);
        var output = new ByteBuilder(8);
        var error = new EncodingError(text, CodecOf(exception), start, end, "");
        var treatment = CodingErrors.Replace(handler, error, ref output, out var replacement);
        var given = handler is "surrogateescape" or "surrogatepass" ? new PyBytes(output.ToArray()) : Value.Str(replacement);
        return Answer(thread, treatment, exception, given, end);
    }

    private static Value Decoding(VmThread thread, string handler, PyException exception)
    {
        if (exception.Field(CodingErrors.ObjectField).Ref is not PyBytes { Content: var bytes })
            return CodingErrors.RefuseObject(thread, exception, "bytes");
        var (start, end) = Range(exception, bytes.Length);
        var output = new TextBuilder(stackalloc char[64]);
        var error = new DecodingError(bytes, CodecOf(exception), start, end, "");
        var treatment = CodingErrors.Replace(handler, error, ref output, out var resumeAt);
        return Answer(thread, treatment, exception, Value.Str(output.Finish()), resumeAt);
    }

    private static Value Translating(VmThread thread, string handler, PyException exception, PyStr text)
    {
        var (start, end) = Range(exception, text.Length);
        var treatment = CodingErrors.Replace(handler, text.Part(start, end).Text, Math.Max(end - start, 0), out var replacement);
        return Answer(thread, treatment, exception, Value.Str(replacement), end);
    }

    private static Value Answer(VmThread thread, ErrorTreatment treatment, PyException exception, Value replacement, int resumeAt)
    {
        if (treatment == ErrorTreatment.Replaced)
            return PyTuple.Of(replacement, Value.Int(resumeAt));
        CodingErrors.Refuse(thread, treatment, exception);
        return Value.Error;
    }

    private static bool TryText(VmThread thread, PyException exception, out PyStr text)
    {
        text = exception.Field(CodingErrors.ObjectField).Ref as PyStr ?? PyStr.Empty;
        if (exception.Field(CodingErrors.ObjectField).Ref is PyStr)
            return true;
        CodingErrors.RefuseObject(thread, exception, "unicode");
        return false;
    }

    private static Value NotForThis(VmThread thread, Value error) =>
        thread.TypeError($"don't know how to handle {error.Type.Name} in error callback");

    private static string CodecOf(PyException exception) => (exception.Field(CodingErrors.ObjectField - 1).Ref as PyStr)?.Text ?? "";

    // A program may have set any numbers: what lies outside of the object is left out.
    private static (int Start, int End) Range(PyException exception, int length)
    {
        var start = Number(CodingErrors.ObjectField + 1);
        var end = Number(CodingErrors.ObjectField + 2);
        return ((int)Math.Clamp(start, 0, Math.Max(length - 1, 0)), (int)Math.Min(Math.Max(end, 1), length));

        long Number(int field) => exception.Field(field).TryGetBigInteger(out var number) ? (long)number : 0;
    }
}
