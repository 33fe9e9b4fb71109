// What sub() puts in place of a match: text and groups in turn (library reference: re.sub).

using System.Globalization;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

/// <summary>A template that was read.</summary>
internal sealed class ReplacementTemplate
{
    private const string OctalDigits = "01234567";

    // A text, or (where it is unbound) a group.
    private readonly List<(Value Text, int Group)> _parts = [];

    private ReplacementTemplate() { }

    /// <summary>Reads a template; null with an exception pending when it is wrong.</summary>
    internal static ReplacementTemplate? Read(VmThread thread, PyPattern pattern, Value source)
    {
        var template = new ReplacementTemplate();
        int[] points;
        var isText = source.Ref is PyStr;
        if (source.Ref is PyStr text)
        {
            if (!text.Text.Contains('\\'))
            {
                template._parts.Add((text, 0));
                return template;
            }
            points = Subject.PointsOf(text);
        }
        else if (Buffers.TryRead(source, out var bytes))
        {
            if (!bytes.Contains((byte)'\\'))
            {
                template._parts.Add((source, 0));
                return template;
            }
            points = Array.ConvertAll(bytes.ToArray(), static unit => (int)unit);
        }
        else
        {
            // Nothing to read: it fails when it is joined, if there is a match at all.
            template._parts.Add((source, 0));
            return template;
        }
        var warnings = new PatternWarnings();
        try
        {
            new Reader(template, pattern, new PatternSource(points, isText, warnings)).Read();
            return warnings.TryIssue(thread) ? template : null;
        }
        catch (RegexError error)
        {
            if (warnings.TryIssue(thread))
                RegexState.Raise(thread, error, source);
            return null;
        }
    }

    /// <summary>Appends what takes the place of a match.</summary>
    internal void Append(PyList output, Subject subject, int start, int end, int[] marks)
    {
        foreach (var (text, group) in _parts)
        {
            if (!text.IsUnbound)
                output.Append(text);
            else if (group == 0)
                output.Append(subject.Part(start, end));
            else if (marks[2 * group - 2] is var first and >= 0 && marks[2 * group - 1] >= first)
                output.Append(subject.Part(first, marks[2 * group - 1]));
        }
    }

    private sealed class Reader(ReplacementTemplate template, PyPattern pattern, PatternSource source)
    {
        private readonly List<int> _literal = [];

        internal void Read()
        {
            while (source.Next != PatternSource.End)
            {
                var isEscape = source.IsEscape;
                var escaped = source.Escaped;
                var token = source.Take();
                if (!isEscape)
                    _literal.Add(token);
                else
                    ReadEscape(escaped);
            }
            Flush();
        }

        private void ReadEscape(int escaped)
        {
            switch (escaped)
            {
                case 'g':
                    ReadGroup();
                    return;
                case '0':
                    _literal.Add(Convert.ToInt32("0" + source.TakeWhile(2, OctalDigits), 8) & 255);
                    return;
                case >= '1' and <= '9':
                    ReadNumber((char)escaped);
                    return;
            }
            var place = "abfnrtv\\".IndexOf(escaped < 0x80 ? (char)escaped : '\0', StringComparison.Ordinal);
            if (place >= 0 && escaped != 0)
                _literal.Add("\a\b\f\n\r\t\v\\"[place]);
            else if (escaped < 0x80 && char.IsAsciiLetter((char)escaped))
                throw source.Error($"bad escape \\{(char)escaped}", 2);
            else
                _literal.AddRange(['\\', escaped]);
        }

        private void ReadGroup()
        {
            if (!source.Accept('<'))
                throw source.Error("missing <");
            var name = source.TakeUntil('>', "group name");
            var length = PatternSource.CodePointCount(name);
            int group;
            if (Identifiers.IsIdentifier(name))
            {
                source.CheckName(name, 1);
                if (!pattern.TryFindGroup(name, out group))
                    throw new RegexError($"unknown group name {Reprs.Repr(name)}") { Kind = "IndexError" };
            }
            else
            {
                if (!PatternParser.TryParseNumber(name, out var number))
                    throw source.Error($"bad character in group name {Reprs.Repr(name)}", length + 1);
                if (!name.All(char.IsAsciiDigit))
                    source.Warnings.AddName(name, source.IsText, source.Position - length - 1);
                if (number > pattern.GroupCount)
                    throw source.Error($"invalid group reference {number}", length + 1);
                group = (int)number;
            }
            AddGroup(group, length + 1);
        }

        private void ReadNumber(char first)
        {
            var digits = first.ToString();
            if (source.Next is >= '0' and <= '9')
            {
                digits += (char)source.Take();
                if (OctalDigits.Contains(digits[0]) && OctalDigits.Contains(digits[1]) && source.Next is >= '0' and <= '7')
                {
                    digits += (char)source.Take();
                    var code = Convert.ToInt32(digits, 8);
                    if (code > 255)
                        throw source.Error($"octal escape value \\{digits} outside of range 0-0o377", digits.Length + 1);
                    _literal.Add(code);
                    return;
                }
            }
            AddGroup(int.Parse(digits, CultureInfo.InvariantCulture), digits.Length);
        }

        private void AddGroup(int group, int back)
        {
            if (group > pattern.GroupCount)
                throw source.Error($"invalid group reference {group}", back);
            Flush();
            template._parts.Add((Value.Unbound, group));
        }

        private void Flush()
        {
            if (_literal.Count == 0)
                return;
            template._parts.Add((source.IsText
                ? Value.Str(string.Concat(_literal.Select(PatternSource.Text)))
                : new PyBytes([.. _literal.Select(static point => (byte)point)]), 0));
            _literal.Clear();
        }
    }
}
