// Code that is valid but surely not meant: CPython warns when it compiles it.

using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void WarnAboutIdentity(Compare e)
    {
        var leftIsLiteral = IsLiteral(e.Left);
        for (var i = 0; i < e.Ops.Length; i++)
        {
            var rightIsLiteral = IsLiteral(e.Comparators[i]);
            if (e.Ops[i] is CmpOperator.Is or CmpOperator.IsNot && (leftIsLiteral || rightIsLiteral))
            {
                context.Warn(e.Ops[i] == CmpOperator.Is
                    ? "\"is\" with a literal. Did you mean \"==\"?"
                    : "\"is not\" with a literal. Did you mean \"!=\"?", position);
                return;
            }
            leftIsLiteral = rightIsLiteral;
        }
    }

    private bool IsLiteral(Expr e) => folder.Fold(e) is Constant { Value: not (null or bool or EllipsisConstant) };

    private void WarnAboutCallable(Expr e)
    {
        if (TypeNameOf(folder.Fold(e)) is { } type and not "function")
            context.Warn($"'{type}' object is not callable; perhaps you missed a comma?", position);
    }

    private void WarnAboutSubscripted(Expr e)
    {
        e = folder.Fold(e);
        if (e is Constant { Value: not (null or EllipsisConstant or bool or BigInteger or double or Complex or ConstantFrozenSet) }
            or Tuple or List or ListComp or Dict or DictComp or JoinedStr or FormattedValue)
            return;
        if (TypeNameOf(e) is { } type)
            context.Warn($"'{type}' object is not subscriptable; perhaps you missed a comma?", position);
    }

    private void WarnAboutIndex(Expr value, Expr index)
    {
        value = folder.Fold(value);
        index = folder.Fold(index);
        var indexType = TypeNameOf(index);
        if (indexType is null or "int" or "bool" || index is Slice)
            return;
        if (value is Constant { Value: string or byte[] or ConstantTuple } or Tuple or List or ListComp or JoinedStr or FormattedValue)
            context.Warn($"{TypeNameOf(value)} indices must be integers or slices, not {indexType}; perhaps you missed a comma?", position);
    }

    /// <summary>The type an expression is bound to have, as far as its form tells.</summary>
    private static string? TypeNameOf(Expr e) =>
        e switch
        {
            Tuple => "tuple",
            List or ListComp => "list",
            Dict or DictComp => "dict",
            Set or SetComp => "set",
            GeneratorExp => "generator",
            Lambda => "function",
            JoinedStr or FormattedValue => "str",
            Constant c => c.Value switch
            {
                null => "NoneType",
                bool => "bool",
                BigInteger => "int",
                double => "float",
                Complex => "complex",
                string => "str",
                byte[] => "bytes",
                EllipsisConstant => "ellipsis",
                ConstantTuple => "tuple",
                ConstantFrozenSet => "frozenset",
                _ => null,
            },
            _ => null,
        };
}
