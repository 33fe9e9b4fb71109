// isinstance() and issubclass() for abstract base classes: programs ask constantly whether something is a Mapping, so the
// answers are remembered and the questions asked natively. The module abc is Python on top.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Abc;

/// <summary>Module contains faster C implementation of abc.ABCMeta</summary>
[PyModule("_abc")]
internal static partial class AbcModule
{
    private static readonly PyStr Impl = PyStr.Constant("_abc_impl");
    private static readonly PyStr ClassName = PyStr.Constant("__class__");
    private static readonly PyStr SubclassCheckName = PyStr.Constant("__subclasscheck__");
    private static readonly PyStr SubclassHookName = PyStr.Constant("__subclasshook__");
    private static readonly PyStr SubclassesName = PyStr.Constant("__subclasses__");

    /// <summary>How often a class was registered in this interpreter.</summary>
    private sealed class Registrations
    {
        internal long Count { get; set; }
    }

    /// <summary>Returns the current ABC cache token.
    ///
    /// The token is an opaque object (supporting equality testing) identifying the
    /// current version of the ABC cache for virtual subclasses. The token changes
    /// with every call to register() on any ABC.</summary>
    [PyFunction("get_cache_token")]
    private static long GetCacheToken(VmThread thread) => thread.Interpreter.State<Registrations>().Count;

    /// <summary>The state for a new class.</summary>
    [PyFunction("_make_data")]
    private static Value MakeData() => new PyAbcData();

    /// <summary>Takes a class for what its __abc_tpflags__ says to match statements: a sequence or a mapping (PEP 634).</summary>
    [PyFunction("_set_pattern_flags")]
    private static Value SetPatternFlags(VmThread thread, PyType type, long flags)
    {
        const long SequenceBit = 1 << 5;
        const long MappingBit = 1 << 6;
        if ((flags & SequenceBit) != 0 && (flags & MappingBit) != 0)
            return thread.TypeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
        if ((flags & SequenceBit) != 0)
            type.PatternFlags = type.PatternFlags & ~TypePatternFlags.Collection | TypePatternFlags.Sequence;
        else if ((flags & MappingBit) != 0)
            type.PatternFlags = type.PatternFlags & ~TypePatternFlags.Collection | TypePatternFlags.Mapping;
        return Value.None;
    }

    // Subclasses made before the registration learn of it too; what is the same already ends the walk.
    private static void SetCollection(VmThread thread, PyType type, TypePatternFlags kind)
    {
        if (!type.IsHeapType || (type.PatternFlags & TypePatternFlags.Collection) == kind)
            return;
        type.PatternFlags = type.PatternFlags & ~TypePatternFlags.Collection | kind;
        foreach (var subclass in thread.Interpreter.SubclassesOf(type).ToList())
            SetCollection(thread, subclass, kind);
    }

    /// <summary>Internal ABC helper for subclass registration. Should be never used outside abc module.</summary>
    [PyFunction("_abc_register")]
    private static Value Register(VmThread thread, Value self, Value subclass)
    {
        if (subclass.Ref is not PyType type)
            return thread.TypeError("Can only register classes");
        var known = TypeChecks.IsSubclass(thread, subclass, self);
        if (known.IsError || known.IsTrue)
            return known.IsError ? known : subclass;
        // After the check for being one already: registering a class twice is no error.
        var cycle = TypeChecks.IsSubclass(thread, self, subclass);
        if (cycle.IsError)
            return cycle;
        if (cycle.IsTrue)
            return thread.Raise(ExceptionTypes.RuntimeError, "Refusing to create an inheritance cycle");
        if (DataOf(thread, self) is not { } data)
            return Value.Error;
        data.Register(type);
        if (self.Ref is PyType registry && (registry.PatternFlags & TypePatternFlags.Collection) != 0)
            SetCollection(thread, type, registry.PatternFlags & TypePatternFlags.Collection);
        thread.Interpreter.State<Registrations>().Count++;
        return subclass;
    }

    /// <summary>Internal ABC helper for instance checks. Should be never used outside abc module.</summary>
    [PyFunction("_abc_instancecheck")]
    private static Value InstanceCheck(VmThread thread, Value self, Value instance)
    {
        if (DataOf(thread, self) is not { } data)
            return Value.Error;
        var type = instance.Type;
        var claimed = type.IsHeapType ? Attributes.Get(thread, instance, ClassName) : type;
        if (claimed.Ref is PyType subclass && data.IsDerived(subclass))
            return Value.True;
        if (claimed.IsError)
            return claimed;
        if (ReferenceEquals(claimed.Ref, type))
        {
            return data.IsOther(type, thread.Interpreter.State<Registrations>().Count)
                ? Value.False
                : thread.CallMethod(self, SubclassCheckName, claimed);
        }
        var answer = thread.CallMethod(self, SubclassCheckName, claimed);
        return answer.IsError ? answer
            : !Truth.TryTest(thread, answer, out var derived) ? Value.Error
            : derived ? answer
            : thread.CallMethod(self, SubclassCheckName, type);
    }

