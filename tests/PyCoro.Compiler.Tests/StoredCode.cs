// Code that was stored and read again must be the same in everything that a program can notice.

using System.Collections.Immutable;
using System.Numerics;
using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Tests;

public sealed class StoredCode
{
    [Theory]
    [InlineData("x = 10**30, -1, 2**64, 1.5, -0.0, 2j, 'text', '\\ud800', '\\U0001F600', b'\\xff\\0', ..., None, True, False, ()")]
    [InlineData("1e999 - 1e999\nx in {1, 'a', (2.0, b'')}")]
    [InlineData("def f(a, /, b=1, *c, d, **e):\n    'doc'\n    def g(): nonlocal b; return b, __class__\n    return g")]
    [InlineData("try:\n    with a as b: pass\nexcept* E as e:\n    raise\nfinally:\n    x")]
    [InlineData("async def f():\n    async for x in y: yield await x")]
    public void Is_what_was_stored(string text) => Verify(Compiling.Code(text));

    [Fact]
    public void Of_another_table_of_opcodes_is_refused()
    {
        var bytes = CodeWriter.Write(Compiling.Code("x = 1"));
        bytes[0]++;
        CodeReader.Read(bytes).ShouldBeNull();
    }

    internal static void Verify(CodeObject code) => Same(CodeReader.Read(CodeWriter.Write(code)), code);

    private static void Same(object? read, object? stored)
    {
        switch (stored)
        {
            case CodeObject code:
                foreach (var property in typeof(CodeObject).GetProperties())
                    Same(property.GetValue(read), property.GetValue(code));
                break;
            case ConstantTuple tuple:
                Same(read.ShouldBeOfType<ConstantTuple>().Items, tuple.Items);
                break;
            case ConstantFrozenSet set:
                Same(read.ShouldBeOfType<ConstantFrozenSet>().Items, set.Items);
                break;
            case ImmutableArray<object?> items:
                var others = read.ShouldBeOfType<ImmutableArray<object?>>();
                others.Length.ShouldBe(items.Length);
                for (var i = 0; i < items.Length; i++)
                    Same(others[i], items[i]);
                break;
            case double number:
                BitConverter.DoubleToInt64Bits(read.ShouldBeOfType<double>()).ShouldBe(BitConverter.DoubleToInt64Bits(number));
                break;
            case Complex number:
                var complex = read.ShouldBeOfType<Complex>();
                Same(complex.Real, number.Real);
                Same(complex.Imaginary, number.Imaginary);
                break;
            case ByteForm form:
                Same(read.ShouldBeOfType<ByteForm>().Bytes, form.Bytes);
                break;
            case System.Collections.IEnumerable values and not string:
                ((System.Collections.IEnumerable)read!).Cast<object>().SequenceEqual(values.Cast<object>()).ShouldBeTrue();
                break;
            default:
                read.ShouldBe(stored);
                break;
        }
    }
}
