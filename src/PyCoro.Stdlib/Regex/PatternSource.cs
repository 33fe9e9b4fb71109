// The pattern as tokens: a character, or a backslash with the character behind it.

using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Regex;

/// <summary>Reads a pattern, or a template, from its beginning to its end.</summary>
internal sealed class PatternSource
{
    internal const int End = -1;

    private readonly int[] _points;
    private int _index;

    /// <summary>A pattern of code points (or bytes, when it is not text).</summary>
    internal PatternSource(int[] points, bool isText, PatternWarnings warnings)
    {
        Warnings = warnings;
        _points = points;
        IsText = isText;
        Advance();
    }

    internal bool IsText { get; }

    /// <summary>What is doubtful in it.</summary>
    internal PatternWarnings Warnings { get; }

    /// <summary>The token at the place of reading: a character, <c>\</c> for an escape, <see cref="End"/>.</summary>
    internal int Next { get; private set; }

    /// <summary>The character behind the backslash.</summary>
    internal int Escaped { get; private set; }

    /// <summary>Is it a backslash with a character?</summary>
    internal bool IsEscape => Next == '\\';

    /// <summary>Where the token starts.</summary>
    internal int Position => _index - (Next == End ? 0 : IsEscape ? 2 : 1);

    internal bool Accept(int character)
    {
        if (Next != character || IsEscape)
            return false;
        Advance();
        return true;
    }

    /// <summary>Takes the token.</summary>
    internal int Take()
    {
        var token = Next;
        Advance();
        return token;
    }

    /// <summary>Takes up to so many characters of a kind.</summary>
    internal string TakeWhile(int count, string allowed)
    {
        var taken = "";
        while (taken.Length < count && Next > 0 && Next < 0x80 && !IsEscape && allowed.Contains((char)Next))
            taken += (char)Take();
        return taken;
    }

    /// <summary>Takes a name and what ends it.</summary>
    internal string TakeUntil(char terminator, string what)
    {
        var taken = new System.Text.StringBuilder();
        while (true)
        {
            var isEscape = IsEscape;
            var escaped = Escaped;
            var token = Take();
            if (token == End)
            {
                throw taken.Length == 0
                    ? Error("missing " + what)
                    : Error($"missing {terminator}, unterminated name", CodePointCount(taken.ToString()));
            }
            if (token == terminator && !isEscape)
            {
                if (taken.Length == 0)
                    throw Error("missing " + what, 1);
                return taken.ToString();
            }
            taken.Append(Text(token));
            if (isEscape)
                taken.Append(Text(escaped));
        }
    }

    /// <summary>An error so many characters before the place of reading.</summary>
    internal RegexError Error(string message, int back = 0) => new(message, Position - back);

    /// <summary>Refuses a name that cannot be one.</summary>
    internal void CheckName(string name, int back)
    {
        var length = CodePointCount(name);
        if (!Identifiers.IsIdentifier(name))
            throw Error($"bad character in group name {Reprs.Repr(name)}", length + back);
        if (!IsText && name.Any(static unit => unit >= 0x80))
            Warnings.AddName(name, IsText, Position - length - back);
    }

    internal static string Text(int point) => point < 0x10000 ? ((char)point).ToString() : char.ConvertFromUtf32(point);

    internal static int CodePointCount(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private void Advance()
    {
        if (_index >= _points.Length)
        {
            Next = End;
            return;
        }
        Next = _points[_index++];
        if (Next != '\\')
            return;
        if (_index >= _points.Length)
            throw new RegexError("bad escape (end of pattern)", _points.Length - 1);
        Escaped = _points[_index++];
    }
}
