// A member's docstring is its XML summary: one text serves readers of the C# and users of help().

using System;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace PyCoro.Generators.Binding;

internal static class DocumentationText
{
    internal static string? Of(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml))
            return null;
        try
        {
            var summary = XElement.Parse("<doc>" + xml + "</doc>").Descendants("summary").FirstOrDefault();
            if (summary is null)
                return null;
            var text = new StringBuilder();
            Append(text, summary);
            var lines = text.ToString().Replace("\r", "").Trim('\n', ' ').Split('\n');
            // The compiler indents by four; the blank behind "///" it takes away only where no line is empty.
            var indentation = lines.Any(string.IsNullOrWhiteSpace) ? 5 : 4;
            var plain = string.Join("\n", lines.Select((line, number) => number == 0 ? line.TrimEnd() : Dedent(line, indentation)));
            return plain.Length == 0 ? null : plain;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Dedent(string line, int most)
    {
        var start = 0;
        while (start < most && start < line.Length && line[start] == ' ')
            start++;
        return line.Substring(start).TrimEnd();
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText plain)
                text.Append(plain.Value);
            else if (node is XElement inner && inner.Nodes().Any())
                Append(text, inner);
            else if (node is XElement reference)
                text.Append(Name(reference));
        }
    }

    private static string Name(XElement reference)
    {
        var name = (string?)reference.Attribute("name") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("cref") ?? "";
        var parameters = name.IndexOf('(');
        if (parameters >= 0)
            name = name.Substring(0, parameters);
        return name.Substring(name.LastIndexOfAny(new[] { '.', ':' }) + 1);
    }
}
