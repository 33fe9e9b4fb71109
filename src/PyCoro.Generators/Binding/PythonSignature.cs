// Reads a signature in Python's syntax ("iterable=(), /, *, key=None"): what inspect shows is what arguments are parsed by.

using System;
using System.Collections.Generic;
using System.Text;

namespace PyCoro.Generators.Binding;

internal sealed class PythonSignature
{
    internal sealed class Parameter
    {
        public string Name = "";
        public string? Default;
    }

    public List<Parameter> Parameters { get; } = new();

    public int PositionalOnly { get; private set; }

    public int Positional { get; private set; }

    public string? VarArgs { get; private set; }

    public string? VarKeywords { get; private set; }

    /// <summary>Null with a message when it is malformed.</summary>
    public static PythonSignature? Parse(string text, out string error)
    {
        var signature = new PythonSignature();
        error = "";
        var keywordOnly = false;
        var seenOptional = false;
        foreach (var part in Split(text))
        {
            if (part.Length == 0)
                return Fail("empty parameter", out error);
            if (signature.VarKeywords is not null)
                return Fail("nothing may follow **" + signature.VarKeywords, out error);
            if (part == "/")
            {
                if (keywordOnly || signature.PositionalOnly > 0)
                    return Fail("'/' is misplaced", out error);
                signature.PositionalOnly = signature.Parameters.Count;
                continue;
            }
            if (part.StartsWith("**", StringComparison.Ordinal))
            {
                signature.VarKeywords = part.Substring(2);
                continue;
            }
            if (part[0] == '*')
            {
                if (keywordOnly)
                    return Fail("'*' appears twice", out error);
                keywordOnly = true;
                if (part.Length > 1)
                    signature.VarArgs = part.Substring(1);
                continue;
            }
            var equals = part.IndexOf('=');
            var name = (equals < 0 ? part : part.Substring(0, equals)).Trim();
            if (!IsIdentifier(name))
                return Fail($"'{name}' is no parameter name", out error);
            if (signature.Parameters.Exists(p => p.Name == name))
                return Fail($"parameter '{name}' appears twice", out error);
            if (equals < 0 && seenOptional && !keywordOnly)
                return Fail($"'{name}' needs a default, as parameters before it have one", out error);
            seenOptional |= equals >= 0;
            signature.Parameters.Add(new Parameter { Name = name, Default = equals < 0 ? null : part.Substring(equals + 1).Trim() });
            if (!keywordOnly)
                signature.Positional = signature.Parameters.Count;
        }
        return signature;
    }

    private static PythonSignature? Fail(string message, out string error)
    {
        error = "Signature: " + message;
        return null;
    }

    /// <summary>Splits at commas outside brackets and strings.</summary>
    private static IEnumerable<string> Split(string text)
    {
        if (text.Trim().Length == 0)
            yield break;
        var part = new StringBuilder();
        var depth = 0;
        var quote = '\0';
        foreach (var c in text)
        {
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"')
                quote = c;
            else if (c is '(' or '[' or '{' or '<')
                depth++;
            else if (c is ')' or ']' or '}' or '>')
                depth--;
            else if (c == ',' && depth == 0)
            {
                yield return part.ToString().Trim();
                part.Clear();
                continue;
            }
            part.Append(c);
        }
        yield return part.ToString().Trim();
    }

    private static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || char.IsDigit(name[0]))
            return false;
        foreach (var c in name)
        {
            if (c != '_' && !char.IsLetterOrDigit(c))
                return false;
        }
        return true;
    }
}
