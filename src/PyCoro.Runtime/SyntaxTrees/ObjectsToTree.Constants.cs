// Which objects a constant may be, and what the compiler takes them for.

using System.Collections.Immutable;
using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Values;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

internal sealed partial class ObjectsToTree
{
    private object? ReadConstant(Value value)
    {
        if (value.IsNone)
            return null;
        if (value.Ref is PyBool)
            return value.IsTrue;
        if (value.IsFloat)
            return value.AsDouble;
        var type = value.Type;
        if (ReferenceEquals(type, PyInt.TypeObject) && value.TryGetBigInteger(out var number))
            return number;
        switch (value.Ref)
        {
            case PyStr text when ReferenceEquals(type, PyStr.TypeObject):
                return text.Text;
            case PyBytes bytes when ReferenceEquals(type, PyBytes.TypeObject):
                return bytes.Span.ToArray();
            case PyComplex complex when ReferenceEquals(type, PyComplex.TypeObject):
                return complex.Number;
            case PyEllipsis:
                return EllipsisConstant.Instance;
            case PyTuple tuple when ReferenceEquals(type, PyTuple.TypeObject):
                return new ConstantTuple(ReadConstants(tuple.Items));
            case PyFrozenSet when ReferenceEquals(type, PyFrozenSet.TypeObject):
                return Iteration.ToArray(_thread, value) is { } items ? new ConstantFrozenSet(ReadConstants(items)) : Refuse(null);
            default:
                return Refuse($"got an invalid type in Constant: {type.Name}");
        }
    }

    private ImmutableArray<object?> ReadConstants(Value[] items)
    {
        var constants = ImmutableArray.CreateBuilder<object?>(items.Length);
        foreach (var item in items)
        {
            constants.Add(ReadConstant(item));
            if (_failed)
                return [];
        }
        return constants.MoveToImmutable();
    }

    private object? Refuse(string? message)
    {
        _failed = true;
        if (message is not null)
            _thread.TypeError(message);
        return null;
    }
}
