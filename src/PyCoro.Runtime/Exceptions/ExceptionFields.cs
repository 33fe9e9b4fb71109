// The fields of builtin exception classes (library reference: Built-in Exceptions). A class has the fields of its nearest
// base that has any.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Exceptions;

internal static class ExceptionFields
{
    /// <summary>Index of StopIteration's value and SystemExit's code.</summary>
    internal const int Value = 0;

    /// <summary>Index of the name of NameError, AttributeError and ImportError.</summary>
    internal const int Name = 0;

    /// <summary>Index of ImportError's path.</summary>
    internal const int Path = 1;

    /// <summary>Index of ImportError's message.</summary>
    internal const int Message = 2;

    /// <summary>Index of AttributeError's object.</summary>
    internal const int Obj = 1;

    /// <summary>Index of BlockingIOError's characters_written.</summary>
    internal const int CharactersWritten = 4;

    /// <summary>How many fields a class has.</summary>
    internal static int Count(PyType type) => NamesOf(KindOf(type)).Length;

    /// <summary>The nearest base of the class that does more than carry arguments.</summary>
    internal static ExceptionKind KindOf(PyType type)
    {
        if (type.ExceptionKind == ExceptionKind.Unknown)
            type.ExceptionKind = FindKind(type);
        return type.ExceptionKind;
    }

    /// <summary>Fills the dict of an exception type: its fields, and what is special about the class.</summary>
    internal static unsafe void Populate(string name, NativeTypeBuilder builder)
    {
        var kind = KindNamed(name);
        var names = NamesOf(kind);
        for (var i = 0; i < names.Length; i++)
            builder.Constant(names[i], new PyExceptionField(builder.Type, names[i], i, AccessOf(kind, names[i])));
        if (kind == ExceptionKind.Group)
            ExceptionGroups.Populate(builder);
    }

    /// <summary>Does the class have fields that its bases lack, so that it cannot be combined with others that have some?</summary>
    internal static bool AddsFields(PyType type) => !type.IsHeapType && NamesOf(KindNamed(type.Name)).Length > 0;

    private static string[] NamesOf(ExceptionKind kind) => kind switch
    {
        ExceptionKind.StopIteration => ["value"],
        ExceptionKind.SystemExit => ["code"],
        ExceptionKind.NameError => ["name"],
        ExceptionKind.AttributeError => ["name", "obj"],
        ExceptionKind.ImportError => ["name", "path", "msg"],
        ExceptionKind.OsError => ["errno", "strerror", "filename", "filename2", "characters_written"],
        ExceptionKind.SyntaxError => ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"],
        ExceptionKind.UnicodeEncodeError or ExceptionKind.UnicodeDecodeError or ExceptionKind.UnicodeTranslateError =>
            ["encoding", "object", "start", "end", "reason"],
        ExceptionKind.Group => ["message", "exceptions"],
        _ => [],
    };

    private static PyExceptionField.Access AccessOf(ExceptionKind kind, string name) => (kind, name) switch
    {
        (ExceptionKind.Group, _) => PyExceptionField.Access.ReadOnly,
        (_, "start" or "end") => PyExceptionField.Access.Number,
        (_, "characters_written") => PyExceptionField.Access.OptionalNumber,
        _ => PyExceptionField.Access.Any,
    };

    private static ExceptionKind KindNamed(string name) => name switch
    {
        "StopIteration" => ExceptionKind.StopIteration,
        "SystemExit" => ExceptionKind.SystemExit,
        "NameError" => ExceptionKind.NameError,
        "AttributeError" => ExceptionKind.AttributeError,
        "ImportError" => ExceptionKind.ImportError,
        "OSError" => ExceptionKind.OsError,
        "SyntaxError" => ExceptionKind.SyntaxError,
        "UnicodeEncodeError" => ExceptionKind.UnicodeEncodeError,
        "UnicodeDecodeError" => ExceptionKind.UnicodeDecodeError,
        "UnicodeTranslateError" => ExceptionKind.UnicodeTranslateError,
        "BaseExceptionGroup" => ExceptionKind.Group,
        "KeyError" => ExceptionKind.KeyError,
        _ => ExceptionKind.Plain,
    };

    private static ExceptionKind FindKind(PyType type)
    {
        for (var link = type; link is not null; link = link.Base)
        {
            if (!link.IsHeapType && KindNamed(link.Name) is var kind && kind != ExceptionKind.Plain)
                return kind;
        }
        return ExceptionKind.Plain;
    }
}
