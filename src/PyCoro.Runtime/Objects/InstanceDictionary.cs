using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Lifetime;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The attributes <c>__dict__</c> and <c>__weakref__</c> of instances.</summary>
internal static unsafe class InstanceDictionary
{
    /// <summary><c>__dict__</c>.</summary>
    internal static NativeAttribute Attribute { get; } = new() { Name = "__dict__", Get = &Get, Set = &Set, Doc = "dictionary for instance variables" };

    /// <summary><c>__weakref__</c>.</summary>
    internal static NativeAttribute WeakReference { get; } = new() { Name = "__weakref__", Get = &GetWeakRef, Doc = "list of weak references to the object" };

    // Metaclasses and modules may have got this descriptor from a base that is neither; their attributes lie elsewhere.
    private static Value Get(VmThread thread, Value self) => self.Ref switch
    {
        PyType type => new PyMappingProxy(type.Dict),
        PyModule module => module.Dict,
        _ => InstanceAttributes.Materialize(self.Ref!),
    };

    private static Value Set(VmThread thread, Value self, Value value)
    {
        if (self.Ref is PyType)
            return thread.RaiseAttributeError("attribute '__dict__' of 'type' objects is not writable", self, PyStr.Constant("__dict__"));
        if (self.Ref is PyModule)
            return thread.RaiseAttributeError("readonly attribute", self, PyStr.Constant("__dict__"));
        if (value.IsUnbound)
        {
            // What a native type keeps there may not go.
            if (self.Type.SolidBase.HasDict)
                return thread.TypeError("cannot delete __dict__");
            InstanceAttributes.Replace(self.Ref!, new PyDict());
            return Value.None;
        }
        if (value.Ref is not PyDict dict)
            return thread.TypeError($"__dict__ must be set to a dictionary, not a '{value.Type.Name}'");
        InstanceAttributes.Replace(self.Ref!, dict);
        return Value.None;
    }

    private static Value GetWeakRef(VmThread thread, Value self) =>
        WeakReferences.To(thread.Interpreter, self) is [var first, ..] ? first : Value.None;
}