    /// <summary>Internal ABC helper for subclasss checks. Should be never used outside abc module.</summary>
    [PyFunction("_abc_subclasscheck")]
    private static Value SubclassCheck(VmThread thread, Value self, Value subclass)
    {
        if (subclass.Ref is not PyType type)
            return thread.TypeError("issubclass() arg 1 must be a class");
        if (DataOf(thread, self) is not { } data)
            return Value.Error;
        if (data.IsDerived(type))
            return Value.True;
        var registrations = thread.Interpreter.State<Registrations>();
        if (data.IsOther(type, registrations.Count))
            return Value.False;
        if (!thread.EnterNative())
            return Value.Error;
        var answer = thread.LeaveNative(FindOut(thread, self, data, type));
        if (answer.IsError)
            return answer;
        if (answer.IsTrue)
            data.AddDerived(type);
        else
            data.AddOther(type, registrations.Count);
        return answer;
    }

    private static Value FindOut(VmThread thread, Value self, PyAbcData data, PyType type)
    {
        var answer = thread.CallMethod(self, SubclassHookName, type);
        if (answer.IsError || ReferenceEquals(answer.Ref, Value.True.Ref) || ReferenceEquals(answer.Ref, Value.False.Ref))
            return answer;
        if (!ReferenceEquals(answer.Ref, Value.NotImplemented.Ref))
            return thread.Raise(ExceptionTypes.AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
        if (type.IsSubtypeOf((PyType)self.Ref!))
            return Value.True;
        foreach (var registered in data.Registered())
        {
            var derived = TypeChecks.IsSubclass(thread, type, registered);
            if (derived.IsError || derived.IsTrue)
                return derived;
        }
        var subclasses = thread.CallMethod(self, SubclassesName);
        if (subclasses.IsError)
            return subclasses;
        if (subclasses.Ref is not PyList list)
            return thread.TypeError("__subclasses__() must return a list");
        foreach (var known in list.Items[..list.Count])
        {
            var derived = TypeChecks.IsSubclass(thread, type, known);
            if (derived.IsError || derived.IsTrue)
                return derived;
        }
        return Value.False;
    }

    /// <summary>Internal ABC helper for cache and registry debugging.
    ///
    /// Return shallow copies of registry, of both caches, and
    /// negative cache version. Don't call this function directly,
    /// instead use ABC._dump_registry() for a nice repr.</summary>
    [PyFunction("_get_dump")]
    private static Value GetDump(VmThread thread, Value self) => DataOf(thread, self) is { } data
        ? PyTuple.Of(AsSet(thread, data.Registered()), AsSet(thread, data.DerivedTypes), AsSet(thread, data.OtherTypes), Value.Int(data.Token))
        : Value.Error;

    /// <summary>Internal ABC helper to reset registry of a given class.
    ///
    /// Should be only used by refleak.py</summary>
    [PyFunction("_reset_registry")]
    private static Value ResetRegistry(VmThread thread, Value self)
    {
        if (DataOf(thread, self) is not { } data)
            return Value.Error;
        data.ForgetRegistry();
        return Value.None;
    }

    /// <summary>Internal ABC helper to reset both caches of a given class.
    ///
    /// Should be only used by refleak.py</summary>
    [PyFunction("_reset_caches")]
    private static Value ResetCaches(VmThread thread, Value self)
    {
        if (DataOf(thread, self) is not { } data)
            return Value.Error;
        data.ForgetAnswers();
        return Value.None;
    }

    private static PyAbcData? DataOf(VmThread thread, Value self)
    {
        if (self.Ref is PyType type)
        {
            var data = type.Lookup(Impl);
            if (data.Ref is PyAbcData own)
                return own;
            if (data.IsUnbound)
            {
                thread.RaiseAttributeError($"type object '{type.Name}' has no attribute '_abc_impl'", self, Impl);
                return null;
            }
        }
        thread.TypeError("_abc_impl is set to a wrong type");
        return null;
    }

    private static Value AsSet(VmThread thread, IEnumerable<PyType> types)
    {
        var set = new PySet();
        return set.UpdateFrom(thread, PyTuple.Of([.. types.Select(static type => (Value)type)])) ? set : Value.Error;
    }
}
