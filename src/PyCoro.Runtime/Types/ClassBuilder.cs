// Making classes: type.__new__ and the class statement's __build_class__ (data model, Metaclasses).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Types;

internal static class ClassBuilder
{
    private static readonly PyStr BasesKey = PyStr.Constant("__bases__");
    private static readonly PyStr ClassCell = PyStr.Constant("__classcell__");
    private static readonly PyStr DictKey = PyStr.Constant("__dict__");
    private static readonly PyStr Doc = PyStr.Constant("__doc__");
    private static readonly PyStr Eq = PyStr.Constant("__eq__");
    private static readonly PyStr HashKey = PyStr.Constant("__hash__");
    private static readonly PyStr InitSubclass = PyStr.Constant("__init_subclass__");
    private static readonly PyStr ClassGetItem = PyStr.Constant("__class_getitem__");
    private static readonly PyStr Metaclass = PyStr.Constant("metaclass");
    private static readonly PyStr Module = PyStr.Constant("__module__");
    private static readonly PyStr MroEntries = PyStr.Constant("__mro_entries__");
    private static readonly PyStr MroName = PyStr.Constant("mro");
    private static readonly PyStr NameKey = PyStr.Constant("__name__");
    private static readonly PyStr NewKey = PyStr.Constant("__new__");
    private static readonly PyStr OrigBases = PyStr.Constant("__orig_bases__");
    private static readonly PyStr Prepare = PyStr.Constant("__prepare__");
    private static readonly PyStr QualName = PyStr.Constant("__qualname__");
    private static readonly PyStr WeakRef = PyStr.Constant("__weakref__");

    /// <summary><c>__build_class__(body, name, *bases, metaclass=…, **kwargs)</c>.</summary>
    internal static Value Build(VmThread thread, ReadOnlySpan<Value> args, PyDict? kwargs)
    {
        if (args.Length < 2)
            return thread.TypeError("__build_class__: not enough arguments");
        if (args[0].Ref is not PyFunction body)
            return thread.TypeError("__build_class__: func must be a function");
        if (args[1].Ref is not PyStr name)
            return thread.TypeError("__build_class__: name is not a string");
        var original = args[2..].ToArray();
        var bases = ResolveBases(thread, original);
        if (bases is null)
            return Value.Error;
        kwargs = kwargs?.Copy();
        var meta = kwargs?.GetStr(Metaclass) ?? Value.Unbound;
        if (meta.IsUnbound)
            meta = bases.Length > 0 ? bases[0].Type : PyType.TypeObject;
        else
            kwargs!.RemoveStr(Metaclass);
        if (meta.Ref is PyType metatype)
        {
            var winner = MostDerivedMetaclass(thread, metatype, bases);
            if (winner is null)
                return Value.Error;
            meta = winner;
        }
        var names = MakeNamespace(thread, meta, name, bases, kwargs);
        if (names.IsError)
            return names;
        var cell = RunBody(thread, body, names);
        if (cell.IsError)
            return cell;
        if (!ReferenceEquals(bases, original))
        {
            if (Items.Set(thread, names, OrigBases, PyTuple.Of(original)).IsError)
                return Value.Error;
        }
        var cls = CallWithKeywords(thread, meta, [name, PyTuple.Of(bases), names], kwargs);
        if (cls.IsError || cls.Ref is not PyType || cell.Ref is not PyCell classCell)
            return cls;
        if (classCell.Content.IsUnbound)
            return thread.RuntimeError($"__class__ not set defining '{name.Text}' as {Texts.Repr(thread, cls)?.Text}. Was __classcell__ propagated to type.__new__?");
        return classCell.Content.Is(cls)
            ? cls
            : thread.TypeError($"__class__ set to {Texts.Repr(thread, classCell.Content)?.Text} defining '{name.Text}' as {Texts.Repr(thread, cls)?.Text}");
    }

