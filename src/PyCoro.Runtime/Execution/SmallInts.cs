using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;

namespace PyCoro.Runtime.Execution;

/// <summary>Operators on two ints of 64 bits whose result is one too; everything else is int's own methods.</summary>
internal static class SmallInts
{
    /// <summary>The result, or false when it overflows, divides by zero, or is no int.</summary>
    internal static bool TryOperate(BinaryOperation op, long left, long right, out long result)
    {
        switch (op)
        {
            case BinaryOperation.Add or BinaryOperation.InplaceAdd:
                result = unchecked(left + right);
                return ((left ^ result) & (right ^ result)) >= 0;
            case BinaryOperation.Subtract or BinaryOperation.InplaceSubtract:
                result = unchecked(left - right);
                return ((left ^ right) & (left ^ result)) >= 0;
            case BinaryOperation.Multiply or BinaryOperation.InplaceMultiply:
                return !Multiply(left, right, out result);
            case BinaryOperation.FloorDivide or BinaryOperation.InplaceFloorDivide:
                if (right == 0 || (right == -1 && left == long.MinValue))
                    break;
                result = left / right;
                if ((left ^ right) < 0 && result * right != left)
                    result--;
                return true;
            case BinaryOperation.Remainder or BinaryOperation.InplaceRemainder:
                if (right is 0 or -1)
                {
                    result = 0;
                    return right == -1;
                }
                result = left % right;
                if (result != 0 && (result ^ right) < 0)
                    result += right;
                return true;
            case BinaryOperation.And or BinaryOperation.InplaceAnd:
                result = left & right;
                return true;
            case BinaryOperation.Or or BinaryOperation.InplaceOr:
                result = left | right;
                return true;
            case BinaryOperation.Xor or BinaryOperation.InplaceXor:
                result = left ^ right;
                return true;
            case BinaryOperation.RShift or BinaryOperation.InplaceRShift:
                if (right < 0)
                    break;
                result = left >> (int)Math.Min(right, 63);
                return true;
            case BinaryOperation.LShift or BinaryOperation.InplaceLShift:
                if (right is < 0 or > 62)
                    break;
                result = left << (int)right;
                return result >> (int)right == left;
        }
        result = 0;
        return false;
    }

    /// <summary>Comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Compare(CompareOperation op, long left, long right)
    {
        // No branch that could be guessed wrong: less, equal and greater are a bit each, and so are they in what an operator accepts.
        var order = (left < right ? 1 : 0) | (left == right ? 2 : 0) | (left > right ? 4 : 0);
        return ((AcceptedOrders >> (4 * (int)op)) & order) != 0;
    }

    // Four bits an operator, in the order of CompareOperation.
    private const int AcceptedOrders = 0x1 | 0x3 << 4 | 0x2 << 8 | 0x5 << 12 | 0x4 << 16 | 0x6 << 20;

    private static bool Multiply(long left, long right, out long result)
    {
        var high = Math.BigMul(left, right, out result);
        return high != result >> 63;
    }
}
