// The leaves without fields of the abstract grammar: operators and expression contexts.

namespace PyCoro.Syntax.Ast;

/// <summary>Binary operators.</summary>
public enum Operator
{
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// <summary><c>and</c> and <c>or</c>.</summary>
public enum BoolOperator
{
    And,
    Or,
}

/// <summary>Unary operators.</summary>
public enum UnaryOperator
{
    Invert,
    Not,
    UAdd,
    USub,
}

/// <summary>Comparison operators.</summary>
public enum CmpOperator
{
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// <summary>Whether an expression is read, assigned or deleted.</summary>
public enum ExprContext
{
    Load,
    Store,
    Del,
}
