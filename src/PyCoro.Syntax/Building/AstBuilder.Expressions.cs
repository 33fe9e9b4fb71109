using System.Collections.Immutable;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Building;

// Expressions down to operators. Operators come as flat lists; precedence is climbed with two stacks, so that the depth
// of the parse tree, and of the recursion here, is that of the brackets only.
internal sealed partial class AstBuilder
{
    private Expr YieldOrStarExpressions(PythonRuleContext tree) =>
        tree.RuleIndex == P.RULE_yieldExpression ? YieldExpression(tree) : StarExpressions(tree);

    /// <summary><c>assignable : yieldExpression | starExpressions</c>.</summary>
    private Expr Assignable(PythonRuleContext tree) => YieldOrStarExpressions(tree.Rule(0));

    /// <summary><c>yieldExpression</c>.</summary>
    private Expr YieldExpression(PythonRuleContext tree)
    {
        if (tree.Count == 1)
        {
            return new Yield(null, Span(tree));
        }
        return tree.Count == 3
            ? new YieldFrom(AnyExpression(tree.Rule(2)), Span(tree))
            : new Yield(StarExpressions(tree.Rule(1)), Span(tree));
    }

    /// <summary><c>starExpressions</c>: one expression, or a tuple.</summary>
    private Expr StarExpressions(PythonRuleContext tree)
    {
        if (tree.Count == 1)
        {
            return AnyExpression(tree.Rule(0));
        }
        var elements = ImmutableArray.CreateBuilder<Expr>(tree.Count / 2 + 1);
        var hasComma = StarList(tree, 0, tree.Count, elements);
        return hasComma ? new Ast.Tuple(elements.DrainToImmutable(), ExprContext.Load, Span(tree)) : elements[0];
    }

    // (STAR operand | expression) separated by commas, as children from..to; whether there was a comma.
    private bool StarList(PythonRuleContext tree, int from, int to, ImmutableArray<Expr>.Builder elements)
    {
        var comma = false;
        for (var i = from; i < to; i++)
        {
            switch (tree[i])
            {
                case PyToken { Type: L.STAR } star:
                    var operand = tree.Rule(++i);
                    elements.Add(new Starred(AnyExpression(operand), ExprContext.Load, Span(star, operand.Last)));
                    break;
                case PythonRuleContext expression:
                    elements.Add(AnyExpression(expression));
                    break;
                default:
                    comma = true;
                    break;
            }
        }
        return comma;
    }

    /// <summary>Any rule that is one expression.</summary>
    private Expr AnyExpression(PythonRuleContext tree)
    {
        GuardStack(tree);
        switch (tree.RuleIndex)
        {
            case P.RULE_expression:
                if (tree.Count == 1)
                {
                    return Operation(tree.Rule(0));
                }
                return tree.TokenType(0) == L.LAMBDA ? Lambda(tree) : Conditional(tree);
            case P.RULE_disjunction:
                return Logical(tree, tree.Count);
            case P.RULE_comparison or P.RULE_bitwiseOr:
                return Operation(tree);
            case P.RULE_namedExpression:
                return Named(tree, 0, tree.Count);
            case P.RULE_primary:
                return Primary(tree);
            case P.RULE_starExpressions:
                return StarExpressions(tree);
            default:
                throw new InvalidOperationException($"rule {P.ruleNames[tree.RuleIndex]} is no expression");
        }
    }

    // expression (WALRUS expression)?, as children from..to.
    private Expr Named(PythonRuleContext tree, int from, int to)
    {
        var value = AnyExpression(tree.Rule(from));
        if (to - from < 3)
        {
            return value;
        }
        var target = tree.Rule(from);
        if (value is not Name name || target.First != target.Last)
        {
            throw TargetChecks.NotNamedTarget(source, value, tree.Token(from + 1));
        }
        Require(8, "Assignment expressions are", tree);
        return new NamedExpr(
            new Name(name.Id, ExprContext.Store, name.Span), AnyExpression(tree.Rule(from + 2)), Span(target.First, tree.Rule(from + 2).Last));
    }

