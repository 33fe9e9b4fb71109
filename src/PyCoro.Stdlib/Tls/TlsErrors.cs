// The exceptions of ssl, with the texts of OpenSSL, which programs know: "[SSL: WRONG_VERSION_NUMBER] wrong version number
// (_ssl.c:1006)". SslStream works with OpenSSL on Linux and quotes its words; where it has words of its own they are put into
// OpenSSL's. The line is the one that CPython 3.11.7 has for the operation.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

/// <summary>The exception classes of an interpreter.</summary>
internal sealed class TlsErrors
{
    /// <summary>SSL_ERROR_SSL and its siblings: the errno of an SSLError.</summary>
    internal const int ErrorSsl = 1;
    internal const int ErrorWantRead = 2;
    internal const int ErrorWantWrite = 3;
    internal const int ErrorSyscall = 5;
    internal const int ErrorZeroReturn = 6;
    internal const int ErrorEnd = 8;

    private static readonly PyStr LibraryName = PyStr.Constant("library");
    private static readonly PyStr ReasonName = PyStr.Constant("reason");
    private static readonly PyStr VerifyCodeName = PyStr.Constant("verify_code");
    private static readonly PyStr VerifyMessageName = PyStr.Constant("verify_message");

    private bool _isMade;

    internal PyType Error => PySslErrorType.TypeObject;

    internal PyType ZeroReturn { get; private set; } = null!;

    internal PyType WantRead { get; private set; } = null!;

    internal PyType WantWrite { get; private set; } = null!;

    internal PyType Syscall { get; private set; } = null!;

    internal PyType End { get; private set; } = null!;

    internal PyType Verification { get; private set; } = null!;

    /// <summary>Those of the thread's interpreter.</summary>
    internal static TlsErrors Of(VmThread thread)
    {
        var errors = thread.Interpreter.State<TlsErrors>();
        if (!errors._isMade)
            errors.Make(thread);
        return errors;
    }

    /// <summary>SSLError of the TLS library, with a reason of OpenSSL: "wrong version number".</summary>
    internal static Value Raise(VmThread thread, string reason, int line, string library = "SSL") =>
        RaiseAs(thread, Of(thread).Error, ErrorSsl, $"[{library}: {NameOf(reason)}] {reason} (_ssl.c:{line})", library, NameOf(reason));

    /// <summary>SSLError with a number and a text that names no reason.</summary>
    internal static Value RaiseText(VmThread thread, int number, string text, int line) =>
        RaiseAs(thread, Of(thread).Error, number, $"{text} (_ssl.c:{line})", null, null);

    /// <summary>SSLError of a file that is not what it should be.</summary>
    internal static Value RaiseFile(VmThread thread, string library, int line) =>
        RaiseAs(thread, Of(thread).Error, 524297, $"[{library}] PEM lib (_ssl.c:{line})", library, null);

    /// <summary>SSLError of a library, with its number.</summary>
    internal static Value RaiseNumbered(VmThread thread, int number, string library, string reason, int line) =>
        RaiseAs(thread, Of(thread).Error, number, $"[{library}: {NameOf(reason)}] {reason} (_ssl.c:{line})", library, NameOf(reason));

    /// <summary>The operation cannot go on now.</summary>
    internal static Value RaiseWantRead(VmThread thread, int line) =>
        RaiseAs(thread, Of(thread).WantRead, ErrorWantRead, $"The operation did not complete (read) (_ssl.c:{line})", null, null);

    /// <summary>The operation cannot go on now.</summary>
    internal static Value RaiseWantWrite(VmThread thread, int line) =>
        RaiseAs(thread, Of(thread).WantWrite, ErrorWantWrite, $"The operation did not complete (write) (_ssl.c:{line})", null, null);

    /// <summary>The peer has closed the connection in TLS.</summary>
    internal static Value RaiseZeroReturn(VmThread thread, int line) =>
        RaiseAs(thread, Of(thread).ZeroReturn, ErrorZeroReturn, $"TLS/SSL connection has been closed (EOF) (_ssl.c:{line})", null, null);

