// Expressions back to source text: what `from __future__ import annotations` stores (PEP 563). The text is CPython's:
// normalised spacing, parentheses only where precedence needs them.

using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Unparsing;

internal sealed class Unparser
{
    private const string Infinity = "1e309";

    private enum Level
    {
        Tuple, Test, Or, And, Not, Compare, BitOr, BitXor, BitAnd, Shift, Arithmetic, Term, Factor, Power, Await, Atom,
    }

    private readonly StringBuilder text = new();

    public static string Unparse(Expr e)
    {
        var unparser = new Unparser();
        unparser.Write(e, Level.Test);
        return unparser.text.ToString();
    }

    private void Parenthesize(bool needed, Action write)
    {
        if (needed)
            text.Append('(');
        write();
        if (needed)
            text.Append(')');
    }

    private void Write(Expr e, Level level)
    {
        switch (e)
        {
            case BoolOp b:
                var ofBool = b.Op == BoolOperator.And ? Level.And : Level.Or;
                Parenthesize(level > ofBool, () => Join(b.Values, b.Op == BoolOperator.And ? " and " : " or ", ofBool + 1));
                break;
            case NamedExpr n:
                Parenthesize(level > Level.Tuple, () =>
                {
                    Write(n.Target, Level.Atom);
                    text.Append(" := ");
                    Write(n.Value, Level.Atom);
                });
                break;
            case BinOp b:
                WriteBinOp(b, level);
                break;
            case UnaryOp u:
                WriteUnaryOp(u, level);
                break;
            case Lambda l:
                Parenthesize(level > Level.Test, () =>
                {
                    text.Append(l.Args is { PosOnlyArgs: [], Args: [] } ? "lambda" : "lambda ");
                    WriteArguments(l.Args);
                    text.Append(": ");
                    Write(l.Body, Level.Test);
                });
                break;
            case IfExp i:
                Parenthesize(level > Level.Test, () =>
                {
                    Write(i.Body, Level.Test + 1);
                    text.Append(" if ");
                    Write(i.Test, Level.Test + 1);
                    text.Append(" else ");
                    Write(i.OrElse, Level.Test);
                });
                break;
            case Dict d:
                WriteDict(d);
                break;
            case Set s:
                text.Append('{');
                Join(s.Elts, ", ", Level.Test);
                text.Append('}');
                break;
            case ListComp c:
                WriteComprehension('[', c.Elt, null, c.Generators, ']');
                break;
            case SetComp c:
                WriteComprehension('{', c.Elt, null, c.Generators, '}');
                break;
            case DictComp c:
                WriteComprehension('{', c.Key, c.Value, c.Generators, '}');
                break;
            case GeneratorExp c:
                WriteComprehension('(', c.Elt, null, c.Generators, ')');
                break;
            case Await a:
                Parenthesize(level > Level.Await, () =>
                {
                    text.Append("await ");
                    Write(a.Value, Level.Atom);
                });
                break;
            case Yield y:
                text.Append(y.Value is null ? "(yield" : "(yield ");
                if (y.Value is not null)
                    Write(y.Value, Level.Test);
                text.Append(')');
                break;
            case YieldFrom y:
                text.Append("(yield from ");
                Write(y.Value, Level.Test);
                text.Append(')');
                break;
            case Compare c:
                Parenthesize(level > Level.Compare, () =>
                {
                    Write(c.Left, Level.Compare + 1);
                    for (var i = 0; i < c.Ops.Length; i++)
                    {
                        text.Append(Text(c.Ops[i]));
                        Write(c.Comparators[i], Level.Compare + 1);
                    }
                });
                break;
            case Call c:
                WriteCall(c);
                break;
            case FormattedValue or JoinedStr:
                text.Append('f').Append(ConstantText.Text(FStringBody(e)));
                break;
            case Constant c:
                WriteConstant(c);
                break;
            case Attribute a:
                Write(a.Value, Level.Atom);
                text.Append(a.Value is Constant { Value: BigInteger } ? " ." : ".").Append(a.Attr);
                break;
            case Starred s:
                text.Append('*');
                Write(s.Value, Level.BitOr);
                break;
            case Name n:
                text.Append(n.Id);
                break;
            case List l:
                text.Append('[');
                Join(l.Elts, ", ", Level.Test);
                text.Append(']');
                break;
            case Tuple t:
                if (t.Elts.Length == 0)
                    text.Append("()");
                else
                    Parenthesize(level > Level.Tuple, () => WriteElements(t.Elts));
                break;
            case Subscript s:
                Write(s.Value, Level.Atom);
                text.Append('[');
                Write(s.Slice, Level.Tuple);
                text.Append(']');
                break;
            case Slice s:
                WriteSlice(s);
                break;
            default:
                throw new InvalidOperationException($"unknown expression {e.NodeName}");
        }
    }

