using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Errors.SecondReading;

// What can be assigned to or deleted (language reference, 7.2 and 7.5).
internal sealed partial class Reading
{
    private enum TargetUse
    {
        Assignment,
        Loop,
        Deletion,
    }

    private Piece? StarTargets()
    {
        var start = _mark;
        if (Try(() => StarTarget() is { } only && !Is(L.COMMA) ? only : null) is { } single)
        {
            return single;
        }
        if (Commas(StarTarget) is not { } all)
        {
            return null;
        }
        Take(L.COMMA);
        return Made("tuple", start, [.. all]);
    }

    private Piece? StarTarget() => Remembered(Rule.StarTarget, () =>
    {
        var start = _mark;
        return Try(() => Take(L.STAR) && !Is(L.STAR) && StarTarget() is { } value ? Made("starred", start, value) : null)
            ?? TargetWithStarAtom();
    });

    private Piece? TargetWithStarAtom() =>
        Remembered(Rule.TargetWithStarAtom, () => Try(AttributeOrSubscript) ?? StarAtom());

    private Piece? AttributeOrSubscript()
    {
        var start = _mark;
        return TargetPrimary() is not null && Trailer(start, out var isTarget) is { } target && isTarget && !IsTrailerAhead() ? target : null;
    }

    private bool IsTrailerAhead() => TypeAt(_mark) is L.LPAREN or L.LBRACK or L.DOT;

    // A primary that is followed by one more trailer.
    private Piece? TargetPrimary() => Remembered(Rule.TargetPrimary, () =>
    {
        var start = _mark;
        if (Atom() is not { } result || !IsTrailerAhead())
        {
            return null;
        }
        while (Try(() => Trailer(start, out _) is { } longer && IsTrailerAhead() ? longer : null) is { } more)
        {
            result = more;
        }
        return result;
    });

    private Piece? StarAtom()
    {
        var start = _mark;
        switch (TypeAt(_mark))
        {
            case L.NAME:
                _mark++;
                return Made("name", start);
            case L.LPAREN:
                return Try(() => Take(L.LPAREN) && TargetWithStarAtom() is { } inner && Take(L.RPAREN) ? inner : null)
                    ?? Try(() => Enclosed(L.LPAREN, () => TupleOfTargets(StarTarget), L.RPAREN, "tuple"));
            case L.LBRACK:
                return Enclosed(L.LBRACK, () => Commas(StarTarget), L.RBRACK, "list");
            default:
                return null;
        }
    }

    private Piece? Enclosed(int open, Func<List<Piece>?> elements, int close, string name)
    {
        var start = _mark;
        if (!Take(open))
        {
            return null;
        }
        Try(() =>
        {
            if (elements() is not { } all)
            {
                return null;
            }
            Take(L.COMMA);
            return all;
        });
        return Take(close) ? Made(name, start) : null;
    }

    private List<Piece>? TupleOfTargets(Func<Piece?> element) =>
        Commas(element) is { } all && (all.Count > 1 || Is(L.COMMA)) ? all : null;

    private Piece? SingleTarget()
    {
        var start = _mark;
        return Try(AttributeOrSubscript)
            ?? Try(() => Take(L.NAME) ? Made("name", start) : null)
            ?? Try(() => Take(L.LPAREN) && SingleTarget() is { } inner && Take(L.RPAREN) ? inner : null);
    }

    private bool DeletionTargets()
    {
        if (Commas(DeletionTarget) is null)
        {
            return false;
        }
        Take(L.COMMA);
        return true;
    }

    private Piece? DeletionTarget() => Remembered(Rule.DeletionTarget, () =>
    {
        if (Try(AttributeOrSubscript) is { } target)
        {
            return target;
        }
        var start = _mark;
        switch (TypeAt(_mark))
        {
            case L.NAME:
                _mark++;
                return Made("name", start);
            case L.LPAREN:
                return Try(() => Take(L.LPAREN) && DeletionTarget() is { } inner && Take(L.RPAREN) ? inner : null)
                    ?? Try(() => Enclosed(L.LPAREN, () => Commas(DeletionTarget), L.RPAREN, "tuple"));
            case L.LBRACK:
                return Enclosed(L.LBRACK, () => Commas(DeletionTarget), L.RBRACK, "list");
            default:
                return null;
        }
    });

    private static Piece? FindInvalid(Piece piece, TargetUse use)
    {
        switch (piece.Name)
        {
            case "list" or "tuple":
                foreach (var part in piece.Parts)
                {
                    if (FindInvalid(part, use) is { } invalid)
                    {
                        return invalid;
                    }
                }
                return null;
            case "starred":
                return use == TargetUse.Deletion ? piece : FindInvalid(piece.Parts[0], use);
            case "comparison" when use == TargetUse.Loop:
                return piece.IsMarked ? FindInvalid(piece.Parts[0], use) : null;
            case "name" or "subscript" or "attribute":
                return null;
            default:
                return piece;
        }
    }

    private void RefuseTarget(Piece? target, TargetUse use)
    {
        if (target is not null && FindInvalid(target, use) is { } invalid)
        {
            throw At(invalid, $"cannot {(use == TargetUse.Deletion ? "delete" : "assign to")} {invalid.Name}");
        }
    }

    private void InvalidForTarget()
    {
        Take(L.ASYNC);
        if (Take(L.FOR))
        {
            RefuseTarget(StarExpressions(), TargetUse.Loop);
        }
    }
}