    /// <summary><c>type.__new__(metatype, name, bases, namespace, **kwargs)</c>.</summary>
    internal static Value New(VmThread thread, PyType metatype, ReadOnlySpan<Value> args, PyDict? kwargs)
    {
        if (args.Length != 3)
            return thread.TypeError($"type.__new__() takes exactly 3 arguments ({args.Length} given)");
        if (args[0].Ref is not PyStr name)
            return thread.TypeError($"type.__new__() argument 1 must be str, not {args[0].Type.Name}");
        if (args[1].Ref is not PyTuple baseTuple)
            return thread.TypeError($"type.__new__() argument 2 must be tuple, not {args[1].Type.Name}");
        if (!IsValidName(thread, name))
            return Value.Error;
        if (args[2].Ref is not PyDict names)
            return thread.TypeError($"type.__new__() argument 3 must be dict, not {args[2].Type.Name}");
        foreach (var item in baseTuple.Items)
        {
            if (item.Ref is not PyType && Attributes.TryGet(thread, item, MroEntries) is { IsUnbound: false })
                return thread.TypeError("type() doesn't support MRO entry resolution; use types.new_class()");
        }
        var winner = MostDerivedMetaclass(thread, metatype, baseTuple.Items);
        if (winner is null)
            return Value.Error;
        if (!ReferenceEquals(winner, metatype) && winner.LookupSpecial(Special.New) is { IsUnbound: false } make && !make.Is(PyType.TypeObject.LookupSpecial(Special.New)))
            return CallWithKeywords(thread, Attributes.Bind(thread, make, Value.Unbound, winner), [winner, .. args], kwargs);
        var bases = new PyType[Math.Max(1, baseTuple.Items.Length)];
        bases[0] = PyObject.TypeObject;
        for (var i = 0; i < baseTuple.Items.Length; i++)
        {
            if (baseTuple.Items[i].Ref is not PyType parent)
                return thread.TypeError("bases must be types");
            if (parent is { IsHeapType: false, Native.Subclassable: false })
                return thread.TypeError($"type '{parent.QualifiedNativeName}' is not an acceptable base type");
            bases[i] = parent;
        }
        return Make(thread, winner, name, bases, names.Copy(), kwargs);
    }

    /// <summary>May a class have the name? ValueError or UnicodeEncodeError otherwise.</summary>
    internal static bool IsValidName(VmThread thread, PyStr name)
    {
        if (!IsEncodable(thread, name))
            return false;
        if (!name.Text.Contains('\0'))
            return true;
        thread.ValueError("type name must not contain null characters");
        return false;
    }

    // Lone surrogates have no UTF-8.
    private static bool IsEncodable(VmThread thread, PyStr text) => Codecs.Encode(thread, text, "utf-8", "strict") is not null;

    /// <summary>Assigns <c>__bases__</c>.</summary>
    internal static Value AssignBases(VmThread thread, PyType type, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError($"cannot delete '__bases__' attribute of immutable type '{type.Name}'");
        if (value.Ref is not PyTuple tuple)
            return thread.TypeError($"can only assign tuple to {type.Name}.__bases__, not {value.Type.Name}");
        if (tuple.Items.Length == 0)
            return thread.TypeError($"can only assign non-empty tuple to {type.Name}.__bases__, not ()");
        var bases = new PyType[tuple.Items.Length];
        for (var i = 0; i < bases.Length; i++)
        {
            if (tuple.Items[i].Ref is not PyType parent)
                return thread.TypeError($"{type.Name}.__bases__ must be tuple of classes, not '{tuple.Items[i].Type.Name}'");
            if (IsAmongBases(parent, type))
                return thread.TypeError("a __bases__ item causes an inheritance cycle");
            bases[i] = parent;
        }
        var best = BestBase(thread, bases);
        if (best is null)
            return Value.Error;
        if (!ReferenceEquals(best, type.Base) && !(best.IsHeapType && type.Base!.IsHeapType))
            return thread.TypeError($"__bases__ assignment: '{best.Name}' deallocator differs from '{type.Base!.Name}'");
        if (!ReferenceEquals(best.SolidBase, type.SolidBase) || best.SlotCount != type.Base!.SlotCount)
            return thread.TypeError($"__bases__ assignment: '{best.Name}' object layout differs from '{type.Base!.Name}'");
        var old = type.Bases;
        var oldBase = type.Base;
        var oldMro = type.Mro;
        type.SetBases(bases);
        var isDone = Linearize(thread, type);
        // An overridden mro() may have assigned other bases meanwhile; the last assignment stands.
        if (!ReferenceEquals(type.Bases, bases))
            return isDone ? Value.None : Value.Error;
        if (!isDone)
        {
            type.SetBases(old);
            foreach (var parent in old)
                thread.Interpreter.AddSubclass(parent, type);
            return Value.Error;
        }
        type.Base = best;
        foreach (var parent in bases)
            thread.Interpreter.AddSubclass(parent, type);
        var former = new List<(PyType Type, PyType[] Mro)>();
        if (!RelinearizeSubclasses(thread, type, former).IsError)
            return Value.None;
        // The mro() of a subclass has failed: all is as before.
        foreach (var (subclass, mro) in former)
            subclass.Mro = mro;
        type.SetBases(old);
        type.Base = oldBase;
        type.Mro = oldMro;
        foreach (var parent in old)
            thread.Interpreter.AddSubclass(parent, type);
        return Value.Error;
    }

