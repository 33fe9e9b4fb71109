namespace PyCoro.Runtime.Exceptions;

/// <summary>The builtin exception classes that do more than carry their arguments; each has fields of its own.</summary>
internal enum ExceptionKind : byte
{
    /// <summary>Not looked up yet.</summary>
    Unknown,

    /// <summary>Carries its arguments only.</summary>
    Plain,
    StopIteration,
    SystemExit,
    NameError,
    AttributeError,
    ImportError,
    OsError,
    SyntaxError,
    UnicodeEncodeError,
    UnicodeDecodeError,
    UnicodeTranslateError,
    Group,

    /// <summary>Carries its arguments, and shows the only one by its repr.</summary>
    KeyError,
}
