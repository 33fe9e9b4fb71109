// Expectations are what `python3 -m ast` prints.
namespace PyCoro.Syntax.Tests;

public class StringTests
{
    [Theory]
    [InlineData("'a' \"b\"", "Constant(value='ab')")]
    [InlineData("u'a' 'b'", "Constant(value='ab', kind='u')")]
    [InlineData(@"'\x41\101\u0042\N{BULLET}\q'", @"Constant(value='AAB•\\q')")]
    [InlineData(@"b'\xff\0a' rb'\x'", @"Constant(value=b'\xff\x00a\\x')")]
    [InlineData("f''", "JoinedStr(values=[])")]
    [InlineData("f'a{{{x}}}' 'b'", "JoinedStr(values=[Constant(value='a{'), FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1), Constant(value='}b')])")]
    [InlineData("f'{x=}'", "JoinedStr(values=[Constant(value='x='), FormattedValue(value=Name(id='x', ctx=Load()), conversion=114)])")]
    [InlineData("f'{x!r:>{w}}'", "JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=114, "
        + "format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1)]))])")]
    [InlineData("f'{a != b}'", "JoinedStr(values=[FormattedValue(value=Compare(left=Name(id='a', ctx=Load()), ops=[NotEq()], "
        + "comparators=[Name(id='b', ctx=Load())]), conversion=-1)])")]
    public void IsWhatPythonMakesOfIt(string source, string expected) => Parsing.DumpOne(source).ShouldBe($"Expr(value={expected})");

    [Theory]
    [InlineData("f'{a b}'")]
    [InlineData("f'{}'")]
    [InlineData("f'}'")]
    [InlineData("f'{a'")]
    [InlineData(@"f'{a\n}'")]
    [InlineData("f'{a:{b:{c}}}'")]
    [InlineData("b'é'")]
    [InlineData("b'a' 'b'")]
    [InlineData(@"'\x4'")]
    [InlineData(@"'\N{no such name}'")]
    public void IsRejected(string source) => Parsing.Reject(source).Kind.ShouldBe(SyntaxErrorKind.SyntaxError);

    [Fact]
    public void AnUnknownEscapeWarns() =>
        Parsing.Parse(@"x = '\d'").Warnings.Select(warning => (warning.Category, warning.Message, warning.Line))
            .ShouldHaveSingleItem().ShouldBe(("DeprecationWarning", @"invalid escape sequence '\d'", 1));

    [Fact]
    public void AFieldStandsWhereItStands() =>
        Parsing.Dump("s = f'ab{x}'", attributes: true)
            .ShouldContain("Name(id='x', ctx=Load(), lineno=1, col_offset=9, end_lineno=1, end_col_offset=10)");
}
