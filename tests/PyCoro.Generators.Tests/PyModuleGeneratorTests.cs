using Shouldly;
using Xunit;

namespace PyCoro.Generators.Tests;

public class PyModuleGeneratorTests
{
    [Fact]
    public void Functions_types_constants_and_initialisation_become_a_definition()
    {
        var generated = Generated.From("""
            [PyType("thing")]
            internal sealed partial class PyThing : PyObject;

            /// <summary>About things.</summary>
            [PyModule("things", Types = [typeof(PyThing)])]
            internal static partial class ThingsModule
            {
                [PyConstant("answer")] private const long Answer = 42;
                [PyFunction("f")] private static Value F(VmThread thread, Value a) => a;
                [PyFunction("g", Signature = "a, *, b=None")] private static Value G(Value a, Value b) => a;
                [PyModuleInit] private static Value Initialize(VmThread thread, PyModule module) => Value.None;
            }

            internal static class User
            {
                internal static NativeModule Things => ThingsModule.Definition;
            }
            """);

        generated.Problems.ShouldBeEmpty();
        generated.CompilerErrors.ShouldBeEmpty();
        generated.Text.ShouldContain("builder.Functions(\"f g\", &Describe)");
        generated.Text.ShouldContain("builder.Type(global::PyThing.TypeObject)");
        generated.Text.ShouldContain("\"($module, a, /)\"");
    }

    [Theory]
    [InlineData("PYC003", """[PyFunction("f")] private static Value F() => default; [PyFunction("f")] private static Value G() => default;""")]
    [InlineData("PYC002", """[PyFunction("f")] private static Value F(DateTime when) => default;""")]
    [InlineData("PYC004", """[PyFunction("f", Signature = "/, *")] private static Value F(Value a) => default;""")]
    public void A_broken_rule_is_an_error(string rule, string members) =>
        Generated.From($$"""[PyModule("m")] internal static partial class M { {{members}} }""").Problems.ShouldContain(rule);
}
