// Expectations are what `python3 -m ast` prints.
namespace PyCoro.Syntax.Tests;

public class ExpressionTests
{
    [Theory]
    [InlineData("-a ** -b ** c", "UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), right=UnaryOp(op=USub(), "
        + "operand=BinOp(left=Name(id='b', ctx=Load()), op=Pow(), right=Name(id='c', ctx=Load())))))")]
    [InlineData("a - b - c", "BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=Sub(), right=Name(id='b', ctx=Load())), op=Sub(), "
        + "right=Name(id='c', ctx=Load()))")]
    [InlineData("a or b and not c", "BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), BoolOp(op=And(), values=["
        + "Name(id='b', ctx=Load()), UnaryOp(op=Not(), operand=Name(id='c', ctx=Load()))])])")]
    [InlineData("a not in b is not c", "Compare(left=Name(id='a', ctx=Load()), ops=[NotIn(), IsNot()], comparators=["
        + "Name(id='b', ctx=Load()), Name(id='c', ctx=Load())])")]
    [InlineData("x[1, :]", "Subscript(value=Name(id='x', ctx=Load()), slice=Tuple(elts=[Constant(value=1), Slice()], ctx=Load()), ctx=Load())")]
    [InlineData("f(a for a in b)", "Call(func=Name(id='f', ctx=Load()), args=[GeneratorExp(elt=Name(id='a', ctx=Load()), generators=["
        + "comprehension(target=Name(id='a', ctx=Store()), iter=Name(id='b', ctx=Load()), ifs=[], is_async=0)])], keywords=[])")]
    [InlineData("0xff, 1_0, 1e22, 1j, 1e400", "Tuple(elts=[Constant(value=255), Constant(value=10), Constant(value=1e+22), "
        + "Constant(value=1j), Constant(value=inf)], ctx=Load())")]
    public void IsWhatPythonMakesOfIt(string source, string expected) => Parsing.DumpOne(source).ShouldBe($"Expr(value={expected})");

    [Theory]
    [InlineData("a + not b", 5)]
    [InlineData("*a < b", 4)]
    [InlineData("1 <> 2", 3)]
    [InlineData("x[0] = = 3", 8)]
    public void StopsWherePythonStops(string source, int offset)
    {
        var error = Parsing.Reject(source);
        error.Message.ShouldStartWith("invalid syntax");
        error.Offset.ShouldBe(offset);
    }

    [Fact]
    public void ColumnsCountBytes()
    {
        var dump = Parsing.Dump("é = 'ü', b", attributes: true);
        dump.ShouldContain("Name(id='b', ctx=Load(), lineno=1, col_offset=11, end_lineno=1, end_col_offset=12)");
    }
}
