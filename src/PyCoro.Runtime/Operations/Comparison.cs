// Rich comparison (language reference, Comparisons; data model, __lt__): reflected methods, the subclass-first rule, identity
// as the last resort for == and !=.

using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

internal static class Comparison
{
    private static readonly Special[] Methods = [Special.Lt, Special.Le, Special.Eq, Special.Ne, Special.Gt, Special.Ge];
    private static readonly Special[] Reflected = [Special.Gt, Special.Ge, Special.Eq, Special.Ne, Special.Lt, Special.Le];
    private static readonly string[] Symbols = ["<", "<=", "==", "!=", ">", ">="];

    /// <summary><c>left op right</c>; any object may be the result.</summary>
    internal static Value Compare(VmThread thread, CompareOperation op, Value left, Value right)
    {
        if (left.IsSmallInt && right.IsSmallInt)
            return Value.Bool(CompareNumbers(op, left.Bits.CompareTo(right.Bits)));
        if (left.IsFloat && right.IsFloat)
            return Value.Bool(CompareDoubles(op, left.AsDouble, right.AsDouble));
        if (left.IsFloat && IsExactAsFloat(right))
            return Value.Bool(CompareDoubles(op, left.AsDouble, right.Bits));
        if (right.IsFloat && IsExactAsFloat(left))
            return Value.Bool(CompareDoubles(op, left.Bits, right.AsDouble));
        if (ReferenceEquals(left.Type, PyInt.TypeObject) && ReferenceEquals(right.Type, PyInt.TypeObject))
            return Value.Bool(CompareNumbers(op, PyInt.CompareExact(left, right)));
        if (AreTexts(left, right))
            return Value.Bool(CompareTexts(op, Unsafe.As<PyStr>(left.Ref!), Unsafe.As<PyStr>(right.Ref!)));
        if (!thread.EnterNative(" in comparison"))
            return Value.Error;
        return thread.LeaveNative(CompareObjects(thread, op, left, right));
    }

    /// <summary><c>left op right</c> as a truth value; false when it raised.</summary>
    internal static bool TryCompare(VmThread thread, CompareOperation op, Value left, Value right, out bool result)
    {
        if (AreTexts(left, right))
        {
            result = CompareTexts(op, Unsafe.As<PyStr>(left.Ref!), Unsafe.As<PyStr>(right.Ref!));
            return true;
        }
        var outcome = Compare(thread, op, left, right);
        if (!outcome.IsError)
            return Truth.TryTest(thread, outcome, out result);
        result = false;
        return false;
    }

    /// <summary>Identity or <c>==</c>, as containers compare; false when it raised.</summary>
    internal static bool TryEquals(VmThread thread, Value left, Value right, out bool equal)
    {
        if (left.Is(right))
        {
            equal = true;
            return true;
        }
        if (left.IsSmallInt && right.IsSmallInt)
        {
            equal = false;
            return true;
        }
        return TryCompare(thread, CompareOperation.Eq, left, right, out equal);
    }

    /// <summary>The operator's meaning for a three-way comparison.</summary>
    internal static bool CompareNumbers(CompareOperation op, int order) => op switch
    {
        CompareOperation.Lt => order < 0,
        CompareOperation.Le => order <= 0,
        CompareOperation.Eq => order == 0,
        CompareOperation.Ne => order != 0,
        CompareOperation.Gt => order > 0,
        _ => order >= 0,
    };

    /// <summary>The operator's meaning for floats, NaN included.</summary>
    internal static bool CompareDoubles(CompareOperation op, double left, double right) => op switch
    {
        CompareOperation.Lt => left < right,
        CompareOperation.Le => left <= right,
        CompareOperation.Eq => left == right,
        CompareOperation.Ne => left != right,
        CompareOperation.Gt => left > right,
        _ => left >= right,
    };

    private static bool IsExactAsFloat(Value value) => value.IsSmallInt && value.Bits is >= -(1L << 53) and <= 1L << 53;

    // Both exactly str: no subclass, whose methods would have to be asked.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreTexts(Value left, Value right) =>
        left.Ref is PyStr a && right.Ref is PyStr b && a.IsExact && b.IsExact;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool CompareTexts(CompareOperation op, PyStr left, PyStr right) =>
        op is CompareOperation.Eq or CompareOperation.Ne
            ? PyStr.SameText(left, right) == (op == CompareOperation.Eq)
            : CompareNumbers(op, PyStr.Compare(left.Text, right.Text));

    private static Value CompareObjects(VmThread thread, CompareOperation op, Value left, Value right)
    {
        var leftType = left.Type;
        var rightType = right.Type;
        var reflectedDone = false;
        if (!ReferenceEquals(leftType, rightType) && rightType.IsSubtypeOf(leftType))
        {
            reflectedDone = true;
            var first = Try(thread, rightType, Reflected[(int)op], right, left);
            if (!first.IsNotImplemented)
                return first;
        }
        var result = Try(thread, leftType, Methods[(int)op], left, right);
        if (!result.IsNotImplemented)
            return result;
        if (!reflectedDone)
        {
            result = Try(thread, rightType, Reflected[(int)op], right, left);
            if (!result.IsNotImplemented)
                return result;
        }
        return op switch
        {
            CompareOperation.Eq => Value.Bool(left.Is(right)),
            CompareOperation.Ne => Value.Bool(!left.Is(right)),
            _ => thread.TypeError($"'{Symbols[(int)op]}' not supported between instances of '{leftType.QualifiedNativeName}' and '{rightType.QualifiedNativeName}'"),
        };
    }

    /// <summary>Asks one operand by its method; NotImplemented when it has none.</summary>
    internal static Value Try(VmThread thread, PyType type, Special special, Value receiver, Value other)
    {
        var method = type.LookupSpecial(special);
        if (method.IsUnbound)
            return Value.NotImplemented;
        if (method.IsNone)
            return thread.TypeError("'NoneType' object is not callable");
        if (method.Ref is PyFunction or PyMethodDescriptor)
            return thread.CallSpecial(method, receiver, other);
        // A descriptor that fails to give the method is taken as a class that has none.
        var bound = Attributes.Bind(thread, method, receiver, type);
        if (!bound.IsError)
            return thread.Call(bound, other);
        thread.TakePending();
        return Value.NotImplemented;
    }
}