    /// <summary>The peer has ended the connection without a word of TLS; told with a reason only once.</summary>
    internal static Value RaiseEnd(VmThread thread, int line, bool isFirst)
    {
        const string Text = "EOF occurred in violation of protocol";
        const string Reason = "UNEXPECTED_EOF_WHILE_READING";
        return isFirst
            ? RaiseAs(thread, Of(thread).End, ErrorEnd, $"[SSL: {Reason}] {Text} (_ssl.c:{line})", "SSL", Reason)
            : RaiseAs(thread, Of(thread).End, ErrorEnd, $"{Text} (_ssl.c:{line})", null, null);
    }

    /// <summary>The connection has failed before.</summary>
    internal static Value RaiseSyscall(VmThread thread, int line) =>
        RaiseAs(thread, Of(thread).Syscall, ErrorSyscall, $"Some I/O error occurred (_ssl.c:{line})", null, null);

    /// <summary>The peer's certificate is refused.</summary>
    internal static Value RaiseVerification(VmThread thread, VerificationFailure failure, int line)
    {
        const string Reason = "CERTIFICATE_VERIFY_FAILED";
        var text = $"[SSL: {Reason}] certificate verify failed: {failure.Message} (_ssl.c:{line})";
        var error = Make(Of(thread).Verification, ErrorSsl, text, "SSL", Reason, thread);
        Attributes.SetGeneric(thread, error, error.Type, VerifyCodeName, Value.Int(failure.Code));
        Attributes.SetGeneric(thread, error, error.Type, VerifyMessageName, Value.Str(failure.Message));
        return thread.Raise(error);
    }

    /// <summary>OpenSSL's reason in what SslStream failed with.</summary>
    internal static string ReasonOf(Exception? failure)
    {
        var reason = "internal error";
        for (var exception = failure; exception is not null; exception = exception.InnerException)
        {
            const string Mark = "SSL routines:";
            var mark = exception.Message.IndexOf(Mark, StringComparison.Ordinal);
            if (mark >= 0)
                return exception.Message[(mark + Mark.Length)..].TrimStart(':').Trim();
            reason = exception.Message;
        }
        return reason;
    }

    private static string NameOf(string reason) => reason.ToUpperInvariant().Replace(' ', '_');

    private static Value RaiseAs(VmThread thread, PyType type, int number, string text, string? library, string? reason) =>
        thread.Raise(Make(type, number, text, library, reason, thread));

    private static PyException Make(PyType type, int number, string text, string? library, string? reason, VmThread thread)
    {
        var error = PyException.Make(type, Value.Int(number), Value.Str(text));
        Attributes.SetGeneric(thread, error, type, LibraryName, library is null ? Value.None : Value.Str(library));
        Attributes.SetGeneric(thread, error, type, ReasonName, reason is null ? Value.None : Value.Str(reason));
        return error;
    }

    private void Make(VmThread thread)
    {
        _isMade = true;
        ZeroReturn = Derive(thread, "SSLZeroReturnError", "SSL/TLS session closed cleanly.");
        WantRead = Derive(thread, "SSLWantReadError", "Non-blocking SSL socket needs to read more data\nbefore the requested operation can be completed.");
        WantWrite = Derive(thread, "SSLWantWriteError", "Non-blocking SSL socket needs to write more data\nbefore the requested operation can be completed.");
        Syscall = Derive(thread, "SSLSyscallError", "System error when attempting SSL operation.");
        End = Derive(thread, "SSLEOFError", "SSL/TLS connection terminated abruptly.");
        Verification = Derive(thread, "SSLCertVerificationError", "A certificate could not be verified.", ExceptionTypes.ValueError);
    }

    private PyType Derive(VmThread thread, string name, string doc, PyType? second = null)
    {
        var dict = new PyDict();
        dict.SetStr(PyStr.Of("__module__"), Value.Str("ssl"));
        dict.SetStr(PyStr.Of("__doc__"), Value.Str(doc));
        var type = new PyType(PyType.TypeObject, name, second is null ? [Error] : [Error, second], dict, 0)
        {
            Base = Error,
            SolidBase = Error.SolidBase,
            HasDict = true,
        };
        var system = ExceptionTypes.OSError;
        type.Mro = second is null
            ? [type, Error, system, ExceptionTypes.Exception, ExceptionTypes.BaseException, PyObject.TypeObject]
            : [type, Error, system, second, ExceptionTypes.Exception, ExceptionTypes.BaseException, PyObject.TypeObject];
        thread.Interpreter.AddSubclass(Error, type);
        if (second is not null)
            thread.Interpreter.AddSubclass(second, type);
        return type;
    }
}
