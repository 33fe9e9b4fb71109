namespace PyCoro.Syntax.Tests;

public class StatementTests
{
    [Theory]
    [InlineData("match = 1\ncase = match\nmatch[x]\nmatch (x)\n_ = type")]
    [InlineData("match x:\n    case [1, *_] | {'a': b, **c} if b: pass\n    case A(x=1) as d: pass\n    case -1+2j, : pass\n    case _: pass")]
    [InlineData("with (a as b, c,): pass\nwith (a, b) as c: pass\nwith (yield): pass\nwith (a): pass")]
    [InlineData("try: pass\nexcept* A as e: pass\nelse: pass\nfinally: pass")]
    [InlineData("@a.b[1]\nasync def f(a, /, b=1, *args: *T, c, d=2, **k) -> int: await x; return *a, b")]
    [InlineData("lambda a, /, *, b=1, **c,: 0")]
    [InlineData("if x:\n\tpass\n\n# comment\n  # other\n\telse_ = 1")]
    [InlineData("x = [\n1,\n  2]; y = \\\n  3")]
    [InlineData("a: int = 1; (b): int; c.d: int\nx = y = *a, b\nx, = y\nfor x, in y: pass\ndel a, (b, [c]), d[0]")]
    [InlineData("global_ = 1\nfrom . import a\nfrom ...b import (c as d, e,)\nfrom .... import *\nimport a.b as c, d.e")]
    [InlineData("\fx = 1\n")]
    public void IsAccepted(string source) => Parsing.Parse(source).Module.ShouldNotBeNull();

    [Theory]
    [InlineData("if x:\n    a\n  b", SyntaxErrorKind.IndentationError, "unindent does not match any outer indentation level")]
    [InlineData("if x:\n\ta\n        b", SyntaxErrorKind.TabError, "inconsistent use of tabs and spaces in indentation")]
    [InlineData("  a", SyntaxErrorKind.IndentationError, "unexpected indent")]
    [InlineData("def f(a=1, b): pass", SyntaxErrorKind.SyntaxError, "non-default argument follows default argument")]
    [InlineData("f(a=1, b)", SyntaxErrorKind.SyntaxError, "positional argument follows keyword argument")]
    [InlineData("f() = 1", SyntaxErrorKind.SyntaxError, "cannot assign to function call here. Maybe you meant '==' instead of '='?")]
    [InlineData("(a, 1) = 1", SyntaxErrorKind.SyntaxError, "cannot assign to literal")]
    [InlineData("del f()", SyntaxErrorKind.SyntaxError, "cannot delete function call")]
    [InlineData("a + 1 += 1", SyntaxErrorKind.SyntaxError, "'expression' is an illegal expression for augmented assignment")]
    [InlineData("(a, b): int", SyntaxErrorKind.SyntaxError, "only single target (not tuple) can be annotated")]
    [InlineData("x = 012", SyntaxErrorKind.SyntaxError, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")]
    [InlineData("x = 1_", SyntaxErrorKind.SyntaxError, "invalid decimal literal")]
    [InlineData("x = €", SyntaxErrorKind.SyntaxError, "invalid character '€' (U+20AC)")]
    [InlineData("x = (1]", SyntaxErrorKind.SyntaxError, "closing parenthesis ']' does not match opening parenthesis '('")]
    [InlineData("f(a b)", SyntaxErrorKind.SyntaxError, "invalid syntax. Perhaps you forgot a comma?")]
    [InlineData("f(c d)", SyntaxErrorKind.SyntaxError, "invalid syntax")]
    [InlineData("print x", SyntaxErrorKind.SyntaxError, "Missing parentheses in call to 'print'. Did you mean print(...)?")]
    [InlineData("if x = 1: pass", SyntaxErrorKind.SyntaxError, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")]
    [InlineData("if x\n  y", SyntaxErrorKind.SyntaxError, "expected ':'")]
    [InlineData("def f():\nx", SyntaxErrorKind.IndentationError, "expected an indented block after function definition on line 1")]
    [InlineData("f(a,\nx = 1", SyntaxErrorKind.SyntaxError, "'(' was never closed")]
    [InlineData("x = a if b", SyntaxErrorKind.SyntaxError, "expected 'else' after 'if' expression")]
    [InlineData("{1: 2, 3}", SyntaxErrorKind.SyntaxError, "':' expected after dictionary key")]
    [InlineData("try:\n  a\nb", SyntaxErrorKind.SyntaxError, "expected 'except' or 'finally' block")]
    [InlineData("f() = 1\nx y", SyntaxErrorKind.SyntaxError, "cannot assign to function call here. Maybe you meant '==' instead of '='?")]
    [InlineData("x y\nz = 'a", SyntaxErrorKind.SyntaxError, "unterminated string literal (detected at line 2)")]
    [InlineData("x = 'a", SyntaxErrorKind.SyntaxError, "unterminated string literal (detected at line 1)")]
    public void IsRejected(string source, SyntaxErrorKind kind, string message)
    {
        var error = Parsing.Reject(source);
        error.Message.ShouldBe(message);
        error.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("( ", 100_000)]
    [InlineData("[{(", 50_000)]
    [InlineData("lambda: ", 200_000)]
    [InlineData("1 if 2 else ", 200_000)]
    [InlineData("not ", 200_000)]
    [InlineData("-", 200_000)]
    [InlineData("a.", 100_000)]
    public void NestingNeverEndsTheProcess(string piece, int times)
    {
        try
        {
            Parsing.Parse(string.Concat(Enumerable.Repeat(piece, times)) + "1");
        }
        catch (PythonSyntaxException)
        {
            // Refusing is right too.
        }
    }

    [Fact]
    public void ALineOfTenMegabytes() =>
        Parsing.Parse("x = [" + string.Concat(Enumerable.Repeat("1, ", 3_400_000)) + "]").Warnings.ShouldBeEmpty();

    [Fact]
    public void ANullByteIsRefused() =>
        Should.Throw<PythonSyntaxException>(() => PythonSource.Decode("x = 1\0"u8, "x.py")).Message.ShouldBe("source code cannot contain null bytes");
}
