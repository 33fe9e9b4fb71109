// The operators of the language as functions (library reference: operator). Each has its plain name and the name with
// underscores that the data model gives it.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Operator;

internal static partial class OperatorModule
{
    /// <summary>Same as a + b.</summary>
    [PyFunction("add")]
    [PyFunction("__add__")]
    private static Value Add(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.Add, a, b);

    /// <summary>Same as a - b.</summary>
    [PyFunction("sub")]
    [PyFunction("__sub__")]
    private static Value Sub(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.Subtract, a, b);

    /// <summary>Same as a * b.</summary>
    [PyFunction("mul")]
    [PyFunction("__mul__")]
    private static Value Mul(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.Multiply, a, b);

    /// <summary>Same as a @ b.</summary>
    [PyFunction("matmul")]
    [PyFunction("__matmul__")]
    private static Value Matmul(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.MatrixMultiply, a, b);

    /// <summary>Same as a / b.</summary>
    [PyFunction("truediv")]
    [PyFunction("__truediv__")]
    private static Value Truediv(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.TrueDivide, a, b);

    /// <summary>Same as a // b.</summary>
    [PyFunction("floordiv")]
    [PyFunction("__floordiv__")]
    private static Value Floordiv(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.FloorDivide, a, b);

    /// <summary>Same as a % b.</summary>
    [PyFunction("mod")]
    [PyFunction("__mod__")]
    private static Value Mod(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.Remainder, a, b);

    /// <summary>Same as a &lt;&lt; b.</summary>
    [PyFunction("lshift")]
    [PyFunction("__lshift__")]
    private static Value Lshift(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.LShift, a, b);

    /// <summary>Same as a >> b.</summary>
    [PyFunction("rshift")]
    [PyFunction("__rshift__")]
    private static Value Rshift(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.RShift, a, b);

    /// <summary>Same as a &amp; b.</summary>
    [PyFunction("and_")]
    [PyFunction("__and__")]
    private static Value And(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.And, a, b);

    /// <summary>Same as a ^ b.</summary>
    [PyFunction("xor")]
    [PyFunction("__xor__")]
    private static Value Xor(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.Xor, a, b);

    /// <summary>Same as a | b.</summary>
    [PyFunction("or_")]
    [PyFunction("__or__")]
    private static Value Or(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.Or, a, b);

    /// <summary>Same as a ** b.</summary>
    [PyFunction("pow")]
    [PyFunction("__pow__")]
    private static Value Pow(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.Power, a, b);

    /// <summary>Same as a += b.</summary>
    [PyFunction("iadd")]
    [PyFunction("__iadd__")]
    private static Value InPlaceAdd(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceAdd, a, b);

    /// <summary>Same as a -= b.</summary>
    [PyFunction("isub")]
    [PyFunction("__isub__")]
    private static Value InPlaceSub(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceSubtract, a, b);

    /// <summary>Same as a *= b.</summary>
    [PyFunction("imul")]
    [PyFunction("__imul__")]
    private static Value InPlaceMul(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceMultiply, a, b);

    /// <summary>Same as a @= b.</summary>
    [PyFunction("imatmul")]
    [PyFunction("__imatmul__")]
    private static Value InPlaceMatmul(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceMatrixMultiply, a, b);

    /// <summary>Same as a /= b.</summary>
    [PyFunction("itruediv")]
    [PyFunction("__itruediv__")]
    private static Value InPlaceTruediv(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceTrueDivide, a, b);

    /// <summary>Same as a //= b.</summary>
    [PyFunction("ifloordiv")]
    [PyFunction("__ifloordiv__")]
    private static Value InPlaceFloordiv(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceFloorDivide, a, b);

    /// <summary>Same as a %= b.</summary>
    [PyFunction("imod")]
    [PyFunction("__imod__")]
    private static Value InPlaceMod(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceRemainder, a, b);

    /// <summary>Same as a &lt;&lt;= b.</summary>
    [PyFunction("ilshift")]
    [PyFunction("__ilshift__")]
    private static Value InPlaceLshift(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceLShift, a, b);

    /// <summary>Same as a >>= b.</summary>
    [PyFunction("irshift")]
    [PyFunction("__irshift__")]
    private static Value InPlaceRshift(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceRShift, a, b);

    /// <summary>Same as a &amp;= b.</summary>
    [PyFunction("iand")]
    [PyFunction("__iand__")]
    private static Value InPlaceAnd(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceAnd, a, b);

    /// <summary>Same as a ^= b.</summary>
    [PyFunction("ixor")]
    [PyFunction("__ixor__")]
    private static Value InPlaceXor(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceXor, a, b);

    /// <summary>Same as a |= b.</summary>
    [PyFunction("ior")]
    [PyFunction("__ior__")]
    private static Value InPlaceOr(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplaceOr, a, b);

    /// <summary>Same as a **= b.</summary>
    [PyFunction("ipow")]
    [PyFunction("__ipow__")]
    private static Value InPlacePow(VmThread thread, Value a, Value b) => Arithmetic.Binary(thread, BinaryOperation.InplacePower, a, b);

    /// <summary>Same as a &lt; b.</summary>
    [PyFunction("lt")]
    [PyFunction("__lt__")]
    private static Value Lt(VmThread thread, Value a, Value b) => Comparison.Compare(thread, CompareOperation.Lt, a, b);

    /// <summary>Same as a &lt;= b.</summary>
    [PyFunction("le")]
    [PyFunction("__le__")]
    private static Value Le(VmThread thread, Value a, Value b) => Comparison.Compare(thread, CompareOperation.Le, a, b);

    /// <summary>Same as a == b.</summary>
    [PyFunction("eq")]
    [PyFunction("__eq__")]
    private static Value Eq(VmThread thread, Value a, Value b) => Comparison.Compare(thread, CompareOperation.Eq, a, b);

    /// <summary>Same as a != b.</summary>
    [PyFunction("ne")]
    [PyFunction("__ne__")]
    private static Value Ne(VmThread thread, Value a, Value b) => Comparison.Compare(thread, CompareOperation.Ne, a, b);

    /// <summary>Same as a > b.</summary>
    [PyFunction("gt")]
    [PyFunction("__gt__")]
    private static Value Gt(VmThread thread, Value a, Value b) => Comparison.Compare(thread, CompareOperation.Gt, a, b);

    /// <summary>Same as a >= b.</summary>
    [PyFunction("ge")]
    [PyFunction("__ge__")]
    private static Value Ge(VmThread thread, Value a, Value b) => Comparison.Compare(thread, CompareOperation.Ge, a, b);
}