    // By the bases and not by the MRO, which an overridden mro() may have made without some of them.
    private static bool IsAmongBases(PyType start, PyType wanted) =>
        ReferenceEquals(start, wanted) || start.IsSubtypeOf(wanted) || start.Bases.Any(parent => IsAmongBases(parent, wanted));

    private static Value RelinearizeSubclasses(VmThread thread, PyType type, List<(PyType Type, PyType[] Mro)> former)
    {
        foreach (var subclass in thread.Interpreter.SubclassesOf(type).ToList())
        {
            former.Add((subclass, subclass.Mro));
            if (!Linearize(thread, subclass) || RelinearizeSubclasses(thread, subclass, former).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    private static Value Make(VmThread thread, PyType metatype, PyStr name, PyType[] bases, PyDict dict, PyDict? kwargs)
    {
        var best = BestBase(thread, bases);
        if (best is null)
            return Value.Error;
        if (!ClassSlots.TryRead(thread, name, bases, best, dict, out var slots))
            return Value.Error;
        var type = new PyType(metatype, name.Text, bases, dict, best.SlotCount + slots.Names.Count)
        {
            Base = best,
            SolidBase = best.SolidBase,
            HasDict = slots.HasDict,
            HasWeakReferences = slots.HasWeakRef || bases.Any(static parent => parent.HasWeakReferences),
            OwnSlots = [.. slots.Names.Select(static slot => slot.Text)],
            PatternFlags = bases.Aggregate(TypePatternFlags.None, static (flags, parent) => flags | parent.PatternFlags & TypePatternFlags.MatchesSelf),
        };
        if (FillDict(thread, type, dict) is { IsError: true } error)
            return error;
        var cell = dict.GetStr(ClassCell);
        if (!cell.IsUnbound)
        {
            if (cell.Ref is not PyCell)
                return thread.TypeError($"type.__new__: __classcell__ must be a nonlocal cell, not <class '{cell.Type.Name}'>");
            dict.RemoveStr(ClassCell);
            // Before the metaclass's mro() may call methods of the class.
            ((PyCell)cell.Ref).Content = type;
        }
        var index = best.SlotCount;
        foreach (var slot in slots.Names)
            dict.SetStr(slot, new PySlotDescriptor(type, slot, index++));
        if (slots.HasDict && best.Lookup(DictKey).IsUnbound && dict.GetStr(DictKey).IsUnbound)
            dict.SetStr(DictKey, new PyGetSetDescriptor(type, InstanceDictionary.Attribute));
        if (slots.HasWeakRef && !best.HasWeakReferences && dict.GetStr(WeakRef).IsUnbound)
            dict.SetStr(WeakRef, new PyGetSetDescriptor(type, InstanceDictionary.WeakReference));
        if (!Linearize(thread, type))
            return Value.Error;
        if (!type.Mro.Contains(type))
            return thread.TypeError("super(type, obj): obj must be an instance or subtype of type");
        foreach (var parent in bases)
            thread.Interpreter.AddSubclass(parent, type);

        // The first base that is either says what it is, not all together.
        type.PatternFlags |= type.Mro.Select(static parent => parent.PatternFlags & TypePatternFlags.Collection).FirstOrDefault(static kind => kind != 0);
        if (SetNames(thread, type).IsError)
            return Value.Error;
        var super = new PySuper(PySuper.TypeObject.RootShape);
        super.Bind(type, type);
        var hook = super.GetAttribute(thread, InitSubclass, report: true);
        if (hook.IsError || CallWithKeywords(thread, hook, [], kwargs).IsError)
            return Value.Error;
        return type;
    }

    private static Value FillDict(VmThread thread, PyType type, PyDict dict)
    {
        var qualName = dict.GetStr(QualName);
        if (!qualName.IsUnbound)
        {
            if (qualName.Ref is not PyStr text)
                return thread.TypeError($"type __qualname__ must be a str, not {qualName.Type.Name}");
            type.QualName = text.Text;
            dict.RemoveStr(QualName);
        }
        if (dict.GetStr(Module).IsUnbound && thread.Top?.Globals.GetStr(NameKey) is { IsUnbound: false } module)
            dict.SetStr(Module, module);
        if (dict.GetStr(Doc).IsUnbound)
            dict.SetStr(Doc, Value.None);
        else if (dict.GetStr(Doc).Ref is PyStr doc && !IsEncodable(thread, doc))
            return Value.Error;
        if (dict.GetStr(NewKey).Ref is PyFunction make)
            dict.SetStr(NewKey, new PyStaticMethod(make));
        if (dict.GetStr(InitSubclass).Ref is PyFunction initSubclass)
            dict.SetStr(InitSubclass, new PyClassMethod(initSubclass));
        if (dict.GetStr(ClassGetItem).Ref is PyFunction classGetItem)
            dict.SetStr(ClassGetItem, new PyClassMethod(classGetItem));
        if (!dict.GetStr(Eq).IsUnbound && dict.GetStr(HashKey).IsUnbound)
            dict.SetStr(HashKey, Value.None);
        return Value.None;
    }

    /// <summary>Calls <c>__set_name__</c> of what the class body has assigned.</summary>
    private static Value SetNames(VmThread thread, PyType type)
    {
        var entries = type.Dict.Copy();
        for (var place = 0; place < entries.EntryCount; place++)
        {
            var entry = entries.EntryAt(place);
            if (entry.Key.IsUnbound)
                continue;
            var hook = entry.Item.Type.LookupSpecial(Special.SetName);
            if (hook.IsUnbound)
                continue;
            if (!thread.CallSpecial(hook, entry.Item, type, entry.Key).IsError)
                continue;
            var cause = thread.TakePending();
            var key = Texts.Repr(thread, entry.Key)?.Text;
            thread.RuntimeError($"Error calling __set_name__ on '{entry.Item.Type.Name}' instance {key} in '{type.Name}'");
            thread.Pending!.Cause = cause;
            thread.Pending.Context = cause;
            thread.Pending.SuppressContext = true;
            return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Sets the MRO, through the metaclass's <c>mro()</c> if it has one of its own.</summary>
    private static bool Linearize(VmThread thread, PyType type)
    {
        var method = type.Type.Lookup(MroName);
        if (ReferenceEquals(type.Type, PyType.TypeObject) || method.Ref is PyMethodDescriptor)
        {
            var mro = MethodResolution.Linearize(thread, type);
            if (mro is not null)
                type.Mro = mro;
            return mro is not null;
        }
        // While mro() runs for the first time the class must be usable to some extent.
        if (!type.HasMro)
        {
            type.Mro = [type, .. type.Base!.Mro];
            type.IsMroPending = true;
        }
        var result = thread.CallSpecial(method, type);
        var items = result.IsError ? null : Iteration.ToArray(thread, result);
        if (items is null)
            return false;
        var types = new PyType[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Ref is not PyType item)
            {
                thread.TypeError($"mro() returned a non-class ('{items[i].Type.Name}')");
                return false;
            }
            types[i] = item;
        }
        type.Mro = types;
        type.IsMroPending = false;
        return true;
    }

    /// <summary>The base whose layout the instances have; null when the layouts conflict.</summary>
    private static PyType? BestBase(VmThread thread, PyType[] bases)
    {
        var best = bases[0];
        var layout = LayoutOf(best);
        foreach (var candidate in bases.AsSpan(1))
        {
            var other = LayoutOf(candidate);
            if (layout.IsSubtypeOf(other))
                continue;
            if (!other.IsSubtypeOf(layout))
            {
                thread.TypeError("multiple bases have instance lay-out conflict");
                return null;
            }
            best = candidate;
            layout = other;
        }
        return best;
    }

    private static PyType LayoutOf(PyType type)
    {
        while (type.IsHeapType && type.Base is { } parent && parent.SlotCount == type.SlotCount)
            type = parent;
        // Exceptions share one C# class; their layouts conflict where each has fields that the other lacks.
        if (type is { IsHeapType: false } && type.IsSubtypeOf(Exceptions.ExceptionTypes.BaseException))
        {
            while (!Exceptions.ExceptionFields.AddsFields(type) && type.Base is { } parent && type.Base != PyObject.TypeObject)
                type = parent;
            return type;
        }
        while (type is { IsHeapType: false, Base: { } native } && ReferenceEquals(type.Native!.IsInstance.Method, native.Native!.IsInstance.Method))
            type = native;
        return type;
    }

    private static PyType? MostDerivedMetaclass(VmThread thread, PyType metatype, ReadOnlySpan<Value> bases)
    {
        var winner = metatype;
        foreach (var item in bases)
        {
            var candidate = item.Type;
            if (winner.IsSubtypeOf(candidate))
                continue;
            if (!candidate.IsSubtypeOf(winner))
            {
                thread.TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
                return null;
            }
            winner = candidate;
        }
        return winner;
    }

    private static Value[]? ResolveBases(VmThread thread, Value[] bases)
    {
        List<Value>? resolved = null;
        for (var i = 0; i < bases.Length; i++)
        {
            if (bases[i].Ref is PyType)
            {
                resolved?.Add(bases[i]);
                continue;
            }
            var hook = Attributes.TryGet(thread, bases[i], MroEntries);
            if (hook.IsError)
                return null;
            if (hook.IsUnbound)
            {
                resolved?.Add(bases[i]);
                continue;
            }
            var entries = thread.Call(hook, PyTuple.Of(bases));
            if (entries.IsError)
                return null;
            if (entries.Ref is not PyTuple tuple)
            {
                thread.TypeError("__mro_entries__ must return a tuple");
                return null;
            }
            resolved ??= [.. bases[..i]];
            resolved.AddRange(tuple.Items);
        }
        return resolved?.ToArray() ?? bases;
    }

    private static Value MakeNamespace(VmThread thread, Value meta, PyStr name, Value[] bases, PyDict? kwargs)
    {
        if (ReferenceEquals(meta.Ref, PyType.TypeObject))
            return new PyDict();
        var prepare = Attributes.TryGet(thread, meta, Prepare);
        if (prepare.IsSentinel)
            return prepare.IsUnbound ? new PyDict() : prepare;
        var names = CallWithKeywords(thread, prepare, [name, PyTuple.Of(bases)], kwargs);
        if (names.IsError || names.Ref is PyDict || names.Type.Has(Special.GetItem))
            return names;
        var metaName = meta.Ref is PyType type ? type.Name : "<metaclass>";
        return thread.TypeError($"{metaName}.__prepare__() must return a mapping, not {names.Type.Name}");
    }

    private static Value RunBody(VmThread thread, PyFunction body, Value names)
    {
        var frame = Calls.BeginCode(thread, body.Code, body.Globals, body.Builtins, names, body);
        return frame is null ? Value.Error : thread.Run(frame, 0);
    }

    private static Value CallWithKeywords(VmThread thread, Value callable, ReadOnlySpan<Value> args, PyDict? kwargs)
    {
        if (kwargs is not { Count: > 0 })
            return thread.Call(callable, args, null);
        var keys = kwargs.KeyList();
        var all = new Value[args.Length + keys.Count];
        args.CopyTo(all);
        for (var i = 0; i < keys.Count; i++)
            all[args.Length + i] = kwargs.GetStr((PyStr)keys.Items[i].Ref!);
        return thread.Call(callable, all, PyTuple.Of(keys.Span.ToArray()));
    }
}
