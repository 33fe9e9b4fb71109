// Errors that need scopes or control flow: text and place as CPython 3.11 gives them.

namespace PyCoro.Compiler.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("return 1", "'return' outside function", 1, 1, 1, 9)]
    [InlineData("yield 1", "'yield' outside function", 1, 1, 1, 8)]
    [InlineData("await x", "'await' outside function", 1, 1, 1, 8)]
    [InlineData("def f():\n    await x", "'await' outside async function", 2, 5, 2, 12)]
    [InlineData("def f():\n    async with a: pass", "'async with' outside async function", 2, 5, 2, 23)]
    [InlineData("def f():\n    async for a in b: pass", "'async for' outside async function", 2, 5, 2, 27)]
    [InlineData("async def f():\n    yield from x", "'yield from' inside async function", 2, 5, 2, 17)]
    [InlineData("async def f():\n    yield 1\n    return 2", "'return' with value in async generator", 3, 5, 3, 13)]
    [InlineData("break", "'break' outside loop", 1, 1, 1, 6)]
    [InlineData("with a:\n    break", "'break' outside loop", 2, 5, 2, 10)]
    [InlineData("continue", "'continue' not properly in loop", 1, 1, 1, 9)]
    [InlineData("def f(a, a): pass", "duplicate argument 'a' in function definition", 1, 10, 1, 11)]
    [InlineData("f(a=1, b=2, a=3)", "keyword argument repeated: a", 1, 13, 1, 16)]
    [InlineData("nonlocal x", "nonlocal declaration not allowed at module level", 1, 1, 1, 11)]
    [InlineData("def f():\n    nonlocal x", "no binding for nonlocal 'x' found", 2, 5, 2, 15)]
    [InlineData("def f():\n    print(x)\n    global x", "name 'x' is used prior to global declaration", 3, 5, 3, 13)]
    [InlineData("def f():\n    x = 1\n    global x", "name 'x' is assigned to before global declaration", 3, 5, 3, 13)]
    [InlineData("def f(x):\n    global x", "name 'x' is parameter and global", 2, 5, 2, 13)]
    [InlineData("def f():\n    from a import *", "import * only allowed at module level", 2, 19, 2, 20)]
    [InlineData("from __future__ import nope", "future feature nope is not defined", 1, 1, 1, 0)]
    [InlineData("def f(): return [(yield 1) for x in y]", "'yield' inside list comprehension", 1, 19, 1, 26)]
    [InlineData("[i := 0 for i in x]", "assignment expression cannot rebind comprehension iteration variable 'i'", 1, 2, 1, 3)]
    [InlineData("[1 for x in (a := y)]", "assignment expression cannot be used in a comprehension iterable expression", 1, 14, 1, 20)]
    [InlineData("class A:\n    [(x := 1) for z in y]", "assignment expression within a comprehension cannot be used in a class body", 2, 7, 2, 8)]
    [InlineData("try: pass\nexcept: pass\nexcept A: pass", "default 'except:' must be last", 2, 1, 2, 13)]
    [InlineData("a, *b, *c = d", "multiple starred expressions in assignment", 1, 1, 1, 10)]
    [InlineData("*a = b", "starred assignment target must be in a list or tuple", 1, 1, 1, 3)]
    [InlineData("*a", "can't use starred expression here", 1, 1, 1, 3)]
    [InlineData("[x async for x in y]", "asynchronous comprehension outside of an asynchronous function", 1, 1, 1, 21)]
    [InlineData("match x:\n    case 1 | a: pass", "alternative patterns bind different names", 2, 14, 2, 15)]
    [InlineData("match x:\n    case a: pass\n    case 2: pass", "name capture 'a' makes remaining patterns unreachable", 2, 10, 2, 11)]
    [InlineData("match x:\n    case _: pass\n    case 2: pass", "wildcard makes remaining patterns unreachable", 2, 10, 2, 11)]
    [InlineData("match x:\n    case [a, a]: pass", "multiple assignments to name 'a' in pattern", 2, 14, 2, 15)]
    [InlineData("match x:\n    case {'a': 1, 'a': 2}: pass", "mapping pattern checks duplicate key ('a')", 2, 10, 2, 26)]
    [InlineData("for x in y:\n    try: pass\n    except* A:\n        break", "'break', 'continue' and 'return' cannot appear in an except* block", 4, 9, 4, 14)]
    [InlineData("é = 1; return é", "'return' outside function", 1, 9, 1, 18)]
    public void Is_rejected_where_CPython_rejects_it(string text, string message, int line, int offset, int endLine, int endOffset)
    {
        var error = Compiling.Error(text);
        error.Message.ShouldBe(message);
        (error.Line, error.Offset, error.EndLine, error.EndOffset).ShouldBe((line, offset, endLine, endOffset));
    }

    [Theory]
    [InlineData("x is 1", "\"is\" with a literal. Did you mean \"==\"?")]
    [InlineData("x is not 'a'", "\"is not\" with a literal. Did you mean \"!=\"?")]
    [InlineData("x = [(1, 2) (3, 4)]", "'tuple' object is not callable; perhaps you missed a comma?")]
    [InlineData("{1}[2]", "'set' object is not subscriptable; perhaps you missed a comma?")]
    [InlineData("[1, 2]['a']", "list indices must be integers or slices, not str; perhaps you missed a comma?")]
    [InlineData("assert (x, 'message')", "assertion is always true, perhaps remove parentheses?")]
    public void Suspicious_code_is_warned_about(string text, string message)
    {
        var warning = Compiling.Compile(text).Warnings.ShouldHaveSingleItem();
        (warning.Category, warning.Message, warning.Line).ShouldBe(("SyntaxWarning", message, 1));
    }

    [Fact]
    public void Compare_with_None_is_not_warned_about() => Compiling.Compile("x is None").Warnings.ShouldBeEmpty();
}
