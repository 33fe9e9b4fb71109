// Operands of BINARY_OP and COMPARE_OP, with CPython's numbers.

namespace PyCoro.Compiler.Bytecode;

/// <summary>Operand of <see cref="Opcode.BINARY_OP"/>: CPython's NB_* numbers, the in-place ones from 13.</summary>
public enum BinaryOperation
{
    Add, And, FloorDivide, LShift, MatrixMultiply, Multiply, Remainder, Or, Power, RShift, Subtract, TrueDivide, Xor,
    InplaceAdd, InplaceAnd, InplaceFloorDivide, InplaceLShift, InplaceMatrixMultiply, InplaceMultiply,
    InplaceRemainder, InplaceOr, InplacePower, InplaceRShift, InplaceSubtract, InplaceTrueDivide, InplaceXor,
}

/// <summary>Operand of <see cref="Opcode.COMPARE_OP"/>.</summary>
public enum CompareOperation
{
    Lt, Le, Eq, Ne, Gt, Ge,
}
