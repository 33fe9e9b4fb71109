// PEP 484's type comments, which are part of the tree only when compile() is asked for them. They stay outside the grammar:
// a comment belongs to the token before it, the AST builder claims it from there for the node it describes, and one that
// nobody claims stands where no type comment may stand.

using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Parsing;

/// <summary>The type comments of one source.</summary>
internal sealed class TypeComments
{
    private const string Ignore = "ignore";

    private readonly SourceText _source;
    private readonly Dictionary<int, Comment> _byPrevious = [];
    private readonly List<TypeIgnore> _ignores = [];
    private Comment? _misplaced;

    /// <param name="source">The source.</param>
    /// <param name="tokens">All tokens of it.</param>
    /// <param name="comments">Offsets of all its comments, in order.</param>
    public TypeComments(SourceText source, TokenBuffer tokens, IReadOnlyList<int> comments)
    {
        _source = source;
        var all = tokens.All;
        var previous = -1;
        foreach (var start in comments)
        {
            while (previous + 1 < all.Length && all[previous + 1].StartIndex < start)
            {
                previous++;
            }
            Add(start, previous);
        }
    }

    /// <summary>The comments <c># type: ignore</c>, in order.</summary>
    public IReadOnlyList<TypeIgnore> Ignores => _ignores;

    /// <summary>The text of the type comment right behind a token; null when there is none. It is no misplaced one then.</summary>
    public string? Claim(PyToken token) => _byPrevious.Remove(token.TokenIndex, out var comment) ? TextOf(comment) : null;

    /// <summary>An error about the type comment right behind a token; null when there is none.</summary>
    public PythonSyntaxException? Refuse(PyToken token, string message) =>
        _byPrevious.TryGetValue(token.TokenIndex, out var comment) ? Error(comment, message) : null;

    /// <summary>The error about the first comment that no node took; null when all have their node.</summary>
    public PythonSyntaxException? Misplaced()
    {
        var first = _misplaced;
        foreach (var comment in _byPrevious.Values)
        {
            if (first is null || comment.Start < first.Start)
            {
                first = comment;
            }
        }
        return first is null ? null : Error(first, "invalid syntax");
    }

    private void Add(int start, int previous)
    {
        var end = _source.Text.IndexOf('\n', start);
        end = end < 0 ? _source.Text.Length : end;
        if (ContentOf(_source.Text.AsSpan(0, end), start) is not { } content)
        {
            return;
        }
        var text = _source.Text.AsSpan(content, end - content);
        if (text.StartsWith(Ignore) && (text.Length == Ignore.Length || !ContinuesWord(text[Ignore.Length])))
        {
            _ignores.Add(new TypeIgnore(_source.LineOf(start), text[Ignore.Length..].ToString()));
            return;
        }
        var comment = new Comment(content, end);
        if (!_byPrevious.TryAdd(previous, comment))
        {
            _misplaced ??= comment;
        }
    }

    // `#`, blanks, `type:`, blanks: then the content.
    private static int? ContentOf(ReadOnlySpan<char> text, int start)
    {
        const string mark = "type:";
        var at = AfterBlanks(text, start + 1);
        return text[at..].StartsWith(mark) ? AfterBlanks(text, at + mark.Length) : null;
    }

    private static int AfterBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }
        return at;
    }

    private static bool ContinuesWord(char c) => c >= 128 || char.IsAsciiLetterOrDigit(c);

    private string TextOf(Comment comment) => _source.Text[comment.Start..comment.End];

    private PythonSyntaxException Error(Comment comment, string message)
    {
        var line = _source.LineOf(comment.Start);
        return SyntaxErrors.Between(
            _source, new SourceSpan(line, _source.ByteColumn(line, comment.Start), line, _source.ByteColumn(line, comment.End)), message);
    }

    private sealed record Comment(int Start, int End);
}
