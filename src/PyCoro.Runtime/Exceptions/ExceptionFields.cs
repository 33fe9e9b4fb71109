// What builtin exception classes do beyond carrying their arguments: fields made from the arguments, and texts of their
// own (library reference: Built-in Exceptions). A class has the fields of its nearest listed base.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
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

    /// <summary>Index of AttributeError's object.</summary>
    internal const int Obj = 1;

    private static readonly string[] StopIterationFields = ["value"];
    private static readonly string[] SystemExitFields = ["code"];
    private static readonly string[] NameErrorFields = ["name"];
    private static readonly string[] AttributeErrorFields = ["name", "obj"];
    private static readonly string[] ImportErrorFields = ["name", "path", "msg"];
    private static readonly string[] OsErrorFields = ["errno", "strerror", "filename", "filename2"];
    private static readonly string[] SyntaxErrorFields = ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"];
    private static readonly string[] UnicodeErrorFields = ["encoding", "object", "start", "end", "reason"];
    private static readonly string[] GroupFields = ["message", "exceptions"];

    /// <summary>How many fields a class has.</summary>
    internal static int Count(PyType type) => NamesOf(type).Length;

    /// <summary>Do the constructors of the class take keyword arguments?</summary>
    internal static bool TakesKeywords(PyType type) =>
        Kind(type) is "ImportError" or "NameError" or "AttributeError";

    /// <summary>Fills the dict of an exception type: its fields, and what is special about the class.</summary>
    internal static unsafe void Populate(string name, NativeTypeBuilder builder)
    {
        var names = name switch
        {
            "StopIteration" => StopIterationFields,
            "SystemExit" => SystemExitFields,
            "NameError" => NameErrorFields,
            "AttributeError" => AttributeErrorFields,
            "ImportError" => ImportErrorFields,
            "OSError" => OsErrorFields,
            "SyntaxError" => SyntaxErrorFields,
            "UnicodeDecodeError" or "UnicodeEncodeError" or "UnicodeTranslateError" => UnicodeErrorFields,
            "BaseExceptionGroup" => GroupFields,
            _ => [],
        };
        for (var i = 0; i < names.Length; i++)
            builder.Constant(names[i], new PyExceptionField(names[i], i, isReadOnly: ReferenceEquals(names, GroupFields)));
        if (name == "BaseExceptionGroup")
            ExceptionGroups.Populate(builder);
    }

    /// <summary>Fields from the arguments of an exception that the runtime makes.</summary>
    internal static void FromArguments(PyException exception, ReadOnlySpan<Value> args)
    {
        switch (Kind(exception.Type))
        {
            case "StopIteration":
                exception.SetField(Value, args.Length > 0 ? args[0] : Values.Value.None);
                break;
            case "SystemExit":
                exception.SetField(Value, args.Length switch { 0 => Values.Value.None, 1 => args[0], _ => PyTuple.Of(args.ToArray()) });
                break;
            case "OSError":
                for (var i = 0; i < args.Length && args.Length is >= 2 and <= 5; i++)
                {
                    if (i == 3)
                        continue;
                    exception.SetField(i == 4 ? 3 : i, args[i]);
                }
                if (args.Length > 2)
                    exception.Args = PyTuple.Of(args[0], args[1]);
                break;
            case "ImportError":
                if (args.Length == 1)
                    exception.SetField(2, args[0]);
                break;
            case "SyntaxError":
                SyntaxErrorFromArguments(exception, args);
                break;
            case "UnicodeError":
                for (var i = 0; i < args.Length && i < UnicodeErrorFields.Length; i++)
                    exception.SetField(exception.Type.IsSubtypeOf(ExceptionTypes.UnicodeTranslateError) ? i + 1 : i, args[i]);
                break;
        }
    }

    /// <summary>Fields from the arguments of a constructor called by Python. None or Error.</summary>
    internal static Value Initialize(VmThread thread, PyException exception, ReadOnlySpan<Value> args, PyDict? kwargs)
    {
        var kind = Kind(exception.Type);
        if (kind == "Group")
            return ExceptionGroups.Initialize(thread, exception, args);
        if (kind == "UnicodeError")
        {
            var expected = exception.Type.IsSubtypeOf(ExceptionTypes.UnicodeTranslateError) ? 4 : 5;
            if (args.Length != expected)
                return thread.TypeError($"function takes exactly {expected} arguments ({args.Length} given)");
        }
        FromArguments(exception, args);
        if (kwargs is not { Count: > 0 } || !TakesKeywords(exception.Type))
            return Values.Value.None;
        var names = NamesOf(exception.Type);
        for (var place = 0; place < kwargs.EntryCount; place++)
        {
            var entry = kwargs.EntryAt(place);
            if (entry.Key.Ref is not PyStr name)
                continue;
            var index = Array.IndexOf(names, name.Text);
            if (index < 0 || name.Text == "msg")
                return thread.TypeError($"'{name.Text}' is an invalid keyword argument for {kind}");
            exception.SetField(index, entry.Item);
        }
        return Values.Value.None;
    }

    /// <summary>The text of classes that have one of their own; unbound for the others.</summary>
    internal static Value Text(VmThread thread, PyException exception)
    {
        var type = exception.Type;
        if (type.IsSubtypeOf(ExceptionTypes.KeyError))
        {
            if (exception.Args.Items.Length != 1)
                return Values.Value.Unbound;
            return Texts.Repr(thread, exception.Args.Items[0]) is { } repr ? repr : Values.Value.Error;
        }
        return Kind(type) switch
        {
            "OSError" => ExceptionTexts.OsError(thread, exception),
            "ImportError" => exception.Field(2).Ref is PyStr message ? message : Values.Value.Unbound,
            "SyntaxError" => ExceptionTexts.SyntaxError(thread, exception),
            "UnicodeError" => ExceptionTexts.UnicodeError(thread, exception),
            "Group" => ExceptionTexts.Group(thread, exception),
            _ => Values.Value.Unbound,
        };
    }

    private static string[] NamesOf(PyType type) => Kind(type) switch
    {
        "StopIteration" => StopIterationFields,
        "SystemExit" => SystemExitFields,
        "NameError" => NameErrorFields,
        "AttributeError" => AttributeErrorFields,
        "ImportError" => ImportErrorFields,
        "OSError" => OsErrorFields,
        "SyntaxError" => SyntaxErrorFields,
        "UnicodeError" => UnicodeErrorFields,
        "Group" => GroupFields,
        _ => [],
    };

    private static string? Kind(PyType type)
    {
        if (type.ExceptionKind is { } known)
            return known.Length == 0 ? null : known;
        var kind = FindKind(type);
        type.ExceptionKind = kind ?? "";
        return kind;
    }

    private static string? FindKind(PyType type)
    {
        for (var link = type; link is not null; link = link.Base)
        {
            if (link.IsHeapType)
                continue;
            switch (link.Name)
            {
                case "StopIteration" or "SystemExit" or "NameError" or "AttributeError" or "ImportError" or "OSError" or "SyntaxError":
                    return link.Name;
                case "UnicodeDecodeError" or "UnicodeEncodeError" or "UnicodeTranslateError":
                    return "UnicodeError";
                case "BaseExceptionGroup":
                    return "Group";
                case "BaseException" or "Exception":
                    return null;
            }
        }
        return null;
    }

    private static void SyntaxErrorFromArguments(PyException exception, ReadOnlySpan<Value> args)
    {
        if (args.Length > 0)
            exception.SetField(0, args[0]);
        if (args.Length != 2 || args[1].Ref is not PyTuple details)
            return;
        for (var i = 0; i < details.Items.Length && i < 6; i++)
            exception.SetField(i + 1, details.Items[i]);
    }
}
