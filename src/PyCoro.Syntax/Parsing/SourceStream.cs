using System.Runtime.CompilerServices;
using Antlr4.Runtime;
using Antlr4.Runtime.Misc;

namespace PyCoro.Syntax.Grammar;

/// <summary>A stretch of a source as the lexer reads it; offsets are those of the whole source, so that the expressions
/// inside an f-string get their true positions.</summary>
internal sealed class SourceStream(SourceText source, int start, int end) : ICharStream
{
    private readonly string _text = source.Text;
    private int _index = start;

    public int Index => _index;
    public int Size => end;
    public string SourceName => source.FileName;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Consume() => _index++;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LA(int i)
    {
        var at = i > 0 ? _index + i - 1 : _index + i;
        return (uint)at < (uint)end ? _text[at] : TokenConstants.EOF;
    }

    public int Mark() => 0;
    public void Release(int marker) { }
    public void Seek(int index) => _index = index;
    public string GetText(Interval interval) => _text.Substring(interval.a, Math.Min(interval.b + 1, end) - interval.a);
}
