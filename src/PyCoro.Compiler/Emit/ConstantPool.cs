// Constants are shared when they are the same value *and* type: 1, 1.0 and True are three, 0.0 and -0.0 two.

using System.Collections.Immutable;
using System.Numerics;
using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Emit;

internal sealed class ConstantPool
{
    private readonly Dictionary<object, int> indices = new(ConstantComparer.Instance);
    private readonly List<object?> items = [];
    private int noneIndex = -1;

    public int Add(object? value)
    {
        if (value is null)
        {
            if (noneIndex < 0)
            {
                noneIndex = items.Count;
                items.Add(null);
            }
            return noneIndex;
        }
        if (!indices.TryGetValue(value, out var index))
        {
            index = items.Count;
            items.Add(value);
            indices.Add(value, index);
        }
        return index;
    }

    public object? this[int index] => items[index];

    public ImmutableArray<object?> ToImmutable() => [.. items];
}

/// <summary>Same type and same value, code objects by identity.</summary>
internal sealed class ConstantComparer : IEqualityComparer<object?>
{
    public static ConstantComparer Instance { get; } = new();

    public new bool Equals(object? x, object? y)
    {
        if (ReferenceEquals(x, y))
            return true;
        if (x is null || y is null || x.GetType() != y.GetType())
            return false;
        return (x, y) switch
        {
            (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
            (Complex a, Complex b) => Equals(a.Real, b.Real) && Equals(a.Imaginary, b.Imaginary),
            (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
            (ConstantTuple a, ConstantTuple b) => SameItems(a.Items, b.Items),
            (ConstantFrozenSet a, ConstantFrozenSet b) => SameItems(a.Items, b.Items),
            (CodeObject, CodeObject) => false,
            _ => x.Equals(y),
        };
    }

    public int GetHashCode(object? value)
    {
        switch (value)
        {
            case null:
                return 0;
            case byte[] bytes:
                var ofBytes = new HashCode();
                ofBytes.AddBytes(bytes);
                return ofBytes.ToHashCode();
            case ConstantTuple tuple:
                return HashItems(tuple.Items);
            case ConstantFrozenSet set:
                return HashItems(set.Items) ^ 1;
            default:
                return value.GetHashCode();
        }
    }

    private bool SameItems(ImmutableArray<object?> a, ImmutableArray<object?> b)
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
        {
            if (!Equals(a[i], b[i]))
                return false;
        }
        return true;
    }

    private int HashItems(ImmutableArray<object?> items)
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(GetHashCode(item));
        return hash.ToHashCode();
    }
}
