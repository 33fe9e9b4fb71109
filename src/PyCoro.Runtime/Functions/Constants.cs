// Constants as the compiler has them, made of values: code with other constants can be stored like any other.

using System.Collections.Immutable;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.Objects;

/// <summary>The way back from <see cref="PyCode.ToValue"/>.</summary>
internal static class Constants
{
    /// <summary>What stands for a value that is no constant of the language: such code cannot be stored.</summary>
    private static readonly object Foreign = new();

    /// <summary>The constants that values are.</summary>
    internal static ImmutableArray<object?> Of(ReadOnlySpan<Value> values)
    {
        var constants = ImmutableArray.CreateBuilder<object?>(values.Length);
        foreach (var value in values)
            constants.Add(Of(value));
        return constants.MoveToImmutable();
    }

    /// <summary>Whether code, and the code in it, can be stored.</summary>
    internal static bool CanStore(CodeObject code) => code.Consts.All(CanStoreConstant);

    private static bool CanStoreConstant(object? constant) => constant switch
    {
        CodeObject nested => CanStore(nested),
        ConstantTuple tuple => tuple.Items.All(CanStoreConstant),
        ConstantFrozenSet set => set.Items.All(CanStoreConstant),
        _ => !ReferenceEquals(constant, Foreign),
    };

    private static ImmutableArray<object?> Of(PyFrozenSet set)
    {
        var constants = ImmutableArray.CreateBuilder<object?>(set.Count);
        for (var place = 0; place < set.TableSize; place++)
        {
            if (set.ItemAt(place, out var item, out _))
                constants.Add(Of(item));
        }
        return constants.ToImmutable();
    }

    private static object? Of(Value value)
    {
        if (value.IsNone)
            return null;
        if (ReferenceEquals(value.Type, PyFloat.TypeObject))
            return value.TryGetDouble(out var number) ? number : Foreign;
        return value.Ref switch
        {
            PyBool => value.IsTrue,
            PyStr { Type.IsHeapType: false } text => text.Text,
            PyBytes { Type.IsHeapType: false } bytes => bytes.Content.ToArray(),
            PyComplex { Type.IsHeapType: false } complex => complex.Number,
            PyEllipsis => EllipsisConstant.Instance,
            PyTuple { Type.IsHeapType: false } tuple => new ConstantTuple(Of(tuple.Items)),
            PyFrozenSet { Type.IsHeapType: false } set => new ConstantFrozenSet(Of(set)),
            PyCode code => code.Source,
            _ => !value.Type.IsHeapType && value.TryGetBigInteger(out var integer) ? integer : Foreign,
        };
    }
}
