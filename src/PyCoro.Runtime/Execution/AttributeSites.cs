// The slow side of LOAD_ATTR, STORE_ATTR and LOAD_METHOD: does the operation and fills the site's inline cache when the
// result follows from the receiver's shape and its type's version alone.

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

    private const int MaxMisses = 64;

    /// <summary>LOAD_ATTR.</summary>
    internal static Value Load(VmThread thread, Value obj, PyStr name, ref InlineCache cache)
    {
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
            }
            else if (attribute.Ref is PySlotDescriptor { IsSettled: true } descriptor && instance.Slots is { } slots && !slots[descriptor.Index].IsUnbound
                     && type.IsSubtypeOf(descriptor.Owner))
            {
                return descriptor.Get(thread, obj);
            }
        }
        return Attributes.Get(thread, obj, name);
    }

    /// <summary>STORE_ATTR. None or Error.</summary>
    internal static Value Store(VmThread thread, Value obj, PyStr name, Value value, ref InlineCache cache)
    {
        if (obj.Ref is { } instance && CanCache(instance, ref cache) && IsPlainStore(instance, name))
        {
            var slot = instance.Shape.IndexOf(name);
            if (slot >= 0)
            {
                Fill(ref cache, instance, slot, null);
            }
            else if (instance.Shape.With(name) is { } successor)
            {
                Fill(ref cache, instance, successor.Count - 1, new ShapeReference(successor));
            }
        }
        return Attributes.Set(thread, obj, name, value);
    }

    /// <summary>STORE_ATTR of a new attribute for which the cache knows the next shape.</summary>
    internal static void Append(PyObject instance, ref InlineCache cache, Value value) =>
        InstanceAttributes.Append(instance, ((ShapeReference)cache.Target!).Shape2, value);

    /// <summary>LOAD_METHOD: with <paramref name="isUnbound"/> the receiver is the first argument.</summary>
    internal static Value LoadMethod(VmThread thread, Value obj, PyStr name, ref InlineCache cache, out bool isUnbound)
    {
        var method = Attributes.GetMethod(thread, obj, name, out isUnbound);
        if (isUnbound && obj.Ref is { } instance && !instance.Shape.IsDictionary && cache.Misses < MaxMisses)
        {
            cache.Misses++;
            Fill(ref cache, instance, ClassValue, method.Ref);
        }
        return method;
    }

    private static bool CanCache(PyObject instance, ref InlineCache cache)
    {
        if (cache.Misses >= MaxMisses || instance is PyType or PyModule or PySuper)
            return false;
        cache.Misses++;
        return instance.Shape.Type.LookupSpecial(Special.GetAttribute).Ref is PyMethodDescriptor { Owner: var owner } &&
               ReferenceEquals(owner, PyObject.TypeObject);
    }

    private static bool IsPlainStore(PyObject instance, PyStr name)
    {
        var type = instance.Shape.Type;
        if (instance.Shape.IsDictionary || !type.HasDict)
            return false;
        if (type.LookupSpecial(Special.SetAttr).Ref is not PyMethodDescriptor { Owner: var owner } || !ReferenceEquals(owner, PyObject.TypeObject))
            return false;
        var attribute = type.Lookup(name);
        return attribute.IsUnbound || !Attributes.IsDataDescriptor(attribute);
    }

    private static void Fill(ref InlineCache cache, PyObject instance, int index, PyObject? target)
    {
        cache.Shape = instance.Shape;
        cache.Version = instance.Shape.Type.Version;
        cache.Index = index;
        cache.Target = target;
    }

    /// <summary>Carries a shape where a cache has room for an object.</summary>
    private sealed class ShapeReference(Shape shape) : PyObject(Objects.Shape.None)
    {
        internal Shape Shape2 { get; } = shape;
    }
}
