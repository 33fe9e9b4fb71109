using System.Numerics;
using CsCheck;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Tests.Values;

public sealed class ValueTests
{
    [Fact]
    public void EveryLongIsASmallInt() => Gen.Long.Sample(number =>
    {
        var value = Value.Int(number);
        value.IsSmallInt.ShouldBeTrue();
        value.TryGetInt64(out var back).ShouldBeTrue();
        back.ShouldBe(number);
    });

    [Fact]
    public void BigIntegersAreSmallWheneverTheyFit() => Gen.Long.Select(Gen.Int[0, 80]).Sample((number, shift) =>
    {
        var big = (BigInteger)number << shift;
        var value = Value.Int(big);
        value.IsSmallInt.ShouldBe(big >= long.MinValue && big <= long.MaxValue);
        value.TryGetBigInteger(out var back).ShouldBeTrue();
        back.ShouldBe(big);
    });

    [Fact]
    public void FloatsKeepEveryBit() => Gen.Double.Sample(number =>
    {
        var value = Value.Float(number);
        value.IsFloat.ShouldBeTrue();
        BitConverter.DoubleToInt64Bits(value.AsDouble).ShouldBe(BitConverter.DoubleToInt64Bits(number));
    });

    [Fact]
    public void SentinelsAreNoValues()
    {
        Value.Unbound.IsUnbound.ShouldBeTrue();
        Value.Error.IsError.ShouldBeTrue();
        default(Value).IsUnbound.ShouldBeFalse();
        Value.None.IsSentinel.ShouldBeFalse();
    }
}