    /// <summary><c>disjunction IF disjunction ELSE expression</c>; the second operand's children stand inline.</summary>
    private Expr Conditional(PythonRuleContext tree)
    {
        if (tree.TokenType(tree.Count - 2) != L.ELSE)
        {
            return Logical(tree, tree.Count);
        }
        var body = Logical(tree, tree.Count - 4);
        return new IfExp(AnyExpression(tree.Rule(tree.Count - 3)), body, AnyExpression(tree.Rule(tree.Count - 1)), Span(tree));
    }

    // NOT* comparison ((AND | OR) NOT* comparison)*, as the first `count` children. `and` binds tighter than `or`.
    private Expr Logical(PythonRuleContext tree, int count)
    {
        ImmutableArray<Expr>.Builder? ands = null, ors = null;
        PyToken first = tree.First, andStart = first;
        Expr? last = null;
        var last_token = first;
        for (var i = 0; i < count; i++)
        {
            var negations = i;
            while (tree.TokenType(i) == L.NOT)
            {
                i++;
            }
            var operand = tree.Rule(i);
            last = Operation(operand);
            last_token = operand.Last;
            for (var not = i - 1; not >= negations; not--)
            {
                last = new UnaryOp(UnaryOperator.Not, last, Span(tree.Token(not), last_token));
            }
            i++;
            var joins = i < count ? tree.TokenType(i) : 0;
            if (joins == L.AND)
            {
                ands ??= ImmutableArray.CreateBuilder<Expr>();
                ands.Add(last);
                continue;
            }
            if (ands is { Count: > 0 })
            {
                ands.Add(last);
                last = new BoolOp(BoolOperator.And, ands.DrainToImmutable(), Span(andStart, last_token));
            }
            if (joins == L.OR)
            {
                ors ??= ImmutableArray.CreateBuilder<Expr>();
                ors.Add(last);
                andStart = FirstToken(tree[i + 1]);
            }
        }
        if (ors is null)
        {
            return last!;
        }
        ors.Add(last!);
        return new BoolOp(BoolOperator.Or, ors.DrainToImmutable(), Span(first, last_token));
    }

    private readonly record struct Operand(Expr Value, PyToken First, PyToken Last);

    private readonly record struct Pending(int Precedence, int TokenType, PyToken Token);

    private const int Unary = 8;
    private const int Power = 9;
    private readonly Stack<Operand> _operands = new();
    private readonly Stack<Pending> _pending = new();

    /// <summary><c>comparison</c> and <c>bitwiseOr</c>.</summary>
    private Expr Operation(PythonRuleContext tree)
    {
        if (tree.Count == 1)
        {
            return Primary(tree.Rule(0));
        }
        var bottom = _pending.Count;
        ImmutableArray<CmpOperator>.Builder? comparisons = null;
        ImmutableArray<Expr>.Builder? comparators = null;
        Expr? left = null;
        for (var i = 0; i < tree.Count; i++)
        {
            PyToken token;
            while ((token = FirstToken(tree[i])).Type is L.PLUS or L.MINUS or L.TILDE)
            {
                _pending.Push(new Pending(Unary, token.Type, token));
                i++;
            }
            PythonRuleContext primary;
            if (tree.TokenType(i) == L.AWAIT)
            {
                primary = tree.Rule(++i);
                Require(5, "Await expressions are", primary);
                _operands.Push(new Operand(new Await(Primary(primary), Span(token, primary.Last)), token, primary.Last));
            }
            else
            {
                primary = tree.Rule(i);
                _operands.Push(new Operand(Primary(primary), primary.First, primary.Last));
            }
            if (++i == tree.Count)
            {
                break;
            }
            token = tree.Token(i);
            var precedence = PrecedenceOf(token.Type);
            while (_pending.Count > bottom && (_pending.Peek().Precedence > precedence
                || (_pending.Peek().Precedence == precedence && precedence != Power)))
            {
                Reduce();
            }
            if (precedence > 0)
            {
                _pending.Push(new Pending(precedence, token.Type, token));
                continue;
            }
            comparisons ??= ImmutableArray.CreateBuilder<CmpOperator>();
            comparators ??= ImmutableArray.CreateBuilder<Expr>();
            if (left is null)
            {
                left = _operands.Pop().Value;
            }
            else
            {
                comparators.Add(_operands.Pop().Value);
            }
            comparisons.Add(Comparison(tree, ref i));
        }
        while (_pending.Count > bottom)
        {
            Reduce();
        }
        var value = _operands.Pop().Value;
        if (left is null)
        {
            return value;
        }
        comparators!.Add(value);
        return new Compare(left, comparisons!.DrainToImmutable(), comparators.DrainToImmutable(), Span(tree));
    }

