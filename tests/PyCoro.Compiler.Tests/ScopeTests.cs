// Where names live.

using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Tests;

public sealed class ScopeTests
{
    [Fact]
    public void Captured_parameter_keeps_its_slot_and_becomes_a_cell()
    {
        var code = Compiling.Inner("def f(a, b):\n    x = 1\n    return lambda: (b, x)");
        code.VarNames.ShouldBe(["a", "b"]);
        code.CellVars.ShouldBe(["b", "x"]);
        code.SlotNames.ShouldBe(["a", "b", "x"]);
        code.Opcodes().ShouldStartWith("MAKE_CELL MAKE_CELL RESUME");
        code.Instructions[0].Arg.ShouldBe(1);
        code.Instructions[1].Arg.ShouldBe(2);
    }

    [Fact]
    public void Generator_makes_its_cells_before_itself()
    {
        var code = Compiling.Inner("def f(a):\n    yield lambda: a");
        code.Opcodes().ShouldStartWith("MAKE_CELL RETURN_GENERATOR POP_TOP RESUME");
        code.Flags.ShouldBe(CodeFlags.Optimized | CodeFlags.NewLocals | CodeFlags.Generator);
    }

    [Fact]
    public void Private_names_are_mangled()
    {
        var method = Compiling.Inner("class __C:\n    def f(self): self.__x = __y").Inner();
        method.Names.ShouldBe(["_C__y", "_C__x"]);
    }

    [Fact]
    public void Super_brings_the_class_cell()
    {
        var body = Compiling.Inner("class C:\n    def f(self): super()");
        body.CellVars.ShouldBe(["__class__"]);
        body.Names.ShouldContain("__classcell__");
        body.Inner().FreeVars.ShouldBe(["__class__"]);
    }

    [Fact]
    public void Class_body_reads_its_own_names_before_enclosing_ones()
    {
        var body = Compiling.Inner("def f(x):\n    class C:\n        y = x").Inner();
        body.Opcodes().ShouldContain("LOAD_CLASSDEREF");
    }

    [Fact]
    public void Walrus_in_a_comprehension_binds_outside_it()
    {
        var code = Compiling.Inner("def f(x):\n    [y := z for z in x]\n    return y");
        code.CellVars.ShouldBe(["y"]);
        code.Inner().FreeVars.ShouldBe(["y"]);
    }

    [Theory]
    [InlineData("def f():\n    def g(): pass", "f.<locals>.g")]
    [InlineData("class A:\n    def g(): pass", "A.g")]
    [InlineData("def f():\n    global g\n    def g(): pass", "g")]
    [InlineData("def f():\n    (lambda: 1)", "f.<locals>.<lambda>")]
    public void Qualified_names_show_where_a_function_is_defined(string text, string expected) =>
        Compiling.Inner(text).Inner().QualName.ShouldBe(expected);

    [Theory]
    [InlineData("def f(a):\n    return a", "LOAD_FAST")]
    [InlineData("def f():\n    if g: a = 1\n    return a", "LOAD_FAST_CHECK")]
    [InlineData("def f():\n    for a in g: pass\n    return a", "LOAD_FAST_CHECK")]
    [InlineData("def f(a):\n    del a\n    return a", "LOAD_FAST_CHECK")]
    [InlineData("def f():\n    try: a = g()\n    except E: return a", "LOAD_FAST_CHECK")]
    [InlineData("def f():\n    if g: a = 1\n    else: a = 2\n    return a", "LOAD_FAST")]
    public void Reading_a_local_is_checked_only_where_it_may_be_unbound(string text, string expected) =>
        Compiling.Inner(text).Instructions.Last(i => i.Op is Opcode.LOAD_FAST or Opcode.LOAD_FAST_CHECK)
            .Op.ToString().ShouldBe(expected);
}
