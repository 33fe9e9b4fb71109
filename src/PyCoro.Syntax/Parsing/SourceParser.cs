// One parse: tokens, parse tree, AST. The grammar needs one token of lookahead almost everywhere, so the fast SLL
// prediction always suffices and a failure is an error in the source; what kind of error is found out afterwards by
// Errors.SyntaxDiagnosis, so that correct source pays nothing for it.

using Antlr4.Runtime.Atn;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Building;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Parsing;

internal static class SourceParser
{
    public static ParseResult Parse(SourceText source, ParseMode mode)
    {
        try
        {
            return ParseOrRefuse(source, mode);
        }
        catch (PythonSyntaxException refused) when (refused.Kind is not SyntaxErrorKind.RecursionError)
        {
            throw Errors.SecondReading.Reading.Explain(source, mode, refused);
        }
    }

    private static ParseResult ParseOrRefuse(SourceText source, ParseMode mode)
    {
        var warnings = new List<SyntaxWarning>();
        var (tokens, reader) = TokenReader.Read(source, warnings);
        var module = Parse<Mod>(source, tokens, reader, warnings, mode switch
        {
            ParseMode.File => (parser, builder) => builder.File(parser.fileInput()),
            ParseMode.Interactive => (parser, builder) => builder.Interactive(parser.interactiveInput()),
            _ => (parser, builder) => builder.Expression(parser.expressionInput()),
        });
        return new ParseResult(module, [.. warnings], source);
    }

    /// <summary>Parses the expression between the braces of an f-string.</summary>
    public static Expr ParseReplacementField(SourceText source, PyToken token, int start, int end, List<SyntaxWarning> warnings)
    {
        var (tokens, reader) = TokenReader.ReadReplacementField(source, start, end, warnings);
        try
        {
            return Parse(source, tokens, reader, warnings, (parser, builder) => builder.ReplacementField(parser.replacementField()));
        }
        catch (PythonSyntaxException refused) when (refused.Kind is not SyntaxErrorKind.RecursionError)
        {
            throw Errors.SecondReading.Reading.ExplainField(source, token, start, end, refused);
        }
    }

    private static T Parse<T>(
        SourceText source, TokenBuffer tokens, TokenReader reader, List<SyntaxWarning> warnings, Func<PythonParser, AstBuilder, T> parse)
    {
        var parser = NewParser(tokens);
        var builder = new AstBuilder(source, tokens, warnings);
        PyToken failed;
        int expected;
        try
        {
            return parse(parser, builder);
        }
        catch (ParseFailedException failure)
        {
            failed = failure.Token;
            expected = failure.Expected;
        }
        catch (ParseTooDeepException tooDeep)
        {
            throw SyntaxDiagnosis.TooDeep(source, tooDeep.Token);
        }
        if (failed.Type == PythonLexer.TRAILING_COMMA)
        {
            failed = FailureOfPlainComma(source, tokens, parse, failed);
            expected = failed.Type == PythonLexer.TRAILING_COMMA ? expected : 0;
        }
        throw SyntaxDiagnosis.Explain(new FailedParse(source, tokens, reader, parser.Root, failed, expected));
    }

    // To CPython all commas are one token: where another element had to follow, it fails behind the comma, not at it.
    private static PyToken FailureOfPlainComma<T>(
        SourceText source, TokenBuffer tokens, Func<PythonParser, AstBuilder, T> parse, PyToken comma)
    {
        comma.Type = PythonLexer.COMMA;
        tokens.Seek(0);
        try
        {
            parse(NewParser(tokens), new AstBuilder(source, tokens, []));
        }
        catch (ParseFailedException failure) when (failure.Token.TokenIndex > comma.TokenIndex)
        {
            return failure.Token;
        }
        catch (Exception e) when (e is ParseFailedException or ParseTooDeepException or PythonSyntaxException)
        {
            // Fails elsewhere, too: the comma is to blame.
        }
        return comma;
    }

    /// <summary>A parser that stops at the first error.</summary>
    public static PythonParser NewParser(TokenBuffer tokens)
    {
        var parser = new PythonParser(tokens, TextWriter.Null, TextWriter.Null) { ErrorHandler = new StopAtFirstError() };
        parser.RemoveErrorListeners();
        parser.Interpreter.PredictionMode = PredictionMode.SLL;
        return parser;
    }
}
