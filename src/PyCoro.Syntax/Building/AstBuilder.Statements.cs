using System.Collections.Immutable;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Building;

// Statements (language reference, chapters 7 and 8).
internal sealed partial class AstBuilder
{
    /// <summary><c>statement</c>: one compound statement or a line of simple ones.</summary>
    private void AddStatement(PythonRuleContext tree, ImmutableArray<Stmt>.Builder body)
    {
        var inner = tree.Rule(0);
        if (inner.RuleIndex == P.RULE_simpleStatements)
        {
            AddSimpleStatements(inner, body);
        }
        else
        {
            body.Add(CompoundStatement(inner.Rule(0)));
        }
    }

    private void AddSimpleStatements(PythonRuleContext tree, ImmutableArray<Stmt>.Builder body)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree[i] is PythonRuleContext statement)
            {
                body.Add(SimpleStatement(statement));
            }
        }
    }

    /// <summary><c>block : NEWLINE INDENT statement+ DEDENT | simpleStatements</c>.</summary>
    private ImmutableArray<Stmt> Block(PythonRuleContext tree)
    {
        GuardStack(tree);
        var body = ImmutableArray.CreateBuilder<Stmt>();
        if (tree[0] is PythonRuleContext line)
        {
            AddSimpleStatements(line, body);
        }
        for (var i = 2; i < tree.Count - 1; i++)
        {
            AddStatement(tree.Rule(i), body);
        }
        return body.DrainToImmutable();
    }

    private Stmt SimpleStatement(PythonRuleContext tree)
    {
        if (tree[0] is PythonRuleContext)
        {
            return ExpressionStatement(tree);
        }
        var span = Span(tree);
        switch (tree.TokenType(0))
        {
            case L.RETURN:
                return new Return(tree.Count > 1 ? StarExpressions(tree.Rule(1)) : null, span);
            case L.IMPORT:
                return new Import(DottedAliases(tree), span);
            case L.FROM:
                return ImportFrom(tree, span);
            case L.RAISE:
                return new Raise(
                    tree.Count > 1 ? AnyExpression(tree.Rule(1)) : null, tree.Count > 3 ? AnyExpression(tree.Rule(3)) : null, span);
            case L.PASS:
                return new Pass(span);
            case L.BREAK:
                return new Break(span);
            case L.CONTINUE:
                return new Continue(span);
            case L.DEL:
                return new Delete(DeletionTargets(tree.Rule(1)), span);
            case L.ASSERT:
                return new Assert(AnyExpression(tree.Rule(1)), tree.Count > 2 ? AnyExpression(tree.Rule(3)) : null, span);
            case L.GLOBAL:
                return new Global(NameList(tree), span);
            default:
                return new Nonlocal(NameList(tree), span);
        }
    }

    private ImmutableArray<string> NameList(PythonRuleContext tree)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 1; i < tree.Count; i += 2)
        {
            names.Add(Name(tree.Token(i)));
        }
        return names.DrainToImmutable();
    }

    // assignable ((ASSIGN assignable)+ | augmentedAssign assignable | COLON expression (ASSIGN assignable)?)?
    private Stmt ExpressionStatement(PythonRuleContext tree)
    {
        var first = Assignable(tree.Rule(0));
        if (tree.Count == 1)
        {
            return new ExprStmt(first, Span(tree));
        }
        if (tree[1] is PythonRuleContext augmented)
        {
            if (first is not (Ast.Name or Ast.Attribute or Subscript))
            {
                throw Error(first.Span, $"'{TargetChecks.NameOf(first)}' is an illegal expression for augmented assignment");
            }
            if (augmented.TokenType(0) == L.AT_ASSIGN)
            {
                Require(5, MatrixProduct, augmented.First);
            }
            return new AugAssign(
                TargetConverter.Convert(first, ExprContext.Store), BinaryOperator(augmented.TokenType(0)), Assignable(tree.Rule(2)), Span(tree));
        }
        if (tree.TokenType(1) == L.COLON)
        {
            return AnnotatedAssignment(tree, first);
        }
        var targets = ImmutableArray.CreateBuilder<Expr>(tree.Count / 2);
        var next = first;
        for (var i = 2; i < tree.Count; i += 2)
        {
            targets.Add(AssignmentTarget(next, tree.Rule(i - 2), tree.Count > 3));
            next = Assignable(tree.Rule(i));
        }
        return new Assign(targets.DrainToImmutable(), next, comments?.Claim(tree.Last), Span(tree));
    }

    private Expr AssignmentTarget(Expr target, PythonRuleContext tree, bool chained)
    {
        if (TargetChecks.FindInvalid(target, TargetPlace.Assignment) is { } invalid)
        {
            throw TargetChecks.CannotAssign(source, target, invalid, tree, chained);
        }
        return TargetConverter.Convert(target, ExprContext.Store);
    }

    private AnnAssign AnnotatedAssignment(PythonRuleContext tree, Expr target)
    {
        if (target is not (Ast.Name or Ast.Attribute or Subscript))
        {
            throw Error(target.Span, target switch
            {
                List => "only single target (not list) can be annotated",
                Ast.Tuple => "only single target (not tuple) can be annotated",
                _ => "illegal target for annotation",
            });
        }
        Require(6, target is Ast.Name ? "Variable annotation syntax is" : "Variable annotations syntax is", tree);
        var simple = target is Ast.Name && tree.First == tree.Rule(0).Last ? 1 : 0;
        return new AnnAssign(
            TargetConverter.Convert(target, ExprContext.Store), AnyExpression(tree.Rule(2)),
            tree.Count > 3 ? Assignable(tree.Rule(4)) : null, simple, Span(tree));
    }

    private ImmutableArray<Expr> DeletionTargets(PythonRuleContext tree)
    {
        var elements = ImmutableArray.CreateBuilder<Expr>();
        StarList(tree, 0, tree.Count, elements);
        for (var i = 0; i < elements.Count; i++)
        {
            if (TargetChecks.FindInvalid(elements[i], TargetPlace.Deletion) is { } invalid)
            {
                throw TargetChecks.Cannot(source, invalid, TargetPlace.Deletion);
            }
            elements[i] = TargetConverter.Convert(elements[i], ExprContext.Del);
        }
        return elements.DrainToImmutable();
    }

    private ImmutableArray<Alias> DottedAliases(PythonRuleContext tree)
    {
        var aliases = ImmutableArray.CreateBuilder<Alias>();
        for (var i = 1; i < tree.Count; i += 2)
        {
            var item = tree.Rule(i);
            aliases.Add(new Alias(DottedName(item.Rule(0)), item.Count > 1 ? Name(item.Token(2)) : null, Span(item)));
        }
        return aliases.DrainToImmutable();
    }

    private string DottedName(PythonRuleContext tree)
    {
        if (tree.Count == 1)
        {
            return Name(tree.Token(0));
        }
        var parts = new List<string>();
        for (var i = 0; i < tree.Count; i += 2)
        {
            parts.Add(Name(tree.Token(i)));
        }
        return string.Join('.', parts);
    }

    // FROM importOrigin IMPORT importTargets
    private ImportFrom ImportFrom(PythonRuleContext tree, SourceSpan span)
    {
        var origin = tree.Rule(1);
        string? module = null;
        var level = 0;
        for (var i = 0; i < origin.Count; i++)
        {
            if (origin[i] is PythonRuleContext name)
            {
                module = DottedName(name);
            }
            else
            {
                level += origin.TokenType(i) == L.DOT ? 1 : 3;
            }
        }
        var targets = tree.Rule(3);
        var names = ImmutableArray.CreateBuilder<Alias>();
        if (targets.TokenType(0) == L.STAR)
        {
            names.Add(new Alias("*", null, Span(targets)));
        }
        for (var i = 0; i < targets.Count; i++)
        {
            if (targets[i] is PythonRuleContext item)
            {
                names.Add(new Alias(Name(item.Token(0)), item.Count > 1 ? Name(item.Token(2)) : null, Span(item)));
            }
        }
        return new ImportFrom(module, names.DrainToImmutable(), level, span);
    }

    private Stmt CompoundStatement(PythonRuleContext tree)
    {
        switch (tree.RuleIndex)
        {
            case P.RULE_ifStatement:
                return If(tree);
            case P.RULE_whileStatement:
                return new While(AnyExpression(tree.Rule(1)), Block(tree.Rule(3)), ElseBlock(tree, 4), Span(tree));
            case P.RULE_forStatement:
                return For(tree, null);
            case P.RULE_tryStatement:
                return Try(tree);
            case P.RULE_withStatement:
                return With(tree, null);
            case P.RULE_functionDefinition:
                return FunctionDefinition(tree, [], null);
            case P.RULE_classDefinition:
                return ClassDefinition(tree, []);
            case P.RULE_decorated:
                return Decorated(tree);
            case P.RULE_asyncStatement:
                var inner = tree.Rule(1);
                return inner.RuleIndex switch
                {
                    P.RULE_functionDefinition => FunctionDefinition(inner, [], tree.First),
                    P.RULE_forStatement => For(inner, tree.First),
                    _ => With(inner, tree.First),
                };
            default:
                return Match(tree);
        }
    }

    // IF namedExpression COLON block (ELIF namedExpression COLON block)* elseBlock?
    private If If(PythonRuleContext tree)
    {
        var hasElse = tree.Count % 4 != 0;
        var orElse = hasElse ? Block(tree.Rule(tree.Count - 1).Rule(2)) : [];
        for (var i = tree.Count - (hasElse ? 5 : 4); ; i -= 4)
        {
            var statement = new If(
                AnyExpression(tree.Rule(i + 1)), Block(tree.Rule(i + 3)), orElse, Span(tree.Token(i), tree.Last));
            if (i == 0)
            {
                return statement;
            }
            orElse = [statement];
        }
    }

    private ImmutableArray<Stmt> ElseBlock(PythonRuleContext tree, int index) =>
        index < tree.Count ? Block(tree.Rule(index).Rule(2)) : [];

    // FOR targets IN starExpressions COLON block elseBlock?
    private Stmt For(PythonRuleContext tree, PyToken? async)
    {
        var target = Targets(tree.Rule(1));
        var iter = StarExpressions(tree.Rule(3));
        var body = Block(tree.Rule(5));
        var orElse = ElseBlock(tree, 6);
        var comment = comments?.Claim(tree.Token(4));
        if (async is null)
        {
            return new For(target, iter, body, orElse, comment, Span(tree));
        }
        Require(5, "Async for loops are", tree);
        return new AsyncFor(target, iter, body, orElse, comment, Span(async, tree.Last));
    }

    /// <summary><c>targets</c> of a loop: one target or a tuple.</summary>
    private Expr Targets(PythonRuleContext tree)
    {
        if (tree.Count == 1)
        {
            return Target(tree.Rule(0), TargetPlace.Loop);
        }
        var elements = ImmutableArray.CreateBuilder<Expr>(tree.Count / 2 + 1);
        for (var i = 0; i < tree.Count; i += 2)
        {
            elements.Add(Target(tree.Rule(i), TargetPlace.Loop));
        }
        return new Ast.Tuple(elements.DrainToImmutable(), ExprContext.Store, Span(tree));
    }

    /// <summary><c>target : STAR? primary</c>.</summary>
    private Expr Target(PythonRuleContext tree, TargetPlace place)
    {
        var value = Primary(tree.Rule(tree.Count - 1));
        if (TargetChecks.FindInvalid(value, place) is { } invalid)
        {
            throw TargetChecks.Cannot(source, invalid, place);
        }
        value = TargetConverter.Convert(value, ExprContext.Store);
        return tree.Count == 1 ? value : new Starred(value, ExprContext.Store, Span(tree));
    }

    // TRY COLON block (exceptBlock+ elseBlock? finallyBlock? | finallyBlock)
    private Stmt Try(PythonRuleContext tree)
    {
        var body = Block(tree.Rule(2));
        var handlers = ImmutableArray.CreateBuilder<ExceptHandler>();
        ImmutableArray<Stmt> orElse = [], final = [];
        bool? star = null;
        for (var i = 3; i < tree.Count; i++)
        {
            var part = tree.Rule(i);
            switch (part.RuleIndex)
            {
                case P.RULE_elseBlock:
                    orElse = Block(part.Rule(2));
                    break;
                case P.RULE_finallyBlock:
                    final = Block(part.Rule(2));
                    break;
                default:
                    var isStar = part.TokenType(1) == L.STAR;
                    if (star is not null && star != isStar)
                    {
                        throw Error(isStar ? Span(part.First, part.Token(1)) : Span(part.First), "cannot have both 'except' and 'except*' on the same 'try'");
                    }
                    star = isStar;
                    handlers.Add(ExceptHandler(part, isStar));
                    break;
            }
        }
        if (star == true)
        {
            Require(11, "Exception groups are", tree);
        }
        return star == true
            ? new TryStar(body, handlers.DrainToImmutable(), orElse, final, Span(tree))
            : new Try(body, handlers.DrainToImmutable(), orElse, final, Span(tree));
    }

    // EXCEPT STAR? (expression (AS NAME)?)? COLON block
    private ExceptHandler ExceptHandler(PythonRuleContext tree, bool star)
    {
        var at = star ? 2 : 1;
        var type = tree[at] is PythonRuleContext expression ? AnyExpression(expression) : null;
        if (star && type is null)
        {
            throw Error(Span(tree.Token(at)), "expected one or more exception types");
        }
        var name = tree.TokenType(at + 1) == L.AS ? Name(tree.Token(at + 2)) : null;
        return new ExceptHandler(type, name, Block(tree.Rule(tree.Count - 1)), Span(tree));
    }

    private Stmt With(PythonRuleContext tree, PyToken? async)
    {
        var items = WithItems(tree, out var comment);
        var body = Block(tree.Rule(tree.Count - 1));
        if (async is null)
        {
            return new With(items, body, comment, Span(tree));
        }
        Require(5, "Async with statements are", tree.Last);
        return new AsyncWith(items, body, comment, Span(async, tree.Last));
    }

    private ImmutableArray<WithItem> WithItems(PythonRuleContext tree, out string? comment)
    {
        var items = ImmutableArray.CreateBuilder<WithItem>();
        for (var i = 1; i < tree.Count - 1; i++)
        {
            if (tree[i] is PythonRuleContext item)
            {
                items.Add(new WithItem(
                    AnyExpression(item.Rule(0)), item.Count > 1 ? Target(item.Rule(2), TargetPlace.With) : null));
            }
        }
        var isInParentheses = tree.TokenType(1) == L.LPAREN;
        // CPython's rule for items in parentheses takes no type comment: with one only an expression can stand there.
        var isExpression = !isInParentheses || items.All(static item => item.OptionalVars is null);
        comment = isExpression ? comments?.Claim(tree.Token(tree.Count - 2)) : null;
        if (isInParentheses && comment is null)
        {
            Require(9, "Parenthesized context managers are", tree.Last);
        }
        else if (isInParentheses && tree.TokenType(3) != L.RPAREN)
        {
            var elements = items.Select(static item => item.ContextExpr);
            return [new WithItem(new Ast.Tuple([.. elements], ExprContext.Load, Span(tree.Token(1), tree.Token(tree.Count - 3))), null)];
        }
        return items.DrainToImmutable();
    }

    // (AT namedExpression NEWLINE)+ (functionDefinition | classDefinition | ASYNC functionDefinition)
    private Stmt Decorated(PythonRuleContext tree)
    {
        var decorators = ImmutableArray.CreateBuilder<Expr>();
        var at = 0;
        for (; tree.TokenType(at) == L.AT; at += 3)
        {
            decorators.Add(AnyExpression(tree.Rule(at + 1)));
        }
        var definition = tree.Rule(tree.Count - 1);
        return definition.RuleIndex == P.RULE_classDefinition
            ? ClassDefinition(definition, decorators.DrainToImmutable())
            : FunctionDefinition(definition, decorators.DrainToImmutable(), tree[at] as PyToken);
    }

    // DEF NAME LPAREN parameters? RPAREN (ARROW expression)? COLON block
    private Stmt FunctionDefinition(PythonRuleContext tree, ImmutableArray<Expr> decorators, PyToken? async)
    {
        var name = Name(tree.Token(1));
        var parameters = Parameters(tree[3] as PythonRuleContext);
        var returns = tree.TokenType(tree.Count - 4) == L.ARROW ? AnyExpression(tree.Rule(tree.Count - 3)) : null;
        var body = Block(tree.Rule(tree.Count - 1));
        var comment = FunctionComment(tree.Token(tree.Count - 2), tree.Rule(tree.Count - 1));
        if (async is null)
        {
            return new FunctionDef(name, parameters, body, decorators, returns, comment, Span(tree));
        }
        Require(5, "Async functions are", tree.Last);
        return new AsyncFunctionDef(name, parameters, body, decorators, returns, comment, Span(async, tree.Last));
    }

    // Behind the colon, or on the line below.
    private string? FunctionComment(PyToken colon, PythonRuleContext block)
    {
        var behind = comments?.Claim(colon);
        if (comments is null || block.TokenType(0) != L.NEWLINE || comments.Claim(block.Token(0)) is not { } below)
        {
            return behind;
        }
        return behind is null ? below : throw Errors.SyntaxErrors.At(source, block.Token(1), "Cannot have two type comments on def");
    }

    // CLASS NAME (LPAREN arguments? RPAREN)? COLON block
    private ClassDef ClassDefinition(PythonRuleContext tree, ImmutableArray<Expr> decorators)
    {
        ImmutableArray<Expr> bases = [];
        ImmutableArray<Keyword> keywords = [];
        if (tree[3] is PythonRuleContext { RuleIndex: P.RULE_arguments } arguments)
        {
            (bases, keywords) = Arguments(arguments, tree.Token(2), tree.Token(4), isClass: true);
        }
        return new ClassDef(Name(tree.Token(1)), bases, keywords, Block(tree.Rule(tree.Count - 1)), decorators, Span(tree));
    }
}