    private void Join(ImmutableArray<Expr> expressions, string separator, Level level)
    {
        for (var i = 0; i < expressions.Length; i++)
        {
            if (i > 0)
                text.Append(separator);
            Write(expressions[i], level);
        }
    }

    private void WriteElements(ImmutableArray<Expr> elements)
    {
        Join(elements, ", ", Level.Test);
        if (elements.Length == 1)
            text.Append(',');
    }

    private void WriteConstant(Constant c)
    {
        if (c.Prefix is not null)
            text.Append(c.Prefix);
        text.Append(c.Value switch
        {
            EllipsisConstant => "...",
            double or Complex => ConstantText.Repr(c.Value).Replace("inf", Infinity),
            _ => ConstantText.Repr(c.Value),
        });
    }

    private void WriteBinOp(BinOp b, Level level)
    {
        var (symbol, own) = b.Op switch
        {
            Operator.Add => (" + ", Level.Arithmetic),
            Operator.Sub => (" - ", Level.Arithmetic),
            Operator.Mult => (" * ", Level.Term),
            Operator.MatMult => (" @ ", Level.Term),
            Operator.Div => (" / ", Level.Term),
            Operator.Mod => (" % ", Level.Term),
            Operator.LShift => (" << ", Level.Shift),
            Operator.RShift => (" >> ", Level.Shift),
            Operator.BitOr => (" | ", Level.BitOr),
            Operator.BitXor => (" ^ ", Level.BitXor),
            Operator.BitAnd => (" & ", Level.BitAnd),
            Operator.FloorDiv => (" // ", Level.Term),
            _ => (" ** ", Level.Power),
        };
        var isRightAssociative = b.Op == Operator.Pow;
        Parenthesize(level > own, () =>
        {
            Write(b.Left, isRightAssociative ? own + 1 : own);
            text.Append(symbol);
            Write(b.Right, isRightAssociative ? own : own + 1);
        });
    }

    private void WriteUnaryOp(UnaryOp u, Level level)
    {
        var (symbol, own) = u.Op switch
        {
            UnaryOperator.Invert => ("~", Level.Factor),
            UnaryOperator.Not => ("not ", Level.Not),
            UnaryOperator.UAdd => ("+", Level.Factor),
            _ => ("-", Level.Factor),
        };
        Parenthesize(level > own, () =>
        {
            text.Append(symbol);
            Write(u.Operand, own);
        });
    }

    private static string Text(CmpOperator op) =>
        op switch
        {
            CmpOperator.Eq => " == ",
            CmpOperator.NotEq => " != ",
            CmpOperator.Lt => " < ",
            CmpOperator.LtE => " <= ",
            CmpOperator.Gt => " > ",
            CmpOperator.GtE => " >= ",
            CmpOperator.Is => " is ",
            CmpOperator.IsNot => " is not ",
            CmpOperator.In => " in ",
            _ => " not in ",
        };

