// The abstract grammar of Python as the library reference of the module ast prints it. It is the one definition of the
// node classes that scripts see: their names, fields, docstrings and which fields may be missing are read from this text,
// which is at the same time their documentation. The C# tree (PyCoro.Syntax.Ast) has the same names in the same order.

using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

/// <summary>How often a field's value occurs.</summary>
internal enum FieldForm
{
    /// <summary>Exactly once.</summary>
    One,

    /// <summary>Once, or None: <c>type?</c>.</summary>
    Optional,

    /// <summary>A list: <c>type*</c>.</summary>
    Many,
}

/// <summary>A field of a node class.</summary>
internal sealed record FieldSpec(string Name, string Type, FieldForm Form);

/// <summary>A node class that has instances.</summary>
internal sealed record NodeSpec(string Name, string Doc, FieldSpec[] Fields, GroupSpec Group)
{
    /// <summary>The class in C#; null for operators and contexts, which are enums there, and for what the parser never makes.</summary>
    internal NodeKind? Kind { get; } = KindOf(Name, Group.Name);

    private static NodeKind? KindOf(string name, string group) =>
        group == "stmt" && name == "Expr" ? NodeKind.ExprStmt
        : group is "operator" or "boolop" or "unaryop" or "cmpop" or "expr_context" ? null
        : Enum.TryParse<NodeKind>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind
        : null;
}

/// <summary>What stands left of <c>=</c>: a base class of alternatives, or (a product) a class by itself.</summary>
internal sealed class GroupSpec(string name, string doc)
{
    /// <summary>The class of this name.</summary>
    internal string Name { get; } = name;

    /// <summary>Its docstring.</summary>
    internal string Doc { get; } = doc;

    /// <summary>The classes derived from it; of a product, itself.</summary>
    internal List<NodeSpec> Nodes { get; } = [];

    /// <summary>Is it a class with fields of its own instead of a base of others?</summary>
    internal bool IsProduct => Nodes[0].Name == Name;

    /// <summary>Do its nodes know where they stand?</summary>
    internal bool HasPositions => Name is "stmt" or "expr" or "pattern" or "excepthandler" or "arg" or "keyword" or "alias";

    /// <summary>May the end be missing?</summary>
    internal bool IsEndOptional => Name != "pattern";
}

/// <summary>The groups of the abstract grammar.</summary>
internal static class AbstractGrammar
{
    private const string Text = """
        mod = Module(stmt* body, type_ignore* type_ignores)
            | Interactive(stmt* body)
            | Expression(expr body)
            | FunctionType(expr* argtypes, expr returns)

        stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
             | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
             | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list)
             | Return(expr? value)
             | Delete(expr* targets)
             | Assign(expr* targets, expr value, string? type_comment)
             | AugAssign(expr target, operator op, expr value)
             | AnnAssign(expr target, expr annotation, expr? value, int simple)
             | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
             | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
             | While(expr test, stmt* body, stmt* orelse)
             | If(expr test, stmt* body, stmt* orelse)
             | With(withitem* items, stmt* body, string? type_comment)
             | AsyncWith(withitem* items, stmt* body, string? type_comment)
             | Match(expr subject, match_case* cases)
             | Raise(expr? exc, expr? cause)
             | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
             | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
             | Assert(expr test, expr? msg)
             | Import(alias* names)
             | ImportFrom(identifier? module, alias* names, int? level)
             | Global(identifier* names)
             | Nonlocal(identifier* names)
             | Expr(expr value)
             | Pass
             | Break
             | Continue

        expr = BoolOp(boolop op, expr* values)
             | NamedExpr(expr target, expr value)
             | BinOp(expr left, operator op, expr right)
             | UnaryOp(unaryop op, expr operand)
             | Lambda(arguments args, expr body)
             | IfExp(expr test, expr body, expr orelse)
             | Dict(expr* keys, expr* values)
             | Set(expr* elts)
             | ListComp(expr elt, comprehension* generators)
             | SetComp(expr elt, comprehension* generators)
             | DictComp(expr key, expr value, comprehension* generators)
             | GeneratorExp(expr elt, comprehension* generators)
             | Await(expr value)
             | Yield(expr? value)
             | YieldFrom(expr value)
             | Compare(expr left, cmpop* ops, expr* comparators)
             | Call(expr func, expr* args, keyword* keywords)
             | FormattedValue(expr value, int conversion, expr? format_spec)
             | JoinedStr(expr* values)
             | Constant(constant value, string? kind)
             | Attribute(expr value, identifier attr, expr_context ctx)
             | Subscript(expr value, expr slice, expr_context ctx)
             | Starred(expr value, expr_context ctx)
             | Name(identifier id, expr_context ctx)
             | List(expr* elts, expr_context ctx)
             | Tuple(expr* elts, expr_context ctx)
             | Slice(expr? lower, expr? upper, expr? step)

        expr_context = Load | Store | Del

        boolop = And | Or

        operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv

        unaryop = Invert | Not | UAdd | USub

        cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn

        comprehension(expr target, expr iter, expr* ifs, int is_async)

        excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)

        arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)

        arg(identifier arg, expr? annotation, string? type_comment)

        keyword(identifier? arg, expr value)

        alias(identifier name, identifier? asname)

        withitem(expr context_expr, expr? optional_vars)

        match_case(pattern pattern, expr? guard, stmt* body)

        pattern = MatchValue(expr value)
                | MatchSingleton(constant value)
                | MatchSequence(pattern* patterns)
                | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
                | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
                | MatchStar(identifier? name)
                | MatchAs(pattern? pattern, identifier? name)
                | MatchOr(pattern* patterns)

        type_ignore = TypeIgnore(int lineno, string tag)
        """;

    /// <summary>All groups, in the grammar's order.</summary>
    internal static IReadOnlyList<GroupSpec> Groups { get; } = Array.ConvertAll(Text.Split("\n\n"), Read);

    private static GroupSpec Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            var product = new GroupSpec(text[..text.IndexOf('(', StringComparison.Ordinal)], text);
            product.Nodes.Add(ReadNode(text, product));
            return product;
        }
        var group = new GroupSpec(text[..equals].Trim(), text);
        foreach (var alternative in text[(equals + 1)..].Split('|', StringSplitOptions.TrimEntries))
            group.Nodes.Add(ReadNode(alternative, group));
        return group;
    }

    private static NodeSpec ReadNode(string text, GroupSpec group)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0
            ? new NodeSpec(text, text, [], group)
            : new NodeSpec(text[..open], text, Array.ConvertAll(text[(open + 1)..^1].Split(", "), ReadField), group);
    }

    private static FieldSpec ReadField(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var (type, name) = (text[..blank], text[(blank + 1)..]);
        return type[^1] switch
        {
            '?' => new FieldSpec(name, type[..^1], FieldForm.Optional),
            '*' => new FieldSpec(name, type[..^1], FieldForm.Many),
            _ => new FieldSpec(name, type, FieldForm.One),
        };
    }
}
