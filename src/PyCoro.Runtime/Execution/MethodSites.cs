// The slow side of LOAD_METHOD: finds what a call `obj.name(…)` runs and what goes before the arguments, without an object
// that binds the two, and fills the site's inline cache when that follows from the receiver's shape and type alone.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class MethodSites
{
    /// <summary><see cref="InlineCache.Index"/>: the target is called with the receiver's class before the arguments (a classmethod).</summary>
    internal const int WithClass = -4;

    /// <summary><see cref="InlineCache.Index"/>: the target is called with the arguments alone (a staticmethod).</summary>
    internal const int Alone = -5;

    // The receiver is a class: its root shape stands in the cache for the class itself. The loop leaves these to Load.
    private const int OfClassWithClass = -6;
    private const int OfClassAlone = -7;

    // The target is the method that super() finds for instances of the shape.
    private const int OfSuper = -8;

    /// <summary>LOAD_METHOD: what is called, with <paramref name="receiver"/> as its first argument unless that is unbound.</summary>
    internal static Value Load(VmThread thread, Value obj, PyStr name, ref InlineCache cache, out Value receiver)
    {
        receiver = Value.Unbound;
        switch (obj.Ref)
        {
            case PyType type:
            {
                var shared = FindInClass(type, name, ref cache, out receiver);
                if (!shared.IsUnbound)
                    return shared;
                break;
            }
            case PyModule module:
                return AttributeSites.LoadFromModule(thread, module, name, ref cache);
            case PySuper super:
            {
                var shared = super.FindMethod(name, out receiver);
                if (!shared.IsUnbound)
                    return shared;
                break;
            }
        }
        var method = Attributes.GetMethod(thread, obj, name, out var decorated, out var isUnbound);
        var kind = AttributeSites.ClassValue;
        if (isUnbound)
        {
            receiver = obj;
        }
        else if (decorated.IsUnbound)
        {
            return method;
        }
        else
        {
            method = Unwrap(decorated, obj.Type, out receiver);
            kind = receiver.IsUnbound ? Alone : WithClass;
        }
        if (obj.Ref is { Shape.IsDictionary: false } instance && AttributeSites.MayFill(ref cache))
            AttributeSites.Fill(ref cache, instance, kind, method.Ref);
        return method;
    }

    /// <summary><c>super().name</c> at a LOAD_METHOD, for an instance and without the super object; false when there is more to it.</summary>
    internal static bool TryLoadOfSuper(Frame frame, PyStr name, ref InlineCache cache, out Value method, out Value receiver)
    {
        method = Value.Unbound;
        if (!PySuper.TryFindIn(frame, out var type, out receiver) || receiver.Ref is not { } instance || instance is PyType)
            return false;
        if (cache.Index == OfSuper && ReferenceEquals(cache.Shape, instance.Shape) && cache.Version == instance.Shape.Type.Version
            && cache.Target is SuperMethod known && ReferenceEquals(known.Class, type))
        {
            method = known.Function;
            return true;
        }
        if (!instance.Shape.Type.IsSubtypeOf(type) || PySuper.FindBehind(instance.Shape.Type, type, name).Ref is not PyFunction function)
            return false;
        if (AttributeSites.MayFill(ref cache))
            AttributeSites.Fill(ref cache, instance, OfSuper, new SuperMethod(type, function));
        method = function;
        return true;
    }

    /// <summary>A function that <paramref name="owner"/> finds under the name, and what it is bound to there; unbound when binding it takes more.</summary>
    internal static Value Unwrap(Value attribute, PyType owner, out Value receiver)
    {
        receiver = Value.Unbound;
        switch (attribute.Ref)
        {
            case PyFunction:
                return attribute;
            case PyStaticMethod { Function: { Ref: PyFunction } function } when !attribute.Type.IsHeapType:
                return function;
            case PyClassMethod { Function: { Ref: PyFunction } function } when !attribute.Type.IsHeapType:
                receiver = owner;
                return function;
            default:
                return Value.Unbound;
        }
    }

    // Of a class whose metaclass has no say.
    private static Value FindInClass(PyType type, PyStr name, ref InlineCache cache, out Value receiver)
    {
        receiver = Value.Unbound;
        if (!ReferenceEquals(type.Type, PyType.TypeObject))
            return Value.Unbound;
        if (cache.Index is OfClassWithClass or OfClassAlone && ReferenceEquals(cache.Shape, type.RootShape) && cache.Version == type.Version)
        {
            if (cache.Index == OfClassWithClass)
                receiver = type;
            return cache.Target!;
        }
        if (!PyType.TypeObject.Lookup(name).IsUnbound)
            return Value.Unbound;
        var function = Unwrap(type.Lookup(name), type, out receiver);
        if (!function.IsUnbound && AttributeSites.MayFill(ref cache))
        {
            cache.Shape = type.RootShape;
            cache.Version = type.Version;
            cache.Index = receiver.IsUnbound ? OfClassAlone : OfClassWithClass;
            cache.Target = function.Ref;
        }
        return function;
    }

    /// <summary>What a cache keeps of a method found by super(): the class it was found behind belongs to it.</summary>
    private sealed class SuperMethod(PyType type, PyFunction function) : PyObject(Shape.None)
    {
        internal PyType Class { get; } = type;

        internal PyFunction Function { get; } = function;
    }
}
