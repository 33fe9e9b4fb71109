// bool is an int that prints as a word and whose logical operators stay among bools.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyBool
{
    private bool IsTrue => ReferenceEquals(this, True);

    [PyNew(Signature = "x=False, /")]
    private static Value New(VmThread thread, PyType type, Value x)
    {
        if (x.IsUnbound)
            return Value.False;
        return Operations.Truth.TryTest(thread, x, out var truth) ? Value.Bool(truth) : Value.Error;
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private static Value Repr(Value self) => Value.Str(self.IsTrue ? "True" : "False");

    /// <summary>Return self&amp;value.</summary>
    [PyMethod("__and__")]
    private static new Value And(Value self, Value value) =>
        self.Ref is PyBool a && value.Ref is PyBool b ? Value.Bool(a.IsTrue & b.IsTrue) : PyInt.And(self, value);

    /// <summary>Return value&amp;self.</summary>
    [PyMethod("__rand__")]
    private static Value AndReflected(Value self, Value value) => And(value, self);

    /// <summary>Return self^value.</summary>
    [PyMethod("__xor__")]
    private static new Value Xor(Value self, Value value) =>
        self.Ref is PyBool a && value.Ref is PyBool b ? Value.Bool(a.IsTrue ^ b.IsTrue) : PyInt.Xor(self, value);

    /// <summary>Return value^self.</summary>
    [PyMethod("__rxor__")]
    private static Value XorReflected(Value self, Value value) => Xor(value, self);

    /// <summary>Return self|value.</summary>
    [PyMethod("__or__")]
    private static new Value Or(Value self, Value value) =>
        self.Ref is PyBool a && value.Ref is PyBool b ? Value.Bool(a.IsTrue | b.IsTrue) : PyInt.Or(self, value);

    /// <summary>Return value|self.</summary>
    [PyMethod("__ror__")]
    private static Value OrReflected(Value self, Value value) => Or(value, self);
}
