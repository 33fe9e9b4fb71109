// Binary operators on two small ints or two floats, as the loop tries them before it asks the operands' types. What
// programs do most, sums and differences, is decided here; other operators of ints are in SmallInts.cs.

using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class QuickOperators
{
    /// <summary>Stores the result; false when the operands are others, or the result is none of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryBinary(BinaryOperation operation, in Value left, in Value right, ref Value target)
    {
        if (left.IsSmallInt && right.IsSmallInt)
        {
            long number;
            switch (operation)
            {
                case BinaryOperation.Add or BinaryOperation.InplaceAdd:
                    number = unchecked(left.Bits + right.Bits);
                    if (((left.Bits ^ number) & (right.Bits ^ number)) < 0)
                        return false;
                    break;
                case BinaryOperation.Subtract or BinaryOperation.InplaceSubtract:
                    number = unchecked(left.Bits - right.Bits);
                    if (((left.Bits ^ right.Bits) & (left.Bits ^ number)) < 0)
                        return false;
                    break;
                default:
                    if (!SmallInts.TryOperate(operation, left.Bits, right.Bits, out number))
                        return false;
                    break;
            }
            Slot.SetInt(ref target, number);
            return true;
        }
        if (left.IsFloat && right.IsFloat)
        {
            double number;
            switch (operation)
            {
                case BinaryOperation.Add or BinaryOperation.InplaceAdd:
                    number = left.AsDouble + right.AsDouble;
                    break;
                case BinaryOperation.Subtract or BinaryOperation.InplaceSubtract:
                    number = left.AsDouble - right.AsDouble;
                    break;
                case BinaryOperation.Multiply or BinaryOperation.InplaceMultiply:
                    number = left.AsDouble * right.AsDouble;
                    break;
                case BinaryOperation.TrueDivide or BinaryOperation.InplaceTrueDivide when right.AsDouble != 0:
                    number = left.AsDouble / right.AsDouble;
                    break;
                default:
                    return false;
            }
            if (target.IsFloat)
                Slot.SetFloat(ref target, number);
            else
                target = Value.Float(number);
            return true;
        }
        return false;
    }
}
