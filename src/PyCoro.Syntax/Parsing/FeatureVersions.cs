// What ast.parse(feature_version=...) forbids: syntax that came with a later Python than the one asked for. The documentation
// calls it a best effort; which syntax counts, and the wording, are what CPython 3.11 shows.

using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Parsing;

internal static class FeatureVersions
{
    // From this version on `async` and `await` are keywords everywhere.
    private const int AsyncIsKeyword = 7;

    /// <summary>Refuses syntax that is too new for the source.</summary>
    /// <param name="source">The source, which knows the version asked for.</param>
    /// <param name="minor">The minor version of the first Python that has the syntax.</param>
    /// <param name="what">The syntax and its verb.</param>
    /// <param name="last">The last token that CPython's parser has looked at.</param>
    public static void Require(SourceText source, int minor, string what, PyToken last)
    {
        if (source.FeatureVersion < minor)
        {
            throw SyntaxErrors.At(source, last, $"{what} only supported in Python 3.{minor} and greater");
        }
    }

    /// <summary>Before 3.7 <c>async</c> and <c>await</c> are names, except in an <c>async def</c> and in front of <c>def</c>.</summary>
    public static void ReadAsyncAsName(SourceText source, ReadOnlySpan<PyToken> tokens)
    {
        if (source.FeatureVersion >= AsyncIsKeyword)
        {
            return;
        }
        var depth = 0;
        var functionDepth = -1;
        var isHeader = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            switch (tokens[i].Type)
            {
                case L.INDENT:
                    depth++;
                    break;
                case L.DEDENT when --depth <= functionDepth:
                    functionDepth = -1;
                    break;
                case L.NEWLINE when isHeader:
                    isHeader = false;
                    // A function on one line ends with it.
                    if (tokens[i + 1].Type != L.INDENT)
                    {
                        functionDepth = -1;
                    }
                    break;
                case L.ASYNC when functionDepth < 0 && tokens[i + 1].Type == L.DEF:
                    functionDepth = depth;
                    isHeader = true;
                    break;
                case L.ASYNC or L.AWAIT when functionDepth < 0:
                    tokens[i].Type = L.NAME;
                    break;
            }
        }
    }
}
