// One parse: tokens, parse tree, AST. The grammar needs one token of lookahead almost everywhere, so the fast SLL
// prediction always suffices and a failure is an error in the source; what kind of error is found out afterwards by
// Errors.SyntaxDiagnosis, so that correct source pays nothing for it.

using System.Collections.Immutable;
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
        var warnings = new List<SyntaxWarning>();
        var (tokens, reader) = TokenReader.Read(source, warnings);
        var parser = NewParser(tokens);
        var builder = new AstBuilder(source, tokens, warnings);
        try
        {
            Mod module = mode switch
            {
                ParseMode.File => builder.File(parser.fileInput()),
                ParseMode.Interactive => builder.Interactive(parser.interactiveInput()),
                _ => builder.Expression(parser.expressionInput()),
            };
            return new ParseResult(module, [.. warnings], source);
        }
        catch (ParseFailedException failed)
        {
            throw SyntaxDiagnosis.Explain(source, tokens, reader, parser, failed.Token);
        }
        catch (ParseTooDeepException tooDeep)
        {
            throw SyntaxDiagnosis.TooDeep(source, tooDeep.Token);
        }
    }

    /// <summary>Parses the expression between the braces of an f-string.</summary>
    public static Expr ParseReplacementField(SourceText source, int start, int end, List<SyntaxWarning> warnings)
    {
        var (tokens, reader) = TokenReader.ReadReplacementField(source, start, end, warnings);
        var parser = NewParser(tokens);
        try
        {
            return new AstBuilder(source, tokens, warnings).ReplacementField(parser.replacementField());
        }
        catch (ParseFailedException failed)
        {
            throw SyntaxDiagnosis.Explain(source, tokens, reader, parser, failed.Token);
        }
        catch (ParseTooDeepException tooDeep)
        {
            throw SyntaxDiagnosis.TooDeep(source, tooDeep.Token);
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
