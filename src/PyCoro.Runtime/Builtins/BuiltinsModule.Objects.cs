// Functions that ask objects about themselves: attributes, types, identity, names in scope.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Builtins;

internal static partial class BuiltinsModule
{
    private static readonly PyStr DictName = PyStr.Constant("__dict__");

    /// <summary>Return whether the object is callable (i.e., some kind of function).
    ///
    /// Note that classes are callable, as are instances of classes with a
    /// __call__() method.</summary>
    [PyFunction("callable")]
    private static bool Callable(Value obj) => obj.Ref is PyFunction or PyType || !obj.Type.LookupSpecial(Special.Call).IsUnbound;

    /// <summary>Deletes the named attribute from the given object.
    ///
    /// delattr(x, 'y') is equivalent to ``del x.y``</summary>
    [PyFunction("delattr")]
    private static Value DelAttr(VmThread thread, Value obj, Value name) =>
        AttributeName(thread, name) is { } text ? Attributes.Delete(thread, obj, text) : Value.Error;

    /// <summary>dir([object]) -> list of strings
    ///
    /// If called without an argument, return the names in the current scope.
    /// Else, return an alphabetized list of names comprising (some of) the attributes
    /// of the given object, and of attributes reachable from it.</summary>
    [PyFunction("dir")]
    private static Value Dir(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length > 1)
            return thread.TypeError($"dir expected at most 1 argument, got {args.Length}");
        Value names;
        if (args.Length == 0)
        {
            var scope = Locals(thread);
            names = scope.IsError ? scope : thread.CallMethod(scope, PyStr.Constant("keys"));
        }
        else
        {
            var method = args[0].Type.LookupSpecial(Special.Dir);
            if (method.IsUnbound)
                return thread.TypeError("object does not provide __dir__");
            names = thread.CallSpecial(method, args[0]);
        }
        return names.IsError ? names : SortedList(thread, names, Value.None, reverse: 0);
    }

    /// <summary>getattr(object, name[, default]) -> value
    ///
    /// Get a named attribute from an object; getattr(x, 'y') is equivalent to x.y.
    /// When a default argument is given, it is returned when the attribute doesn't
    /// exist; without it, an exception is raised in that case.</summary>
    [PyFunction("getattr", Signature = "object, name, default=<unrepresentable>, /")]
    private static Value GetAttr(VmThread thread, Value @object, Value name, Value @default)
    {
        if (AttributeName(thread, name) is not { } text)
            return Value.Error;
        if (@default.IsUnbound)
            return Attributes.Get(thread, @object, text);
        var found = Attributes.TryGet(thread, @object, text);
        return found.IsUnbound ? @default : found;
    }

    /// <summary>Return the dictionary containing the current scope's global variables.
    ///
    /// NOTE: Updates to this dictionary *will* affect name lookups in the current
    /// global scope and vice-versa.</summary>
    [PyFunction("globals")]
    private static Value Globals(VmThread thread) =>
        thread.Top is { } frame ? frame.Globals : thread.Raise(ExceptionTypes.SystemError, "globals(): no frame is running");

    /// <summary>Return whether the object has an attribute with the given name.
    ///
    /// This is done by calling getattr(obj, name) and catching AttributeError.</summary>
    [PyFunction("hasattr")]
    private static Value HasAttr(VmThread thread, Value obj, Value name)
    {
        if (AttributeName(thread, name) is not { } text)
            return Value.Error;
        var found = Attributes.TryGet(thread, obj, text);
        return found.IsError ? found : Value.Bool(!found.IsUnbound);
    }

    /// <summary>Return the hash value for the given object.
    ///
    /// Two objects that compare equal must also have the same hash value, but the
    /// reverse is not necessarily true.</summary>
    [PyFunction("hash")]
    private static Value Hash(VmThread thread, Value obj) =>
        Hashing.TryHash(thread, obj, out var hash) ? Value.Int(hash) : Value.Error;

    /// <summary>Return the identity of an object.
    ///
    /// This is guaranteed to be unique among simultaneously existing objects.
    /// (CPython uses the object's memory address.)</summary>
    [PyFunction("id")]
    private static Value Id(VmThread thread, Value obj)
    {
        var number = Value.Int(thread.Interpreter.Identities.Of(obj));
        return Auditing.Raise(thread, "builtins.id", number) ? number : Value.Error;
    }

    /// <summary>Return whether an object is an instance of a class or of a subclass thereof.
    ///
    /// A tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to
    /// check against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)
    /// or ...`` etc.</summary>
    [PyFunction("isinstance")]
    private static Value IsInstance(VmThread thread, Value obj, Value classOrTuple) => TypeChecks.IsInstance(thread, obj, classOrTuple);

    /// <summary>Return whether 'cls' is derived from another class or is the same class.
    ///
    /// A tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to
    /// check against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)
    /// or ...``.</summary>
    [PyFunction("issubclass")]
    private static Value IsSubclass(VmThread thread, Value cls, Value classOrTuple) => TypeChecks.IsSubclass(thread, cls, classOrTuple);

    /// <summary>Return a dictionary containing the current scope's local variables.
    ///
    /// NOTE: Whether or not updates to this dictionary will affect name lookups in
    /// the local scope and vice-versa is *implementation dependent* and not
    /// covered by any backwards compatibility guarantees.</summary>
    [PyFunction("locals")]
    private static Value Locals(VmThread thread)
    {
        if (thread.Top is not { } frame)
            return thread.Raise(ExceptionTypes.SystemError, "frame does not exist");
        return frame.Locals(thread);
    }

    /// <summary>Sets the named attribute on the given object to the specified value.
    ///
    /// setattr(x, 'y', v) is equivalent to ``x.y = v``</summary>
    [PyFunction("setattr")]
    private static Value SetAttr(VmThread thread, Value obj, Value name, Value value) =>
        AttributeName(thread, name) is { } text ? Attributes.Set(thread, obj, text, value) : Value.Error;

    /// <summary>vars([object]) -> dictionary
    ///
    /// Without arguments, equivalent to locals().
    /// With an argument, equivalent to object.__dict__.</summary>
    [PyFunction("vars")]
    private static Value Vars(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length == 0)
            return Locals(thread);
        if (args.Length > 1)
            return thread.TypeError($"vars expected at most 1 argument, got {args.Length}");
        var dict = Attributes.TryGet(thread, args[0], DictName);
        return dict.IsUnbound ? thread.TypeError("vars() argument must have __dict__ attribute") : dict;
    }

    private static PyStr? AttributeName(VmThread thread, Value name)
    {
        if (name.Ref is PyStr text)
            return text;
        thread.TypeError($"attribute name must be string, not '{name.Type.Name}'");
        return null;
    }
}