    private void WriteArguments(Arguments args)
    {
        var isFirst = true;
        void Separate()
        {
            if (!isFirst)
                text.Append(", ");
            isFirst = false;
        }

        var positional = args.PosOnlyArgs.AddRange(args.Args);
        for (var i = 0; i < positional.Length; i++)
        {
            Separate();
            text.Append(positional[i].Name);
            var fromDefaults = i - (positional.Length - args.Defaults.Length);
            if (fromDefaults >= 0)
            {
                text.Append('=');
                Write(args.Defaults[fromDefaults], Level.Test);
            }
            if (i == args.PosOnlyArgs.Length - 1)
                text.Append(", /");
        }
        if (args.VarArg is not null || args.KwOnlyArgs.Length > 0)
        {
            Separate();
            text.Append('*').Append(args.VarArg?.Name);
        }
        for (var i = 0; i < args.KwOnlyArgs.Length; i++)
        {
            Separate();
            text.Append(args.KwOnlyArgs[i].Name);
            if (args.KwDefaults[i] is { } value)
            {
                text.Append('=');
                Write(value, Level.Test);
            }
        }
        if (args.KwArg is not null)
        {
            Separate();
            text.Append("**").Append(args.KwArg.Name);
        }
    }

    private void WriteDict(Dict d)
    {
        text.Append('{');
        for (var i = 0; i < d.Values.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            if (d.Keys[i] is { } key)
            {
                Write(key, Level.Test);
                text.Append(": ");
                Write(d.Values[i], Level.Test);
            }
            else
            {
                text.Append("**");
                Write(d.Values[i], Level.BitOr);
            }
        }
        text.Append('}');
    }

    private void WriteComprehension(char open, Expr element, Expr? value, ImmutableArray<Comprehension> generators, char close)
    {
        text.Append(open);
        Write(element, Level.Test);
        if (value is not null)
        {
            text.Append(": ");
            Write(value, Level.Test);
        }
        foreach (var generator in generators)
        {
            text.Append(generator.IsAsync != 0 ? " async for " : " for ");
            Write(generator.Target, Level.Tuple);
            text.Append(" in ");
            Write(generator.Iter, Level.Test + 1);
            foreach (var condition in generator.Ifs)
            {
                text.Append(" if ");
                Write(condition, Level.Test + 1);
            }
        }
        text.Append(close);
    }

    private void WriteCall(Call c)
    {
        Write(c.Func, Level.Atom);
        if (c.Args is [GeneratorExp only] && c.Keywords.Length == 0)
        {
            // A generator expression brings its own parentheses.
            Write(only, Level.Tuple);
            return;
        }
        text.Append('(');
        Join(c.Args, ", ", Level.Test);
        for (var i = 0; i < c.Keywords.Length; i++)
        {
            if (i > 0 || c.Args.Length > 0)
                text.Append(", ");
            text.Append(c.Keywords[i].Arg is { } name ? name + "=" : "**");
            Write(c.Keywords[i].Value, Level.Test);
        }
        text.Append(')');
    }

    private void WriteSlice(Slice s)
    {
        if (s.Lower is not null)
            Write(s.Lower, Level.Test);
        text.Append(':');
        if (s.Upper is not null)
            Write(s.Upper, Level.Test);
        if (s.Step is not null)
        {
            text.Append(':');
            Write(s.Step, Level.Test);
        }
    }

    private static string FStringBody(Expr e)
    {
        switch (e)
        {
            case Constant { Value: string literal }:
                return literal.Replace("{", "{{").Replace("}", "}}");
            case JoinedStr joined:
                return string.Concat(joined.Values.Select(v => FStringBody(v)));
            case FormattedValue f:
                var inner = new Unparser();
                inner.Write(f.Value, Level.Test + 1);
                var value = inner.text.ToString();
                var body = new StringBuilder(value.StartsWith('{') ? "{ " : "{").Append(value);
                if (f.Conversion > 0)
                    body.Append('!').Append((char)f.Conversion);
                if (f.FormatSpec is not null)
                    body.Append(':').Append(FStringBody(f.FormatSpec));
                return body.Append('}').ToString();
            default:
                throw new InvalidOperationException($"no part of an f-string: {e.NodeName}");
        }
    }
}
