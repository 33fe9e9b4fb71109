// Prints a tree letter by letter as CPython's `ast.dump(tree, indent=3)` does, which is what `python3 -m ast` prints: the
// comparison of this parser with CPython's rests on it.

using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using PyCoro.Syntax.Ast;

namespace PyCoro.Syntax;

/// <summary>Prints abstract syntax trees (library reference: <c>ast.dump</c>).</summary>
public sealed class AstDump
{
    private readonly TextWriter _output;
    private readonly bool _attributes;
    private readonly bool _flattenFStrings;
    private SourceSpan? _fString;

    private AstDump(TextWriter output, bool attributes, bool flattenFStrings)
    {
        _output = output;
        _attributes = attributes;
        _flattenFStrings = flattenFStrings;
    }

    /// <summary>Writes a tree.</summary>
    /// <exception cref="PythonSyntaxException">The tree is nested deeper than the stack allows.</exception>
    /// <param name="tree">The root.</param>
    /// <param name="output">Where to.</param>
    /// <param name="includeAttributes">With positions, as <c>python3 -m ast -a</c>.</param>
    /// <param name="flattenFStrings">Give every node inside an f-string the position of the whole: the two parsers differ
    /// inside f-strings on purpose, and a comparison leaves that out.</param>
    public static void Write(Mod tree, TextWriter output, bool includeAttributes, bool flattenFStrings = false) =>
        new AstDump(output, includeAttributes, flattenFStrings).WriteNode(tree, 0);

    /// <summary>A tree as text.</summary>
    public static string ToText(Mod tree, bool includeAttributes)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        Write(tree, writer, includeAttributes);
        return writer.ToString();
    }

    private void WriteValue(object? value, int level)
    {
        switch (value)
        {
            case Node node:
                WriteNode(node, level);
                break;
            case Operator or BoolOperator or UnaryOperator or CmpOperator or ExprContext:
                _output.Write(value.ToString());
                _output.Write("()");
                break;
            case byte[] or string:
                _output.Write(ConstantRepr.Of(value));
                break;
            case IEnumerable list:
                WriteList(list, level);
                break;
            default:
                _output.Write(ConstantRepr.Of(value));
                break;
        }
    }

    private void WriteList(IEnumerable list, int level)
    {
        level++;
        _output.Write('[');
        var first = true;
        foreach (var item in list)
        {
            Separate(level, ref first);
            WriteValue(item, level);
        }
        _output.Write(']');
    }

    private void WriteNode(Node node, int level)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new PythonSyntaxException(
                SyntaxErrorKind.RecursionError, "maximum recursion depth exceeded during ast construction", "", 0, 0, null, 0, 0);
        }
        level++;
        var outer = _fString;
        if (_flattenFStrings && node is JoinedStr)
        {
            _fString ??= node.Span;
        }
        var hasSpan = _attributes && node.Span.Line > 0;
        var span = _fString ?? node.Span;
        int count = hasSpan ? 4 : 0;
        var simple = true;
        foreach (var field in node.Fields)
        {
            if (IsShown(node, field))
            {
                count++;
                simple &= IsSimple(field.Value);
            }
        }
        var inline = simple && count <= 3;
        _output.Write(node.NodeName);
        _output.Write('(');
        var first = true;
        foreach (var field in node.Fields)
        {
            if (IsShown(node, field))
            {
                SeparateField(inline, level, ref first);
                _output.Write(field.Name);
                _output.Write('=');
                WriteValue(field.Value, level);
            }
        }
        if (hasSpan)
        {
            WriteAttribute("lineno", span.Line, level, ref first);
            WriteAttribute("col_offset", span.Column, level, ref first);
            WriteAttribute("end_lineno", span.EndLine, level, ref first);
            WriteAttribute("end_col_offset", span.EndColumn, level, ref first);
        }
        _output.Write(')');
        _fString = outer;
    }

    private void WriteAttribute(string name, int value, int level, ref bool first)
    {
        Separate(level, ref first);
        _output.Write(name);
        _output.Write('=');
        _output.Write(value);
    }

    private void SeparateField(bool inline, int level, ref bool first)
    {
        if (!inline)
        {
            Separate(level, ref first);
            return;
        }
        if (!first)
        {
            _output.Write(", ");
        }
        first = false;
    }

    private void Separate(int level, ref bool first)
    {
        _output.Write(first ? "\n" : ",\n");
        for (var i = 0; i < level; i++)
        {
            _output.Write("   ");
        }
        first = false;
    }

    // Optional fields that are None are left out; the value of a constant is never optional.
    private static bool IsShown(Node node, NodeField field) =>
        field.Value is not null || (node is Constant or MatchSingleton && field.Name == "value");

    private bool IsSimple(object? value)
    {
        switch (value)
        {
            case Node node:
                if (_attributes && node.Span.Line > 0)
                {
                    return false;
                }
                foreach (var field in node.Fields)
                {
                    if (IsShown(node, field))
                    {
                        return false;
                    }
                }
                return true;
            case string or byte[]:
                return true;
            case IEnumerable list:
                return !list.GetEnumerator().MoveNext();
            default:
                return true;
        }
    }
}