    private void Reduce()
    {
        var pending = _pending.Pop();
        var right = _operands.Pop();
        if (pending.Precedence == Unary)
        {
            var op = pending.TokenType switch
            {
                L.MINUS => UnaryOperator.USub,
                L.PLUS => UnaryOperator.UAdd,
                _ => UnaryOperator.Invert,
            };
            _operands.Push(new Operand(new UnaryOp(op, right.Value, Span(pending.Token, right.Last)), pending.Token, right.Last));
            return;
        }
        var left = _operands.Pop();
        if (pending.TokenType == L.AT && source.FeatureVersion < 5)
        {
            Require(5, MatrixProduct, allTokens.All[right.Last.TokenIndex + 1]);
        }
        _operands.Push(new Operand(
            new BinOp(left.Value, BinaryOperator(pending.TokenType), right.Value, Span(left.First, right.Last)), left.First, right.Last));
    }

    private static int PrecedenceOf(int token) => token switch
    {
        L.VBAR => 2,
        L.CARET => 3,
        L.AMPER => 4,
        L.LSHIFT or L.RSHIFT => 5,
        L.PLUS or L.MINUS => 6,
        L.STAR or L.SLASH or L.DSLASH or L.PERCENT or L.AT => 7,
        L.POWER => Power,
        _ => 0,
    };

    private const string MatrixProduct = "The '@' operator is";

    private static Operator BinaryOperator(int token) => token switch
    {
        L.PLUS or L.PLUS_ASSIGN => Operator.Add,
        L.MINUS or L.MINUS_ASSIGN => Operator.Sub,
        L.STAR or L.STAR_ASSIGN => Operator.Mult,
        L.AT or L.AT_ASSIGN => Operator.MatMult,
        L.SLASH or L.SLASH_ASSIGN => Operator.Div,
        L.PERCENT or L.PERCENT_ASSIGN => Operator.Mod,
        L.AMPER or L.AMPER_ASSIGN => Operator.BitAnd,
        L.VBAR or L.VBAR_ASSIGN => Operator.BitOr,
        L.CARET or L.CARET_ASSIGN => Operator.BitXor,
        L.LSHIFT or L.LSHIFT_ASSIGN => Operator.LShift,
        L.RSHIFT or L.RSHIFT_ASSIGN => Operator.RShift,
        L.POWER or L.POWER_ASSIGN => Operator.Pow,
        _ => Operator.FloorDiv,
    };

    // The operator at child i; `not in` and `is not` are two children.
    private static CmpOperator Comparison(PythonRuleContext tree, ref int i)
    {
        switch (tree.TokenType(i))
        {
            case L.LT:
                return CmpOperator.Lt;
            case L.GT:
                return CmpOperator.Gt;
            case L.LE:
                return CmpOperator.LtE;
            case L.GE:
                return CmpOperator.GtE;
            case L.EQ:
                return CmpOperator.Eq;
            case L.NE:
                return CmpOperator.NotEq;
            case L.IN:
                return CmpOperator.In;
            case L.NOT:
                i++;
                return CmpOperator.NotIn;
            default:
                if (tree.TokenType(i + 1) != L.NOT)
                {
                    return CmpOperator.Is;
                }
                i++;
                return CmpOperator.IsNot;
        }
    }

    /// <summary><c>LAMBDA lambdaParameters? COLON expression</c>.</summary>
    private Expr Lambda(PythonRuleContext tree)
    {
        var parameters = tree[1] as PythonRuleContext;
        return new Lambda(Parameters(parameters), AnyExpression(tree.Rule(tree.Count - 1)), Span(tree));
    }
}
