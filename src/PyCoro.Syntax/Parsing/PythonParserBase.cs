// What the generated parser inherits: token matching without ANTLR's listeners and error recovery, which are never used
// here, and a guard against running out of stack, since source may be nested as deep as it likes.

using System.Runtime.CompilerServices;
using Antlr4.Runtime;

namespace PyCoro.Syntax.Grammar;

/// <summary>Base of the generated parser.</summary>
public abstract class PythonParserBase(ITokenStream input, TextWriter output, TextWriter errorOutput)
    : Parser(input, output, errorOutput)
{
    private readonly TokenBuffer _tokens = (TokenBuffer)input;

    /// <inheritdoc/>
    public override IToken Match(int ttype)
    {
        var token = _tokens.Current;
        if (token.Type != ttype)
        {
            throw new ParseFailedException(token);
        }
        return Consume();
    }

    /// <inheritdoc/>
    public override IToken Consume()
    {
        var token = _tokens.Current;
        if (token.Type != TokenConstants.EOF)
        {
            _tokens.Consume();
        }
        Context.AddChild(token);
        return token;
    }

    /// <inheritdoc/>
    public override void EnterRule(ParserRuleContext localctx, int state, int ruleIndex)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ParseTooDeepException(_tokens.Current);
        }
        State = state;
        Context?.AddChild(localctx);
        Context = localctx;
        localctx.Start = _tokens.Current;
    }

    /// <inheritdoc/>
    public override void ExitRule()
    {
        var context = Context;
        context.Stop = _tokens.Previous;
        State = context.invokingState;
        Context = (ParserRuleContext)context.Parent;
    }
}

/// <summary>The tokens do not fit the grammar at this token.</summary>
internal sealed class ParseFailedException(PyToken token) : Exception
{
    public PyToken Token { get; } = token;
}

/// <summary>The source is nested deeper than the stack allows.</summary>
internal sealed class ParseTooDeepException(PyToken token) : Exception
{
    public PyToken Token { get; } = token;
}

/// <summary>Stops at the first error: what is wrong is found out afterwards, from the tokens.</summary>
internal sealed class StopAtFirstError : DefaultErrorStrategy
{
    public override void Recover(Parser recognizer, RecognitionException e) =>
        throw new ParseFailedException((PyToken)(e.OffendingToken ?? recognizer.CurrentToken));

    public override IToken RecoverInline(Parser recognizer) => throw new ParseFailedException((PyToken)recognizer.CurrentToken);

    public override void Sync(Parser recognizer)
    {
    }

    public override void ReportError(Parser recognizer, RecognitionException e)
    {
    }

    public override void ReportMatch(Parser recognizer)
    {
    }
}
