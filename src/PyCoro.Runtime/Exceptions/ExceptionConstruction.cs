// What the constructors of builtin exception classes make of their arguments. As in CPython a class takes them either in
// __new__ (OSError, groups) or in __init__ (all others), which subclasses that override one of the two can tell apart.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Exceptions;

internal static class ExceptionConstruction
{
    /// <summary><c>__new__</c>: the exception, or Error.</summary>
    internal static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, PyDict? kwargs)
    {
        var kind = ExceptionFields.KindOf(type);
        if (kind == ExceptionKind.Group)
            return ExceptionGroups.New(thread, type, args);
        if (kind != ExceptionKind.OsError || TakesArgumentsInInit(type))
            return new PyException(type.RootShape) { Args = kind == ExceptionKind.OsError ? PyTuple.Empty : PyTuple.Of(args.ToArray()) };
        if (kwargs is { Count: > 0 })
            return NoKeywords(thread, type);
        // OSError gives an instance of the subclass that belongs to the error number (PEP 3151).
        if (ReferenceEquals(type, ExceptionTypes.OSError) && args.Length is >= 2 and <= 5 && args[0].TryGetInt64(out var number))
            type = Modules.SystemErrors.ClassOf((int)number);
        var exception = new PyException(type.RootShape) { Args = PyTuple.Of(args.ToArray()) };
        SetOsError(exception, args);
        return exception;
    }

    /// <summary><c>__init__</c>: None, or Error.</summary>
    internal static Value Init(VmThread thread, PyException exception, ReadOnlySpan<Value> args, PyDict? kwargs)
    {
        var kind = ExceptionFields.KindOf(exception.Type);
        if (kind == ExceptionKind.OsError)
        {
            if (!TakesArgumentsInInit(exception.Type))
                return Value.None;
            if (kwargs is { Count: > 0 })
                return NoKeywords(thread, exception.Type);
            exception.Args = PyTuple.Of(args.ToArray());
            SetOsError(exception, args);
            return Value.None;
        }
        var takesKeywords = kind is ExceptionKind.ImportError or ExceptionKind.NameError or ExceptionKind.AttributeError;
        if (kwargs is { Count: > 0 } && !takesKeywords)
            return NoKeywords(thread, exception.Type);
        exception.Args = PyTuple.Of(args.ToArray());
        return kind switch
        {
            ExceptionKind.SyntaxError => InitSyntaxError(thread, exception, args),
            ExceptionKind.UnicodeEncodeError or ExceptionKind.UnicodeDecodeError or ExceptionKind.UnicodeTranslateError =>
                InitUnicodeError(thread, exception, kind, args),
            _ when takesKeywords => InitNamed(thread, exception, kind, args, kwargs),
            _ => FromArguments(exception, kind, args),
        };
    }

    /// <summary>Fields of an exception that the runtime makes, whose arguments are right.</summary>
    internal static void FromArguments(PyException exception, ReadOnlySpan<Value> args) =>
        FromArguments(exception, ExceptionFields.KindOf(exception.Type), args);

    private static Value FromArguments(PyException exception, ExceptionKind kind, ReadOnlySpan<Value> args)
    {
        switch (kind)
        {
            case ExceptionKind.StopIteration:
                exception.SetField(ExceptionFields.Value, args.Length > 0 ? args[0] : Value.None);
                break;
            case ExceptionKind.SystemExit:
                exception.SetField(ExceptionFields.Value, args.Length switch { 0 => Value.None, 1 => args[0], _ => PyTuple.Of(args.ToArray()) });
                break;
            case ExceptionKind.ImportError:
                exception.SetField(ExceptionFields.Message, args.Length == 1 ? args[0] : Value.None);
                break;
            case ExceptionKind.OsError:
                SetOsError(exception, args);
                break;
            case ExceptionKind.SyntaxError:
                if (args.Length > 0)
                    exception.SetField(0, args[0]);
                if (args.Length == 2 && args[1].Ref is PyTuple details)
                    SetFields(exception, 1, details.Items);
                break;
            case ExceptionKind.UnicodeTranslateError:
                SetFields(exception, 1, args);
                break;
            case ExceptionKind.UnicodeEncodeError or ExceptionKind.UnicodeDecodeError:
                SetFields(exception, 0, args);
                break;
        }
        return Value.None;
    }

    private static void SetFields(PyException exception, int first, ReadOnlySpan<Value> values)
    {
        for (var i = 0; i < values.Length; i++)
            exception.SetField(first + i, values[i]);
    }

    private static void SetOsError(PyException exception, ReadOnlySpan<Value> args)
    {
        if (args.Length is < 2 or > 5)
            return;
        exception.SetField(0, args[0]);
        exception.SetField(1, args[1]);
        if (args.Length == 2 || (args[2].IsNone && args.Length < 5))
            return;
        // For BlockingIOError the third argument is a number of characters, if it is one.
        if (exception.Type.IsSubtypeOf(ExceptionTypes.BlockingIOError) && args[2].TryGetInt64(out _))
        {
            exception.SetField(ExceptionFields.CharactersWritten, args[2]);
            return;
        }
        exception.SetField(2, args[2]);
        if (args.Length == 5)
            exception.SetField(3, args[4]);
        exception.Args = PyTuple.Of(args[0], args[1]);
    }

    /// <summary>A subclass of OSError that overrides __init__ and not __new__ gets its arguments there.</summary>
    private static bool TakesArgumentsInInit(PyType type)
    {
        var init = type.LookupSpecial(Special.Init);
        var make = type.LookupSpecial(Special.New);
        var own = ExceptionTypes.OSError;
        return type.IsHeapType && !SameSlot(init, own.LookupSpecial(Special.Init)) && SameSlot(make, own.LookupSpecial(Special.New));
    }

    private static bool SameSlot(Value a, Value b) => ReferenceEquals(a.Ref, b.Ref);

    private static Value NoKeywords(VmThread thread, PyType type) => thread.TypeError($"{type.Name}() takes no keyword arguments");

    private static Value InitNamed(VmThread thread, PyException exception, ExceptionKind kind, ReadOnlySpan<Value> args, PyDict? kwargs)
    {
        string[] names = kind == ExceptionKind.NameError ? ["name"] : kind == ExceptionKind.ImportError ? ["name", "path"] : ["name", "obj"];
        for (var i = 0; i < names.Length; i++)
            exception.SetField(i, Value.None);
        FromArguments(exception, kind, args);
        for (var place = 0; place < (kwargs?.EntryCount ?? 0); place++)
        {
            var entry = kwargs!.EntryAt(place);
            if (entry.Key.Ref is not PyStr name)
                continue;
            var index = Array.IndexOf(names, name.Text);
            if (index < 0)
                return thread.TypeError($"'{name.Text}' is an invalid keyword argument for {kind}()");
            exception.SetField(index, entry.Item);
        }
        return Value.None;
    }

    private static Value InitSyntaxError(VmThread thread, PyException exception, ReadOnlySpan<Value> args)
    {
        if (args.Length > 0)
            exception.SetField(0, args[0]);
        if (args.Length != 2)
            return Value.None;
        var details = Iteration.ToArray(thread, args[1]);
        if (details is null)
            return Value.Error;
        if (details.Length is < 4 or > 6)
            return thread.TypeError($"function takes at {(details.Length < 4 ? "least 4" : "most 6")} arguments ({details.Length} given)");
        for (var i = 1; i <= 6; i++)
            exception.SetField(i, i <= details.Length ? details[i - 1] : Value.None);
        return details.Length == 5 ? thread.TypeError("end_offset must be provided when end_lineno is provided") : Value.None;
    }

    private static Value InitUnicodeError(VmThread thread, PyException exception, ExceptionKind kind, ReadOnlySpan<Value> args)
    {
        var first = kind == ExceptionKind.UnicodeTranslateError ? 1 : 0;
        if (args.Length != 5 - first)
            return thread.TypeError($"function takes exactly {5 - first} arguments ({args.Length} given)");
        for (var i = 0; i < args.Length; i++)
        {
            var value = args[i];
            switch (first + i)
            {
                case 2 or 3:
                    if (!Conversions.TryIndex64(thread, value, out var number))
                        return Value.Error;
                    value = Value.Int(number);
                    break;
                case 1 when kind == ExceptionKind.UnicodeDecodeError:
                    if (value.Ref is not PyBytes)
                    {
                        if (!Buffers.Require(thread, value, out var bytes))
                            return Value.Error;
                        value = new PyBytes(bytes.ToArray());
                    }
                    break;
                default:
                    if (value.Ref is not PyStr)
                        return thread.TypeError($"argument {i + 1} must be str, not {value.Type.Name}");
                    break;
            }
            exception.SetField(first + i, value);
        }
        return Value.None;
    }
}
