using Antlr4.Runtime;
using Antlr4.Runtime.Misc;

namespace PyCoro.Syntax.Grammar;

/// <summary>All tokens of a source as the parser reads them. ANTLR's own streams fetch and filter channels on each step;
/// here the whole list is there before parsing starts, and diagnosing an error can look around in it.</summary>
internal sealed class TokenBuffer(PyToken[] tokens, int count) : ITokenStream
{
    private int _index;

    /// <summary>The tokens, the last one EOF.</summary>
    public ReadOnlySpan<PyToken> All => tokens.AsSpan(0, count);

    /// <summary>The token to be read next.</summary>
    public PyToken Current => tokens[_index];

    /// <summary>The token read last, or the first when none was.</summary>
    public PyToken Previous => tokens[_index == 0 ? 0 : _index - 1];

    public int Index => _index;
    public int Size => count;
    public string SourceName => tokens[0].Source.FileName;
    public ITokenSource TokenSource => null!;

    public void Consume()
    {
        if (_index < count - 1)
        {
            _index++;
        }
    }

    public int LA(int i)
    {
        var at = i > 0 ? _index + i - 1 : _index + i;
        return at < 0 ? 0 : tokens[at < count ? at : count - 1].Type;
    }

    public IToken LT(int k)
    {
        var at = k > 0 ? _index + k - 1 : _index + k;
        return at < 0 ? null! : tokens[at < count ? at : count - 1];
    }

    public IToken Get(int i) => tokens[i];
    public int Mark() => 0;
    public void Release(int marker) { }
    public void Seek(int index) => _index = index;
    public string GetText(Interval interval) => string.Empty;
    public string GetText() => string.Empty;
    public string GetText(RuleContext ctx) => string.Empty;
    public string GetText(IToken start, IToken stop) => string.Empty;
}
