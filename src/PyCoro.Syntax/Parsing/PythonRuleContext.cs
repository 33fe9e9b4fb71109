// ANTLR's own contexts keep a List of children and wrap every token in a node. Most contexts of this grammar have one
// child, and there are a dozen for each line of source, so children are kept here: the first in a field, the others in
// an array, and tokens stand for themselves. That halves what parsing allocates.

using Antlr4.Runtime;
using Antlr4.Runtime.Tree;

namespace PyCoro.Syntax.Grammar;

/// <summary>A node of the parse tree. Its children are <see cref="PyToken"/>s and contexts.</summary>
public class PythonRuleContext : ParserRuleContext
{
    private object? _first;
    private object[]? _others;

    /// <summary>For ANTLR.</summary>
    public PythonRuleContext()
    {
    }

    /// <summary>For ANTLR.</summary>
    public PythonRuleContext(ParserRuleContext parent, int invokingState)
        : base(parent, invokingState)
    {
    }

    /// <summary>Number of children.</summary>
    public int Count { get; private set; }

    /// <summary>The first token.</summary>
    public PyToken First => (PyToken)Start;

    /// <summary>The last token.</summary>
    public PyToken Last => (PyToken)Stop;

    /// <summary>A child.</summary>
    public object this[int index] => index == 0 ? _first! : _others![index - 1];

    /// <summary>A child that is a rule.</summary>
    public PythonRuleContext Rule(int index) => (PythonRuleContext)this[index];

    /// <summary>A child that is a token.</summary>
    public PyToken Token(int index) => (PyToken)this[index];

    /// <summary>The type of the token at an index, or 0 when a rule or nothing stands there.</summary>
    public int TokenType(int index) => (uint)index < (uint)Count && this[index] is PyToken token ? token.Type : 0;

    /// <inheritdoc/>
    public override void AddChild(RuleContext ruleInvocation) => Add(ruleInvocation);

    /// <inheritdoc/>
    public override void AddChild(ITerminalNode t) => Add(t.Symbol);

    /// <inheritdoc/>
    public override ITerminalNode AddChild(IToken matchedToken)
    {
        Add(matchedToken);
        return null!;
    }

    /// <inheritdoc/>
    public override void RemoveLastChild() => Count--;

    private void Add(object child)
    {
        if (Count == 0)
        {
            _first = child;
        }
        else if (_others is null)
        {
            _others = new object[3];
            _others[0] = child;
        }
        else
        {
            if (Count > _others.Length)
            {
                Array.Resize(ref _others, _others.Length * 2);
            }
            _others[Count - 1] = child;
        }
        Count++;
    }
}
