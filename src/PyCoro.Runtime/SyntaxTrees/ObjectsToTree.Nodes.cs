// One line for each class of the abstract grammar: which of its fields make which node.

using PyCoro.Runtime.Values;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

internal sealed partial class ObjectsToTree
{
    private static GroupSpec Group(string name) => AbstractGrammar.Groups.First(group => group.Name == name);

    private static readonly GroupSpec StmtGroup = Group("stmt");
    private static readonly GroupSpec ExprGroup = Group("expr");
    private static readonly GroupSpec PatternGroup = Group("pattern");
    private static readonly GroupSpec HandlerGroup = Group("excepthandler");
    private static readonly GroupSpec ArgumentsGroup = Group("arguments");
    private static readonly GroupSpec ArgGroup = Group("arg");
    private static readonly GroupSpec KeywordGroup = Group("keyword");
    private static readonly GroupSpec AliasGroup = Group("alias");
    private static readonly GroupSpec WithItemGroup = Group("withitem");
    private static readonly GroupSpec MatchCaseGroup = Group("match_case");
    private static readonly GroupSpec ComprehensionGroup = Group("comprehension");
    private static readonly GroupSpec TypeIgnoreGroup = Group("type_ignore");

    private Stmt? ReadStmt(Value value)
    {
        if (Begin(value, StmtGroup, out var span) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End<Stmt>(spec.Kind switch
        {
            NodeKind.FunctionDef => new FunctionDef(f.Identifier(0), f.One(1, ReadArguments), f.Many(2, ReadStmt), f.Many(3, ReadExpr), f.Optional(4, ReadExpr), f.OptionalText(5), span),
            NodeKind.AsyncFunctionDef => new AsyncFunctionDef(f.Identifier(0), f.One(1, ReadArguments), f.Many(2, ReadStmt), f.Many(3, ReadExpr), f.Optional(4, ReadExpr), f.OptionalText(5), span),
            NodeKind.ClassDef => new ClassDef(f.Identifier(0), f.Many(1, ReadExpr), f.Many(2, ReadKeyword), f.Many(3, ReadStmt), f.Many(4, ReadExpr), span),
            NodeKind.Return => new Return(f.Optional(0, ReadExpr), span),
            NodeKind.Delete => new Delete(f.Many(0, ReadExpr), span),
            NodeKind.Assign => new Assign(f.Many(0, ReadExpr), f.One(1, ReadExpr), f.OptionalText(2), span),
            NodeKind.AugAssign => new AugAssign(f.One(0, ReadExpr), f.Leaf<Operator>(1), f.One(2, ReadExpr), span),
            NodeKind.AnnAssign => new AnnAssign(f.One(0, ReadExpr), f.One(1, ReadExpr), f.Optional(2, ReadExpr), f.Int(3), span),
            NodeKind.For => new For(f.One(0, ReadExpr), f.One(1, ReadExpr), f.Many(2, ReadStmt), f.Many(3, ReadStmt), f.OptionalText(4), span),
            NodeKind.AsyncFor => new AsyncFor(f.One(0, ReadExpr), f.One(1, ReadExpr), f.Many(2, ReadStmt), f.Many(3, ReadStmt), f.OptionalText(4), span),
            NodeKind.While => new While(f.One(0, ReadExpr), f.Many(1, ReadStmt), f.Many(2, ReadStmt), span),
            NodeKind.If => new If(f.One(0, ReadExpr), f.Many(1, ReadStmt), f.Many(2, ReadStmt), span),
            NodeKind.With => new With(f.Many(0, ReadWithItem), f.Many(1, ReadStmt), f.OptionalText(2), span),
            NodeKind.AsyncWith => new AsyncWith(f.Many(0, ReadWithItem), f.Many(1, ReadStmt), f.OptionalText(2), span),
            NodeKind.Match => new Match(f.One(0, ReadExpr), f.Many(1, ReadMatchCase), span),
            NodeKind.Raise => new Raise(f.Optional(0, ReadExpr), f.Optional(1, ReadExpr), span),
            NodeKind.Try => new Try(f.Many(0, ReadStmt), f.Many(1, ReadHandler), f.Many(2, ReadStmt), f.Many(3, ReadStmt), span),
            NodeKind.TryStar => new TryStar(f.Many(0, ReadStmt), f.Many(1, ReadHandler), f.Many(2, ReadStmt), f.Many(3, ReadStmt), span),
            NodeKind.Assert => new Assert(f.One(0, ReadExpr), f.Optional(1, ReadExpr), span),
            NodeKind.Import => new Import(f.Many(0, ReadAlias), span),
            NodeKind.ImportFrom => new ImportFrom(f.OptionalIdentifier(0), f.Many(1, ReadAlias), f.OptionalInt(2), span),
            NodeKind.Global => new Global(f.Identifiers(0), span),
            NodeKind.Nonlocal => new Nonlocal(f.Identifiers(0), span),
            NodeKind.ExprStmt => new ExprStmt(f.One(0, ReadExpr), span),
            NodeKind.Pass => new Pass(span),
            NodeKind.Break => new Break(span),
            _ => new Continue(span),
        });
    }

    private Expr? ReadExpr(Value value)
    {
        if (Begin(value, ExprGroup, out var span) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End<Expr>(spec.Kind switch
        {
            NodeKind.BoolOp => new BoolOp(f.Leaf<BoolOperator>(0), f.Many(1, ReadExpr), span),
            NodeKind.NamedExpr => new NamedExpr(f.One(0, ReadExpr), f.One(1, ReadExpr), span),
            NodeKind.BinOp => new BinOp(f.One(0, ReadExpr), f.Leaf<Operator>(1), f.One(2, ReadExpr), span),
            NodeKind.UnaryOp => new UnaryOp(f.Leaf<UnaryOperator>(0), f.One(1, ReadExpr), span),
            NodeKind.Lambda => new Lambda(f.One(0, ReadArguments), f.One(1, ReadExpr), span),
            NodeKind.IfExp => new IfExp(f.One(0, ReadExpr), f.One(1, ReadExpr), f.One(2, ReadExpr), span),
            NodeKind.Dict => new Dict(f.Many(0, ReadExpr)!, f.Many(1, ReadExpr), span),
            NodeKind.Set => new Set(f.Many(0, ReadExpr), span),
            NodeKind.ListComp => new ListComp(f.One(0, ReadExpr), f.Many(1, ReadComprehension), span),
            NodeKind.SetComp => new SetComp(f.One(0, ReadExpr), f.Many(1, ReadComprehension), span),
            NodeKind.DictComp => new DictComp(f.One(0, ReadExpr), f.One(1, ReadExpr), f.Many(2, ReadComprehension), span),
            NodeKind.GeneratorExp => new GeneratorExp(f.One(0, ReadExpr), f.Many(1, ReadComprehension), span),
            NodeKind.Await => new Await(f.One(0, ReadExpr), span),
            NodeKind.Yield => new Yield(f.Optional(0, ReadExpr), span),
            NodeKind.YieldFrom => new YieldFrom(f.One(0, ReadExpr), span),
            NodeKind.Compare => new Compare(f.One(0, ReadExpr), f.Operators(1), f.Many(2, ReadExpr), span),
            NodeKind.Call => new Call(f.One(0, ReadExpr), f.Many(1, ReadExpr), f.Many(2, ReadKeyword), span),
            NodeKind.FormattedValue => new FormattedValue(f.One(0, ReadExpr), f.Int(1), f.Optional(2, ReadExpr), span),
            NodeKind.JoinedStr => new JoinedStr(f.Many(0, ReadExpr), span),
            NodeKind.Constant => new Constant(f.Constant(0), f.OptionalText(1), span),
            NodeKind.Attribute => new Syntax.Ast.Attribute(f.One(0, ReadExpr), f.Identifier(1), f.Leaf<ExprContext>(2), span),
            NodeKind.Subscript => new Subscript(f.One(0, ReadExpr), f.One(1, ReadExpr), f.Leaf<ExprContext>(2), span),
            NodeKind.Starred => new Starred(f.One(0, ReadExpr), f.Leaf<ExprContext>(1), span),
            NodeKind.Name => new Name(f.Identifier(0), f.Leaf<ExprContext>(1), span),
            NodeKind.List => new List(f.Many(0, ReadExpr), f.Leaf<ExprContext>(1), span),
            NodeKind.Tuple => new Syntax.Ast.Tuple(f.Many(0, ReadExpr), f.Leaf<ExprContext>(1), span),
            _ => new Slice(f.Optional(0, ReadExpr), f.Optional(1, ReadExpr), f.Optional(2, ReadExpr), span),
        });
    }

    private Pattern? ReadPattern(Value value)
    {
        if (Begin(value, PatternGroup, out var span) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End<Pattern>(spec.Kind switch
        {
            NodeKind.MatchValue => new MatchValue(f.One(0, ReadExpr), span),
            NodeKind.MatchSingleton => new MatchSingleton(f.Constant(0), span),
            NodeKind.MatchSequence => new MatchSequence(f.Many(0, ReadPattern), span),
            NodeKind.MatchMapping => new MatchMapping(f.Many(0, ReadExpr), f.Many(1, ReadPattern), f.OptionalIdentifier(2), span),
            NodeKind.MatchClass => new MatchClass(f.One(0, ReadExpr), f.Many(1, ReadPattern), f.Identifiers(2), f.Many(3, ReadPattern), span),
            NodeKind.MatchStar => new MatchStar(f.OptionalIdentifier(0), span),
            NodeKind.MatchAs => new MatchAs(f.Optional(0, ReadPattern), f.OptionalIdentifier(1), span),
            _ => new MatchOr(f.Many(0, ReadPattern), span),
        });
    }

    private ExceptHandler? ReadHandler(Value value)
    {
        if (Begin(value, HandlerGroup, out var span) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new ExceptHandler(f.Optional(0, ReadExpr), f.OptionalIdentifier(1), f.Many(2, ReadStmt), span));
    }

    private Arguments? ReadArguments(Value value)
    {
        if (Begin(value, ArgumentsGroup, out _) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new Arguments(f.Many(0, ReadArg), f.Many(1, ReadArg), f.Optional(2, ReadArg), f.Many(3, ReadArg),
            f.Many(4, ReadExpr)!, f.Optional(5, ReadArg), f.Many(6, ReadExpr)));
    }

    private Arg? ReadArg(Value value)
    {
        if (Begin(value, ArgGroup, out var span) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new Arg(f.Identifier(0), f.Optional(1, ReadExpr), f.OptionalText(2), span));
    }

    private Keyword? ReadKeyword(Value value)
    {
        if (Begin(value, KeywordGroup, out var span) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new Keyword(f.OptionalIdentifier(0), f.One(1, ReadExpr), span));
    }

    private Alias? ReadAlias(Value value)
    {
        if (Begin(value, AliasGroup, out var span) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new Alias(f.Identifier(0), f.OptionalIdentifier(1), span));
    }

    private WithItem? ReadWithItem(Value value)
    {
        if (Begin(value, WithItemGroup, out _) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new WithItem(f.One(0, ReadExpr), f.Optional(1, ReadExpr)));
    }

    private MatchCase? ReadMatchCase(Value value)
    {
        if (Begin(value, MatchCaseGroup, out _) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new MatchCase(f.One(0, ReadPattern), f.Optional(1, ReadExpr), f.Many(2, ReadStmt)));
    }

    private Comprehension? ReadComprehension(Value value)
    {
        if (Begin(value, ComprehensionGroup, out _) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new Comprehension(f.One(0, ReadExpr), f.One(1, ReadExpr), f.Many(2, ReadExpr), f.Int(3)));
    }

    private TypeIgnore? ReadTypeIgnore(Value value)
    {
        if (Begin(value, TypeIgnoreGroup, out _) is not { } spec)
            return null;
        var f = new FieldReader(this, value, spec);
        return End(new TypeIgnore(f.Int(0), f.RequiredText(1)));
    }
}
