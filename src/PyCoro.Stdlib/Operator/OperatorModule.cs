using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Operator;

/// <summary>Operator interface.
///
/// This module exports a set of functions implemented in C corresponding
/// to the intrinsic operators of Python.  For example, operator.add(x, y)
/// is equivalent to the expression x+y.</summary>
[PyModule("operator", Types = [typeof(PyAttrGetter), typeof(PyItemGetter), typeof(PyMethodCaller)])]
internal static partial class OperatorModule
{
    /// <summary>Same as abs(a).</summary>
    [PyFunction("abs")]
    [PyFunction("__abs__")]
    private static Value Abs(VmThread thread, Value a)
    {
        var method = a.Type.LookupSpecial(Special.Abs);
        return method.IsUnbound ? thread.TypeError($"bad operand type for abs(): '{a.Type.Name}'") : thread.CallSpecial(method, a);
    }

    /// <summary>Same as -a.</summary>
    [PyFunction("neg")]
    [PyFunction("__neg__")]
    private static Value Neg(VmThread thread, Value a) => Arithmetic.Negative(thread, a);

    /// <summary>Same as +a.</summary>
    [PyFunction("pos")]
    [PyFunction("__pos__")]
    private static Value Pos(VmThread thread, Value a) => Arithmetic.Positive(thread, a);

    /// <summary>Same as ~a.</summary>
    [PyFunction("inv")]
    [PyFunction("invert")]
    [PyFunction("__inv__")]
    [PyFunction("__invert__")]
    private static Value Invert(VmThread thread, Value a) => Arithmetic.Invert(thread, a);

    /// <summary>Same as not a.</summary>
    [PyFunction("not_")]
    [PyFunction("__not__")]
    private static Value Not(VmThread thread, Value a) => Truth.TryTest(thread, a, out var truth) ? Value.Bool(!truth) : Value.Error;

    /// <summary>Return True if a is true, False otherwise.</summary>
    [PyFunction("truth")]
    private static Value IsTrue(VmThread thread, Value a) => Truth.TryTest(thread, a, out var truth) ? Value.Bool(truth) : Value.Error;

    /// <summary>Same as a is b.</summary>
    [PyFunction("is_")]
    private static bool Is(Value a, Value b) => a.Is(b);

    /// <summary>Same as a is not b.</summary>
    [PyFunction("is_not")]
    private static bool IsNot(Value a, Value b) => !a.Is(b);

    /// <summary>Same as a.__index__()</summary>
    [PyFunction("index")]
    [PyFunction("__index__")]
    private static Value Index(VmThread thread, Value a) => Conversions.Index(thread, a);

    /// <summary>Same as a + b, for a and b sequences.</summary>
    [PyFunction("concat")]
    [PyFunction("__concat__")]
    private static Value Concat(VmThread thread, Value a, Value b) => a.Type.Has(Special.GetItem)
        ? Arithmetic.Binary(thread, BinaryOperation.Add, a, b)
        : thread.TypeError($"'{a.Type.Name}' object can't be concatenated");

    /// <summary>Same as a += b, for a and b sequences.</summary>
    [PyFunction("iconcat")]
    [PyFunction("__iconcat__")]
    private static Value InPlaceConcat(VmThread thread, Value a, Value b) => a.Type.Has(Special.GetItem)
        ? Arithmetic.Binary(thread, BinaryOperation.InplaceAdd, a, b)
        : thread.TypeError($"'{a.Type.Name}' object can't be concatenated");

    /// <summary>Same as b in a (note reversed operands).</summary>
    [PyFunction("contains")]
    [PyFunction("__contains__")]
    private static Value Contains(VmThread thread, Value a, Value b) =>
        Items.TryContains(thread, a, b, out var found) ? Value.Bool(found) : Value.Error;

    /// <summary>Return the number of items in a which are, or which equal, b.</summary>
    [PyFunction("countOf")]
    private static Value CountOf(VmThread thread, Value a, Value b)
    {
        var iterator = Iteration.GetIter(thread, a);
        if (iterator.IsError)
            return iterator;
        for (long count = 0; ;)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                return Value.Int(count);
            if (item.IsError || !Comparison.TryEquals(thread, item, b, out var equal))
                return Value.Error;
            count += equal ? 1 : 0;
        }
    }

    /// <summary>Return the first index of b in a.</summary>
    [PyFunction("indexOf")]
    private static Value IndexOf(VmThread thread, Value a, Value b)
    {
        var iterator = Iteration.GetIter(thread, a);
        if (iterator.IsError)
            return iterator;
        for (long index = 0; ; index++)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                return thread.ValueError("sequence.index(x): x not in sequence");
            if (item.IsError || !Comparison.TryEquals(thread, item, b, out var equal))
                return Value.Error;
            if (equal)
                return Value.Int(index);
        }
    }

    /// <summary>Same as a[b].</summary>
    [PyFunction("getitem")]
    [PyFunction("__getitem__")]
    private static Value GetItem(VmThread thread, Value a, Value b) => Items.Get(thread, a, b);

    /// <summary>Same as a[b] = c.</summary>
    [PyFunction("setitem")]
    [PyFunction("__setitem__")]
    private static Value SetItem(VmThread thread, Value a, Value b, Value c) => Items.Set(thread, a, b, c).IsError ? Value.Error : Value.None;

    /// <summary>Same as del a[b].</summary>
    [PyFunction("delitem")]
    [PyFunction("__delitem__")]
    private static Value DelItem(VmThread thread, Value a, Value b) => Items.Delete(thread, a, b).IsError ? Value.Error : Value.None;

    /// <summary>Return an estimate of the number of items in obj.
    ///
    /// If the object supports len(), the result will be exact.</summary>
    [PyFunction("length_hint", Signature = "obj, default=0, /")]
    private static Value LengthHint(VmThread thread, Value obj, Value @default)
    {
        if (!@default.IsUnbound && @default.Ref is not (null or PyInt))
            return thread.TypeError($"'{@default.Type.Name}' object cannot be interpreted as an integer");
        var known = Iteration.TryLengthHint(thread, obj, out var hint, Iteration.UnknownLength);
        return !known ? Value.Error : hint != Iteration.UnknownLength ? Value.Int(hint) : @default.IsUnbound ? Value.Int(0) : @default;
    }

    /// <summary>Same as obj(*args, **kwargs).</summary>
    [PyFunction("call")]
    [PyFunction("__call__")]
    private static Value Call(VmThread thread, Value obj, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) =>
        KeywordCalls.Call(thread, obj, args, kwargs);
}
