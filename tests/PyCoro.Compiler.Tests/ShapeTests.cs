// The shapes of code that the machine is written against.

using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Tests;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("f(1)", "LOAD_NAME PUSH_NULL LOAD_CONST CALL")]
    [InlineData("a.m(1)", "LOAD_NAME LOAD_METHOD LOAD_CONST CALL")]
    [InlineData("f(a, b=c)", "LOAD_NAME PUSH_NULL LOAD_NAME LOAD_NAME LOAD_CONST CALL_KW")]
    [InlineData("f(*a)", "LOAD_NAME LOAD_NAME CALL_FUNCTION_EX")]
    [InlineData("f(1, *a, k=2, **b)", "LOAD_NAME LOAD_CONST BUILD_LIST LOAD_NAME LIST_EXTEND LIST_TO_TUPLE LOAD_CONST LOAD_CONST BUILD_MAP LOAD_NAME DICT_MERGE CALL_FUNCTION_EX")]
    [InlineData("a if b else c", "LOAD_NAME POP_JUMP_IF_FALSE LOAD_NAME RETURN_VALUE LOAD_NAME")]
    [InlineData("a < b < c", "LOAD_NAME LOAD_NAME SWAP COPY COMPARE_OP JUMP_IF_FALSE_OR_POP LOAD_NAME COMPARE_OP RETURN_VALUE SWAP POP_TOP")]
    [InlineData("not a in b", "LOAD_NAME LOAD_NAME CONTAINS_OP")]
    [InlineData("[x for x in y]", "LOAD_CONST MAKE_FUNCTION LOAD_NAME GET_ITER CALL")]
    [InlineData("f'{a!r:>{b}}c'", "LOAD_NAME LOAD_CONST LOAD_NAME FORMAT_VALUE BUILD_STRING FORMAT_VALUE LOAD_CONST BUILD_STRING")]
    public void Expression(string text, string expected) =>
        Compiling.Compile(text, CompileMode.Eval).Code.Opcodes().ShouldBe($"RESUME {expected} RETURN_VALUE");

    [Theory]
    [InlineData("async def f(): await x", "LOAD_GLOBAL GET_AWAITABLE LOAD_CONST YIELD_FROM RESUME POP_TOP")]
    [InlineData("def f(): yield from x", "LOAD_GLOBAL GET_YIELD_FROM_ITER LOAD_CONST YIELD_FROM RESUME POP_TOP")]
    [InlineData("def f(): yield x", "LOAD_GLOBAL YIELD_VALUE RESUME POP_TOP")]
    [InlineData("async def f(): yield x", "LOAD_GLOBAL ASYNC_GEN_WRAP YIELD_VALUE RESUME POP_TOP")]
    public void Suspension(string text, string expected) =>
        Compiling.Inner(text).Opcodes().ShouldBe($"RETURN_GENERATOR POP_TOP RESUME {expected} LOAD_CONST RETURN_VALUE");

    [Fact]
    public void Swapping_two_locals_needs_no_tuple() =>
        Compiling.Inner("def f(a, b):\n    a, b = b, a").Opcodes()
            .ShouldBe("RESUME LOAD_FAST LOAD_FAST STORE_FAST STORE_FAST LOAD_CONST RETURN_VALUE");

    [Fact]
    public void Test_for_None_is_one_jump() =>
        Compiling.Inner("def f(a):\n    if a is None: return 1").Opcodes()
            .ShouldBe("RESUME LOAD_FAST POP_JUMP_IF_NOT_NONE LOAD_CONST RETURN_VALUE LOAD_CONST RETURN_VALUE");

    [Fact]
    public void Asynchronous_loop_catches_the_end_of_its_iterator()
    {
        var code = Compiling.Inner("async def f():\n    async for x in y: pass");
        var range = code.ExceptionTable.ShouldHaveSingleItem();
        code.Instructions[range.Start].Op.ShouldBe(Opcode.GET_ANEXT);
        code.Instructions[range.Target].Op.ShouldBe(Opcode.END_ASYNC_FOR);
        (range.Depth, range.PushLasti).ShouldBe((1, false));
    }

    [Theory]
    [InlineData("if 0: f()")]
    [InlineData("while 0: f()")]
    [InlineData("if __debug__: pass\nelse: f()")]
    [InlineData("0 and f()")]
    public void Code_that_cannot_run_is_dropped(string text) => Compiling.Code(text).Opcodes().ShouldNotContain("CALL");

    [Fact]
    public void Assertions_and_docstrings_go_with_the_optimization_level()
    {
        Compiling.Code("assert x", optimize: 1).Opcodes().ShouldNotContain("RAISE_VARARGS");
        Compiling.Code("'doc'", optimize: 2).Names.ShouldBeEmpty();
        Compiling.Inner("def f():\n    'doc'").Consts[0].ShouldBe("doc");
        Compiling.Inner("def f(): pass").Consts[0].ShouldBeNull();
    }

    [Theory]
    [InlineData("x = 2 ** 10 + 1", "1025")]
    [InlineData("x = 1 << 200", null)]
    [InlineData("x = -7 // 2", "-4")]
    [InlineData("x = -7 % 3", "2")]
    public void Arithmetic_on_constants_is_done_once(string text, string? expected)
    {
        var code = Compiling.Code(text);
        if (expected is null)
            code.Opcodes().ShouldContain("BINARY_OP");
        else
            code.Consts.ShouldContain(BigInteger.Parse(expected));
    }

    [Fact]
    public void Constants_of_different_types_stay_apart() =>
        Compiling.Code("x = (1, 1.0, True); y = 1; z = 1.0; w = True; v = 0.0; u = -0.0").Consts.Length.ShouldBe(7);

    [Theory]
    [InlineData("int | None", "int | None")]
    [InlineData("dict[str,list[ int ]]", "dict[str, list[int]]")]
    [InlineData("(a+b)*c", "(a + b) * c")]
    [InlineData("lambda x,/,y=1,*z,k,**w:(x,y)", "lambda x, /, y=1, *z, k, **w: (x, y)")]
    [InlineData("lambda *a: 1", "lambda*a: 1")]
    [InlineData("f(*a, b=c, **d)[1:2,::3]", "f(*a, b=c, **d)[1:2, ::3]")]
    [InlineData("-x ** -y", "-x ** (-y)")]
    [InlineData("not (a and b) or c", "not (a and b) or c")]
    [InlineData("{**a, 'b': 1e309}", "{**a, 'b': 1e309}")]
    [InlineData("[x async for x in y if z]", "[x async for x in y if z]")]
    [InlineData("f'{a!r:>{w}} {{}}'", "f'{a!r:>{w}} {{}}'")]
    [InlineData("a if b else (yield_)", "a if b else yield_")]
    public void Annotations_become_text(string annotation, string expected) =>
        Compiling.Code($"from __future__ import annotations\nx: {annotation}").Consts.ShouldContain(expected);

    [Fact]
    public void Positions_are_those_of_the_nodes()
    {
        var code = Compiling.Code("a = (b +\n     c.d)\n");
        var add = code.Instructions.Select((i, n) => (i, n)).First(x => x.i.Op == Opcode.BINARY_OP).n;
        code.Positions[add].ShouldBe(new SourceSpan(1, 5, 2, 8));
        var attribute = code.Instructions.Select((i, n) => (i, n)).First(x => x.i.Op == Opcode.LOAD_ATTR).n;
        code.Positions[attribute].ShouldBe(new SourceSpan(2, 5, 2, 8));
    }

    [Fact]
    public void Trees_deeper_than_the_stack_are_an_error()
    {
        Expr deep = new Name("x", ExprContext.Load, new SourceSpan(1, 0, 1, 1));
        for (var i = 0; i < 200_000; i++)
            deep = new UnaryOp(UnaryOperator.USub, deep, new SourceSpan(1, 0, 1, 1));
        var error = Should.Throw<PythonSyntaxException>(
            () => PythonCompiler.Compile(new Expression(deep), new CompileOptions("<test>", CompileMode.Eval)));
        error.Kind.ShouldBe(SyntaxErrorKind.RecursionError);
    }

    [Fact]
    public void Large_code_has_no_limits_on_operands()
    {
        var text = string.Concat(Enumerable.Range(0, 70_000).Select(i => $"v{i} = {i}\n"));
        var code = Compiling.Code(text);
        code.Names.Length.ShouldBe(70_000);
        CodeVerifier.Verify(Compiling.Code("def f():\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"    a{i} = {i}\n"))));
    }

    [Fact]
    public void Listing_shows_lines_targets_operands_and_handlers()
    {
        var output = new StringWriter();
        Disassembler.Write(Compiling.Code("def f(a):\n    try:\n        return a.b\n    except E:\n        pass\n"), output);
        var listing = output.ToString();
        listing.ShouldContain("LOAD_ATTR                0 (b)");
        listing.ShouldContain("Disassembly of <code object f, file \"<test>\", line 1>:");
        listing.ShouldContain("ExceptionTable:");
        listing.ShouldContain(">>");
    }
}
