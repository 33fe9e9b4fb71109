// Expressions: each leaves its value on top of the stack.

using System.Collections.Immutable;
using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    /// <summary>Emits an expression at its own position and comes back to the position of the node around it.</summary>
    private void Emit(Expr expression)
    {
        var saved = position;
        expression = folder.Fold(expression);
        position = expression.Span;
        switch (expression)
        {
            case Constant e:
                EmitConstant(e.Value);
                break;
            case Name e:
                EmitVariable(e.Id, e.Ctx);
                break;
            default:
                context.GuardStack("compilation");
                EmitCompound(expression);
                break;
        }
        position = saved;
    }

    private void EmitCompound(Expr expression)
    {
        switch (expression)
        {
            case NamedExpr e:
                Emit(e.Value);
                Emit(Opcode.COPY, 1);
                Emit(e.Target);
                break;
            case BoolOp e:
                EmitBoolOp(e);
                break;
            case BinOp e:
                Emit(e.Left);
                Emit(e.Right);
                Emit(Opcode.BINARY_OP, (int)Operation(e.Op));
                break;
            case UnaryOp e:
                Emit(e.Operand);
                Emit(e.Op switch
                {
                    UnaryOperator.Invert => Opcode.UNARY_INVERT,
                    UnaryOperator.Not => Opcode.UNARY_NOT,
                    UnaryOperator.UAdd => Opcode.UNARY_POSITIVE,
                    _ => Opcode.UNARY_NEGATIVE,
                });
                break;
            case Lambda e:
                EmitLambda(e);
                break;
            case IfExp e:
                EmitIfExp(e);
                break;
            case Dict e:
                EmitDict(e);
                break;
            case Set e:
                EmitUnpacked(e.Elts, 0, Opcode.BUILD_SET, Opcode.SET_ADD, Opcode.SET_UPDATE, asTuple: false);
                break;
            case ListComp e:
                EmitComprehension(e, "<listcomp>", ComprehensionKind.List, e.Generators, e.Elt, null);
                break;
            case SetComp e:
                EmitComprehension(e, "<setcomp>", ComprehensionKind.Set, e.Generators, e.Elt, null);
                break;
            case DictComp e:
                EmitComprehension(e, "<dictcomp>", ComprehensionKind.Dict, e.Generators, e.Key, e.Value);
                break;
            case GeneratorExp e:
                EmitComprehension(e, "<genexpr>", ComprehensionKind.Generator, e.Generators, e.Elt, null);
                break;
            case Yield e:
                EmitYield(e);
                break;
            case YieldFrom e:
                if (!unit.IsFunctionScope)
                    throw Error("'yield' outside function");
                if (unit.Kind == UnitKind.AsyncFunction)
                    throw Error("'yield from' inside async function");
                Emit(e.Value);
                Emit(Opcode.GET_YIELD_FROM_ITER);
                EmitYieldFrom(2);
                break;
            case Await e:
                if (!unit.IsFunctionScope && !MayAwait)
                    throw Error("'await' outside function");
                if (unit.Kind != UnitKind.Comprehension && !MayAwait)
                    throw Error("'await' outside async function");
                Emit(e.Value);
                Emit(Opcode.GET_AWAITABLE, 0);
                EmitYieldFrom(3);
                break;
            case Compare e:
                EmitCompare(e);
                break;
            case Call e:
                EmitCall(e);
                break;
            case JoinedStr e:
                EmitJoinedStr(e);
                break;
            case FormattedValue e:
                EmitFormattedValue(e);
                break;
            case Attribute e:
                EmitAttribute(e);
                break;
            case Subscript e:
                EmitSubscript(e);
                break;
            case Starred e:
                throw Error(e.Ctx == ExprContext.Store
                    ? "starred assignment target must be in a list or tuple"
                    : "can't use starred expression here");
            case List e:
                EmitSequence(e.Elts, e.Ctx, asTuple: false);
                break;
            case Tuple e:
                EmitSequence(e.Elts, e.Ctx, asTuple: true);
                break;
            case Slice e:
                EmitOrNone(e.Lower);
                EmitOrNone(e.Upper);
                if (e.Step is not null)
                    Emit(e.Step);
                Emit(Opcode.BUILD_SLICE, e.Step is null ? 2 : 3);
                break;
            default:
                throw new InvalidOperationException($"unknown expression {expression.NodeName}");
        }
    }

    private void EmitOrNone(Expr? e)
    {
        if (e is null)
            EmitConstant(null);
        else
            Emit(e);
    }

    private void EmitBoolOp(BoolOp e)
    {
        var end = new Block();
        var jump = e.Op == BoolOperator.And ? Opcode.JUMP_IF_FALSE_OR_POP : Opcode.JUMP_IF_TRUE_OR_POP;
        for (var i = 0; i < e.Values.Length - 1; i++)
        {
            if (folder.Fold(e.Values[i]) is Constant constant)
            {
                if (Folding.ConstantFolder.IsTrue(constant.Value) == (e.Op == BoolOperator.And))
                    continue;
                // Nothing after this one is ever evaluated, but its errors still count.
                Emit(constant);
                EmitJump(Opcode.JUMP_FORWARD, end);
                continue;
            }
            Emit(e.Values[i]);
            EmitJump(jump, end);
        }
        Emit(e.Values[^1]);
        unit.Use(end);
    }

    private void EmitIfExp(IfExp e)
    {
        var end = new Block();
        var orelse = new Block();
        JumpIf(e.Test, orelse, false);
        Emit(e.Body);
        EmitArtificialJump(end);
        unit.Use(orelse);
        Emit(e.OrElse);
        unit.Use(end);
    }

    private void EmitYield(Yield e)
    {
        if (!unit.IsFunctionScope)
            throw Error("'yield' outside function");
        EmitOrNone(e.Value);
        EmitYieldValue();
    }

    private void EmitYieldValue()
    {
        if (unit.Scope.IsGenerator && unit.Scope.IsCoroutine)
            Emit(Opcode.ASYNC_GEN_WRAP);
        Emit(Opcode.YIELD_VALUE);
        Emit(Opcode.RESUME, 1);
    }

    private void EmitCompare(Compare e)
    {
        WarnAboutIdentity(e);
        Emit(e.Left);
        if (e.Ops.Length == 1)
        {
            Emit(folder.FoldContainer(e.Ops[0], e.Comparators[0]));
            EmitComparison(e.Ops[0]);
            return;
        }
        var cleanup = new Block();
        var end = new Block();
        for (var i = 0; i < e.Ops.Length - 1; i++)
        {
            Emit(e.Comparators[i]);
            Emit(Opcode.SWAP, 2);
            Emit(Opcode.COPY, 2);
            EmitComparison(e.Ops[i]);
            EmitJump(Opcode.JUMP_IF_FALSE_OR_POP, cleanup);
        }
        Emit(folder.FoldContainer(e.Ops[^1], e.Comparators[^1]));
        EmitComparison(e.Ops[^1]);
        EmitArtificialJump(end);
        unit.Use(cleanup);
        Emit(Opcode.SWAP, 2);
        Emit(Opcode.POP_TOP);
        unit.Use(end);
    }

    private void EmitComparison(CmpOperator op)
    {
        switch (op)
        {
            case CmpOperator.Is or CmpOperator.IsNot:
                Emit(Opcode.IS_OP, op == CmpOperator.IsNot ? 1 : 0);
                break;
            case CmpOperator.In or CmpOperator.NotIn:
                Emit(Opcode.CONTAINS_OP, op == CmpOperator.NotIn ? 1 : 0);
                break;
            default:
                Emit(Opcode.COMPARE_OP, (int)(op switch
                {
                    CmpOperator.Eq => CompareOperation.Eq,
                    CmpOperator.NotEq => CompareOperation.Ne,
                    CmpOperator.Lt => CompareOperation.Lt,
                    CmpOperator.LtE => CompareOperation.Le,
                    CmpOperator.Gt => CompareOperation.Gt,
                    _ => CompareOperation.Ge,
                }));
                break;
        }
    }

    private void EmitAttribute(Attribute e)
    {
        Emit(e.Value);
        if (e.Ctx == ExprContext.Store)
            ForbidDebug(e.Attr, e.Ctx);
        StartAtAttribute(e);
        EmitName(Choose(e.Ctx, Opcode.LOAD_ATTR, Opcode.STORE_ATTR, Opcode.DELETE_ATTR), e.Attr);
    }

    private void EmitSubscript(Subscript e)
    {
        if (e.Ctx == ExprContext.Load)
        {
            WarnAboutSubscripted(e.Value);
            WarnAboutIndex(e.Value, e.Slice);
        }
        Emit(e.Value);
        Emit(e.Slice);
        Emit(Choose(e.Ctx, Opcode.BINARY_SUBSCR, Opcode.STORE_SUBSCR, Opcode.DELETE_SUBSCR));
    }

    private void EmitJoinedStr(JoinedStr e)
    {
        if (e.Values.Length > StackUseGuideline)
        {
            EmitConstant("");
            EmitName(Opcode.LOAD_METHOD, "join");
            Emit(Opcode.BUILD_LIST, 0);
            foreach (var value in e.Values)
            {
                Emit(value);
                Emit(Opcode.LIST_APPEND, 1);
            }
            Emit(Opcode.CALL, 1);
            return;
        }
        foreach (var value in e.Values)
            Emit(value);
        if (e.Values.Length != 1)
            Emit(Opcode.BUILD_STRING, e.Values.Length);
    }

    private void EmitFormattedValue(FormattedValue e)
    {
        Emit(e.Value);
        var flags = e.Conversion switch
        {
            's' => 1,
            'r' => 2,
            'a' => 3,
            _ => 0,
        };
        if (e.FormatSpec is not null)
        {
            Emit(e.FormatSpec);
            flags |= 4;
        }
        Emit(Opcode.FORMAT_VALUE, flags);
    }

    private static BinaryOperation Operation(Operator op) =>
        op switch
        {
            Operator.Add => BinaryOperation.Add,
            Operator.Sub => BinaryOperation.Subtract,
            Operator.Mult => BinaryOperation.Multiply,
            Operator.MatMult => BinaryOperation.MatrixMultiply,
            Operator.Div => BinaryOperation.TrueDivide,
            Operator.Mod => BinaryOperation.Remainder,
            Operator.Pow => BinaryOperation.Power,
            Operator.LShift => BinaryOperation.LShift,
            Operator.RShift => BinaryOperation.RShift,
            Operator.BitOr => BinaryOperation.Or,
            Operator.BitXor => BinaryOperation.Xor,
            Operator.BitAnd => BinaryOperation.And,
            _ => BinaryOperation.FloorDivide,
        };
}
