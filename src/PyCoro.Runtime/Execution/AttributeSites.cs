// The slow side of LOAD_ATTR and STORE_ATTR: does the operation and fills the site's inline cache when the
// result follows from the receiver's shape and its type's version alone.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class AttributeSites
{
    /// <summary><see cref="InlineCache.Index"/>: the target itself is the attribute.</summary>
    internal const int ClassValue = -1;

    /// <summary><see cref="InlineCache.Index"/>: the target holds the attribute, which is no object.</summary>
    internal const int ClassNumber = -2;

    /// <summary><see cref="InlineCache.Index"/>: the target is a property, whose getter is a function.</summary>
    internal const int Getter = -3;

    /// <summary><see cref="InlineCache.Index"/>: this less the place among the <c>__slots__</c>, which may be unbound.</summary>
    internal const int FirstSlot = -16;

    private const int MaxMisses = 64;

    /// <summary>LOAD_ATTR.</summary>
    internal static Value Load(VmThread thread, Value obj, PyStr name, ref InlineCache cache)
    {
        if (obj.Ref is PyModule module)
            return LoadFromModule(thread, module, name, ref cache);
        if (obj.Ref is { } instance && CanCache(instance, ref cache))
        {
            var type = instance.Shape.Type;
            var attribute = type.Lookup(name);
            if (attribute.IsUnbound || !Attributes.IsDataDescriptor(attribute))
            {
                var slot = instance.Shape.IsDictionary ? -1 : instance.Shape.IndexOf(name);
                if (slot >= 0)
                {
                    Fill(ref cache, instance, slot, null);
                    return instance.Slots![slot];
                }
                if (!attribute.IsUnbound && !instance.Shape.IsDictionary && IsPlain(attribute))
                {
                    // A number is no object that a cache could hold; a float has one in Ref, but it is the same for all.
                    var isNumber = attribute.Ref is null || attribute.IsFloat;
                    Fill(ref cache, instance, isNumber ? ClassNumber : ClassValue, isNumber ? new NumberReference(attribute) : attribute.Ref);
                }
            }
            else if (attribute.Ref is PyProperty { Getter.Ref: PyFunction } property && !property.Type.IsHeapType && type.LookupSpecial(Special.GetAttr).IsUnbound)
            {
                Fill(ref cache, instance, Getter, property);
            }
            else if (attribute.Ref is PySlotDescriptor descriptor && type.IsSubtypeOf(descriptor.Owner))
            {
                Fill(ref cache, instance, FirstSlot - descriptor.Index, null);
            }
        }
        return Attributes.Get(thread, obj, name);
    }

    /// <summary>Loads what a cache that is good for the object knows of, neither a property nor among its attributes: a value of
    /// the class, or of <c>__slots__</c>, false when that is unbound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryLoadCached(PyObject obj, in InlineCache cache, ref Value target)
    {
        if (cache.Index == ClassValue)
        {
            target = cache.Target!;
            return true;
        }
        if (cache.Index == ClassNumber)
        {
            target = ((NumberReference)cache.Target!).Number;
            return true;
        }
        if (obj.Slots is not { } slots)
            return false;
        ref var slot = ref slots[FirstSlot - cache.Index];
        if (slot.IsUnbound)
            return false;
        Slot.Copy(ref target, slot);
        return true;
    }

    /// <summary>An attribute of a module: the site remembers the dict and the place in it.</summary>
    internal static Value LoadFromModule(VmThread thread, PyModule module, PyStr name, ref InlineCache cache)
    {
        var dict = module.Dict;
        if (ReferenceEquals(cache.Target, dict) && cache.Version == dict.KeysVersion)
            return dict.EntryAt(cache.Index).Item;
        if (cache.Misses < MaxMisses && !module.Type.IsHeapType && dict.FindStr(name) is var place and >= 0 && module.Type.Lookup(name).IsUnbound)
        {
            cache = new InlineCache { Target = dict, Version = dict.KeysVersion, Index = place, Misses = cache.Misses + 1 };
            return dict.EntryAt(place).Item;
        }
        return Attributes.Get(thread, module, name);
    }

    // Native types do not change: what has no __get__ will have none.
    private static bool IsPlain(Value attribute) =>
        !attribute.Type.IsHeapType && attribute.Type.LookupSpecial(Special.Get).IsUnbound;

    /// <summary>STORE_ATTR. None or Error.</summary>
    internal static Value Store(VmThread thread, Value obj, PyStr name, Value value, ref InlineCache cache)
    {
        if (obj.Ref is { } instance && CanCache(instance, ref cache))
        {
            var type = instance.Shape.Type;
            if (type.Lookup(name).Ref is PySlotDescriptor descriptor)
            {
                if (HasPlainSetAttr(type) && type.IsSubtypeOf(descriptor.Owner))
                    Fill(ref cache, instance, FirstSlot - descriptor.Index, null);
            }
            else if (IsPlainStore(instance, name))
            {
                var slot = instance.Shape.IndexOf(name);
                if (slot >= 0)
                    Fill(ref cache, instance, slot, null);
                else if (instance.Shape.With(name) is { } successor)
                    Fill(ref cache, instance, successor.Count - 1, new ShapeReference(successor));
            }
        }
        return Attributes.Set(thread, obj, name, value);
    }

    /// <summary>STORE_ATTR of a new attribute for which the cache knows the next shape.</summary>
    internal static void Append(PyObject instance, ref InlineCache cache, Value value) =>
        InstanceAttributes.Append(instance, ((ShapeReference)cache.Target!).Shape2, value);

    /// <summary>May the site remember something new? One that changes too often gives up.</summary>
    internal static bool MayFill(ref InlineCache cache)
    {
        if (cache.Misses >= MaxMisses)
            return false;
        cache.Misses++;
        return true;
    }

    /// <summary>Remembers what was found for a receiver's shape.</summary>
    internal static void Fill(ref InlineCache cache, PyObject instance, int index, PyObject? target)
    {
        cache.Shape = instance.Shape;
        cache.Version = instance.Shape.Type.Version;
        cache.Index = index;
        cache.Target = target;
    }

    private static bool CanCache(PyObject instance, ref InlineCache cache)
    {
        if (instance is PyType or PyModule or PySuper || !MayFill(ref cache))
            return false;
        return instance.Shape.Type.LookupSpecial(Special.GetAttribute).Ref is PyMethodDescriptor { Owner: var owner } &&
               ReferenceEquals(owner, PyObject.TypeObject);
    }

    private static bool IsPlainStore(PyObject instance, PyStr name)
    {
        var type = instance.Shape.Type;
        if (instance.Shape.IsDictionary || !type.HasDict)
            return false;
        if (!HasPlainSetAttr(type))
            return false;
        var attribute = type.Lookup(name);
        return attribute.IsUnbound || !Attributes.IsDataDescriptor(attribute);
    }

    private static bool HasPlainSetAttr(PyType type) =>
        type.LookupSpecial(Special.SetAttr).Ref is PyMethodDescriptor { Owner: var owner } && ReferenceEquals(owner, PyObject.TypeObject);

    /// <summary>Carries a number where a cache has room for an object.</summary>
    private sealed class NumberReference(Value number) : PyObject(Objects.Shape.None)
    {
        internal Value Number { get; } = number;
    }

    /// <summary>Carries a shape where a cache has room for an object.</summary>
    private sealed class ShapeReference(Shape shape) : PyObject(Objects.Shape.None)
    {
        internal Shape Shape2 { get; } = shape;
    }
}
