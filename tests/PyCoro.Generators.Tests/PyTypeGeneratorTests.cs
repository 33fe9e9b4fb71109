using Shouldly;
using Xunit;

namespace PyCoro.Generators.Tests;

public class PyTypeGeneratorTests
{
    [Theory]
    [InlineData("""[PyMethod("m")] private Value M() => default;""")]
    [InlineData("""[PyMethod("m")] private void M(VmThread thread, Value a, Value b) { }""")]
    [InlineData("""[PyMethod("m")] private static Value M(VmThread thread, Value self, long n) => default;""")]
    [InlineData("""[PyMethod("m")] private static Value M(PyThing self, int n = 3) => default;""")]
    [InlineData("""[PyMethod("m")] private bool M(double x, bool flag, string text, BigInteger big, PyDict d) => true;""")]
    [InlineData("""[PyMethod("m")] private string? M(string? text, long? n, PyDict? d) => text;""")]
    [InlineData("""[PyMethod("m", Signature = "a, /, b=None, *, c=1, d='x', e=None")] private PyDict M(Value a, Value b, long c, string d, string? e) => null!;""")]
    [InlineData("""[PyMethod("m", Signature = "a, *, c")] private long M(Value a, Value c) => 1;""")]
    [InlineData("""[PyMethod("m", Signature = "a=(1, 2), *rest, key=None, **more")] private int M(Value a, Value key, ReadOnlySpan<Value> rest, [Keywords] PyDict? more) => 1;""")]
    [InlineData("""[PyMethod("m")] private double M(ReadOnlySpan<Value> rest) => 1;""")]
    [InlineData("""[PyMethod("m")] private BigInteger M(Value a, ReadOnlySpan<Value> rest) => 1;""")]
    [InlineData("""[PyMethod("m", Signature = "**more")] private Value M([Keywords] PyDict? more) => default;""")]
    [InlineData("""[PyMethod("m")] private Value M(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => default;""")]
    [InlineData("""[PyMethod("m")] [PyMethod("n")] private Value M(Value a = default) => a;""")]
    [InlineData("""[PyNew] private static Value New(VmThread thread, PyType type, Value a) => default;""")]
    [InlineData("""[PyClassMethod("m")] private static Value M(VmThread thread, PyType type, Value a) => default;""")]
    [InlineData("""[PyStaticMethod("m")] private static Value M(VmThread thread, Value a) => default;""")]
    [InlineData("""[PyMethod("__init__")] private void Initialize(Value a) { }""")]
    [InlineData("""[PyGetter("g")] private long G => 1; [PySetter("g")] private Value SetG(VmThread thread, Value value) => default;""")]
    [InlineData("""[PyGetter("g", Member = true)] private static Value G(VmThread thread, Value self) => default;""")]
    [InlineData("""[PyComparison] private Value Compare(VmThread thread, PyCoro.Compiler.Bytecode.CompareOperation operation, Value other) => default;""")]
    [InlineData("""[PyComparison] private Value Compare(VmThread thread, PyCoro.Compiler.Bytecode.CompareOperation operation, Value other) => default; [PyMethod("__eq__")] private bool Equal(Value other) => true;""")]
    [InlineData("""[PyConstant("c")] private const long C = 1; [PyConstant("d")] private static string D => "x";""")]
    public void Generated_code_compiles(string members)
    {
        var generated = Generated.FromMembers(members);

        generated.Problems.ShouldBeEmpty();
        generated.CompilerErrors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PYC005", """[PyComparison] private Value Compare(VmThread thread, Value other) => default;""")]
    [InlineData("PYC002", """[PyMethod("m")] private Value M(DateTime when) => default;""")]
    [InlineData("PYC002", """[PyMethod("m")] private Value M(PyObject any) => default;""")]
    [InlineData("PYC002", """[PyMethod("m")] private DateTime M() => default;""")]
    [InlineData("PYC002", """[PyGetter("g")] private DateTime G => default;""")]
    [InlineData("PYC003", """[PyMethod("m")] private Value M() => default; [PyMethod("m")] private Value N() => default;""")]
    [InlineData("PYC003", """[PyMethod("m")] private Value M() => default; [PyGetter("m")] private Value N() => default;""")]
    [InlineData("PYC004", """[PyMethod("m", Signature = "a, b")] private Value M(Value a) => default;""")]
    [InlineData("PYC004", """[PyMethod("m", Signature = "a=1, b")] private Value M(Value a, Value b) => default;""")]
    [InlineData("PYC004", """[PyMethod("m", Signature = "a, a")] private Value M(Value a, Value b) => default;""")]
    [InlineData("PYC004", """[PyMethod("m", Signature = "1a")] private Value M(Value a) => default;""")]
    [InlineData("PYC004", """[PyMethod("m", Signature = "a, *args")] private Value M(Value a) => default;""")]
    [InlineData("PYC004", """[PyMethod("m", Signature = "a=()")] private Value M(PyDict a) => default;""")]
    [InlineData("PYC005", """[PyNew] private Value New(PyType type) => default;""")]
    [InlineData("PYC005", """[PyClassMethod("m")] private static Value M(Value a) => default;""")]
    [InlineData("PYC005", """[PySetter("g")] private void SetG(Value value) { }""")]
    [InlineData("PYC005", """[PyConstant("c")] private Value C => default;""")]
    public void A_broken_rule_is_an_error(string rule, string members) =>
        Generated.FromMembers(members).Problems.ShouldContain(rule);

    [Fact]
    public void A_class_that_is_not_partial_is_an_error() =>
        Generated.From("""[PyType("thing")] internal sealed class PyThing : PyObject;""").Problems.ShouldBe(["PYC001"]);

    [Fact]
    public void The_class_that_declares_TypeObject_gets_its_spec_only()
    {
        var generated = Generated.From("""
            [PyType("thing")]
            internal sealed partial class PyThing : PyObject
            {
                internal static new PyType TypeObject { get; } = new(MakeSpec());
            }
            """);

        generated.CompilerErrors.ShouldBeEmpty();
        generated.Text.ShouldNotContain("get => NativeDefinition.Type");
    }

    [Fact]
    public void Members_of_a_base_class_that_is_no_Python_type_are_taken_and_may_be_overridden()
    {
        var generated = Generated.From("""
            internal abstract class PyBase : PyObject
            {
                [PyMethod("inherited")] internal Value Inherited() => default;
                [PyMethod("overridden")] internal Value Overridden() => default;
            }

            [PyType("thing")]
            internal sealed partial class PyThing : PyBase
            {
                [PyMethod("overridden")] private Value Own() => default;
            }
            """);

        generated.CompilerErrors.ShouldBeEmpty();
        generated.Problems.ShouldBeEmpty();
        generated.Text.ShouldContain("moverridden minherited");
        generated.Text.ShouldContain("self.Own()");
    }

    [Fact]
    public void Two_Python_types_may_share_a_class()
    {
        var generated = Generated.From("""
            [PyType("thing")]
            internal sealed partial class PyThing : PyObject
            {
                [PyMethod("m")] internal Value M() => default;
                [PyGetter("g")] internal long G => 1;
            }

            [PyType("other", Instances = typeof(PyThing))]
            internal static partial class OtherType;
            """);

        generated.CompilerErrors.ShouldBeEmpty();
        generated.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Docstring_and_signature_come_from_summary_and_declaration()
    {
        var generated = Generated.FromMembers("""
            /// <summary>Return <c>key</c> of <see cref="PyThing"/>,
            /// or <paramref name="other"/>.</summary>
            [PyMethod("m", Signature = "key, /, other=None, *, deep=False")]
            private Value M(Value key, Value other, bool deep) => default;
            """);

        generated.Text.ShouldContain("\"Return key of PyThing,\\nor other.\"");
        generated.Text.ShouldContain("\"($self, key, /, other=None, *, deep=False)\"");
    }
}
