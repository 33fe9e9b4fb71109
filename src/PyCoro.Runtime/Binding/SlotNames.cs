// Which special methods CPython keeps in slots of its types (data model, Special method names). Only these show as
// "slot wrapper" and "method-wrapper"; others, such as __reduce__ or __format__, are ordinary methods there.

namespace PyCoro.Runtime.Binding;

/// <summary>The names of slots.</summary>
internal static class SlotNames
{
    /// <summary>Is a method of this name a slot wrapper?</summary>
    internal static bool Contains(string name)
    {
        if (!name.StartsWith("__", StringComparison.Ordinal))
            return false;
        switch (name)
        {
            case "__getattribute__" or "__getattr__" or "__setattr__" or "__delattr__":
            case "__repr__" or "__str__" or "__hash__" or "__call__" or "__init__" or "__del__":
            case "__lt__" or "__le__" or "__eq__" or "__ne__" or "__gt__" or "__ge__":
            case "__iter__" or "__next__" or "__await__" or "__aiter__" or "__anext__":
            case "__get__" or "__set__" or "__delete__":
            case "__len__" or "__getitem__" or "__setitem__" or "__delitem__" or "__contains__":
            case "__neg__" or "__pos__" or "__abs__" or "__bool__" or "__invert__" or "__int__" or "__float__" or "__index__":
            case "__add__" or "__sub__" or "__mul__" or "__matmul__" or "__truediv__" or "__floordiv__" or "__mod__":
            case "__divmod__" or "__pow__" or "__lshift__" or "__rshift__" or "__and__" or "__xor__" or "__or__":
            case "__radd__" or "__rsub__" or "__rmul__" or "__rmatmul__" or "__rtruediv__" or "__rfloordiv__" or "__rmod__":
            case "__rdivmod__" or "__rpow__" or "__rlshift__" or "__rrshift__" or "__rand__" or "__rxor__" or "__ror__":
            case "__iadd__" or "__isub__" or "__imul__" or "__imatmul__" or "__itruediv__" or "__ifloordiv__" or "__imod__":
            case "__ipow__" or "__ilshift__" or "__irshift__" or "__iand__" or "__ixor__" or "__ior__":
                return true;
            default:
                return false;
        }
    }
}
