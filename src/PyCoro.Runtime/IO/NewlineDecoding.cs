// Line ends in text that comes in pieces (library reference: io.TextIOWrapper, universal newlines): a return at the end of a
// piece waits for the next one, because a line feed may follow.

namespace PyCoro.Runtime.Objects;

/// <summary>Finds, and if wanted translates, line ends in pieces of text.</summary>
internal sealed class NewlineDecoding(bool translates)
{
    private const int ReturnSeen = 1;
    private const int FeedSeen = 2;
    private const int BothSeen = 4;

    private int _seen;

    /// <summary>A return waits for the next piece.</summary>
    internal bool HoldsReturn { get; set; }

    /// <summary>What kinds of line ends have been seen: None, a str, or a tuple of them.</summary>
    internal Values.Value Seen
    {
        get
        {
            var kinds = new List<Values.Value>(3);
            if ((_seen & ReturnSeen) != 0)
                kinds.Add(Values.Value.Str("\r"));
            if ((_seen & FeedSeen) != 0)
                kinds.Add(Values.Value.Str("\n"));
            if ((_seen & BothSeen) != 0)
                kinds.Add(Values.Value.Str("\r\n"));
            return kinds.Count switch { 0 => Values.Value.None, 1 => kinds[0], _ => PyTuple.Of([.. kinds]) };
        }
    }

    /// <summary>The next piece of the text.</summary>
    internal string Decode(string text, bool isFinal)
    {
        if (HoldsReturn && (text.Length > 0 || isFinal))
        {
            text = "\r" + text;
            HoldsReturn = false;
        }
        if (!isFinal && text.EndsWith('\r'))
        {
            text = text[..^1];
            HoldsReturn = true;
        }
        if (!text.Contains('\r', StringComparison.Ordinal))
        {
            if ((_seen & FeedSeen) == 0 && text.Contains('\n', StringComparison.Ordinal))
                _seen |= FeedSeen;
            return text;
        }
        for (var at = text.AsSpan().IndexOfAny('\r', '\n'); at >= 0;)
        {
            var isBoth = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            _seen |= isBoth ? BothSeen : text[at] == '\r' ? ReturnSeen : FeedSeen;
            if (_seen == (ReturnSeen | FeedSeen | BothSeen))
                break;
            at += isBoth ? 2 : 1;
            var next = text.AsSpan(at).IndexOfAny('\r', '\n');
            at = next < 0 ? -1 : at + next;
        }
        return translates ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }

    /// <summary>Forgets all.</summary>
    internal void Reset()
    {
        _seen = 0;
        HoldsReturn = false;
    }
}
