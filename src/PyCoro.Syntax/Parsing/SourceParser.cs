// One parse: tokens, parse tree, AST. The grammar needs one token of lookahead almost everywhere, so the fast SLL
// prediction always suffices and a failure is an error in the source; what kind of error is found out afterwards by
// Errors.SecondReading, so that correct source pays nothing for it.

using Antlr4.Runtime.Atn;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Building;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Parsing;

internal static class SourceParser
{
    public static ParseResult Parse(SourceText source, ParseOptions options)
    {
        try
        {
            return ParseOrRefuse(source, options);
        }
        catch (PythonSyntaxException refused) when (refused.Kind is not SyntaxErrorKind.RecursionError)
        {
            throw Errors.SecondReading.Reading.Explain(source, options, refused);
        }
    }

    private static ParseResult ParseOrRefuse(SourceText source, ParseOptions options)
    {
        var mode = options.Mode;
        var warnings = new List<SyntaxWarning>();
        var (tokens, reader) = TokenReader.Read(source, warnings);
        var comments = options.TypeComments ? new TypeComments(source, tokens, reader.Comments) : null;
        var module = Parse<Mod>(source, tokens, warnings, comments, mode switch
        {
            ParseMode.File => (parser, builder) => builder.File(parser.fileInput()),
            ParseMode.Interactive => (parser, builder) => builder.Interactive(parser.interactiveInput()),
            ParseMode.Expression => (parser, builder) => builder.Expression(parser.expressionInput()),
            _ => (parser, builder) => builder.FunctionType(parser.functionTypeInput()),
        });
        if (comments?.Misplaced() is { } misplaced)
        {
            throw misplaced;
        }
        if (mode == ParseMode.Interactive && !options.ImplyDedent && !source.Text.EndsWith('\n') && tokens.All[^2].Type == PythonLexer.DEDENT)
        {
            throw SyntaxErrors.At(source, tokens.All[^1], "invalid syntax");
        }
        return new ParseResult(module, [.. warnings], source);
    }

    /// <summary>Parses the expression between the braces of an f-string.</summary>
    public static Expr ParseReplacementField(SourceText source, PyToken token, int start, int end, List<SyntaxWarning> warnings)
    {
        var (tokens, _) = TokenReader.ReadReplacementField(source, start, end, warnings);
        try
        {
            return Parse(source, tokens, warnings, null, (parser, builder) => builder.ReplacementField(parser.replacementField()));
        }
        catch (PythonSyntaxException refused) when (refused.Kind is not SyntaxErrorKind.RecursionError)
        {
            throw Errors.SecondReading.Reading.ExplainField(source, token, start, end, refused);
        }
    }

    private static T Parse<T>(
        SourceText source, TokenBuffer tokens, List<SyntaxWarning> warnings, TypeComments? comments, Func<PythonParser, AstBuilder, T> parse)
    {
        var parser = NewParser(tokens);
        var builder = new AstBuilder(source, tokens, warnings, comments);
        try
        {
            return parse(parser, builder);
        }
        catch (ParseFailedException failure)
        {
            throw SyntaxErrors.At(source, failure.Token, "invalid syntax");
        }
        catch (ParseTooDeepException tooDeep)
        {
            throw SyntaxErrors.At(source, tooDeep.Token, "too many nested expressions", SyntaxErrorKind.RecursionError);
        }
    }

    private static PythonParser NewParser(TokenBuffer tokens)
    {
        var parser = new PythonParser(tokens, TextWriter.Null, TextWriter.Null) { ErrorHandler = new StopAtFirstError() };
        parser.RemoveErrorListeners();
        parser.Interpreter.PredictionMode = PredictionMode.SLL;
        return parser;
    }
}
