// From the parser's tree to the objects that scripts see: what compile() with PyCF_ONLY_AST returns.

using System.Collections;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

/// <summary>Makes <c>ast</c> nodes.</summary>
internal sealed class TreeToObjects
{
    private readonly VmThread _thread;
    private readonly NodeTypes _types;
    private int _depth;

    private TreeToObjects(VmThread thread)
    {
        _thread = thread;
        _types = NodeTypes.Of(thread);
    }

    /// <summary>A tree as objects; RecursionError when it is too deep.</summary>
    internal static Value Convert(VmThread thread, Mod tree) => new TreeToObjects(thread).ConvertNode(tree);

    private Value ConvertNode(Node node)
    {
        if (++_depth > DepthLimit.Of(_thread) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return _thread.Raise(ExceptionTypes.RecursionError, "maximum recursion depth exceeded during ast construction");
        var layout = _types.LayoutOf(node.Kind);
        var slots = new Value[layout.Shape.Count];
        var index = 0;
        foreach (var field in node.Fields)
        {
            var value = ConvertField(field.Value, layout.Spec.Fields[index].Type);
            if (value.IsError)
                return value;
            slots[index++] = value;
        }
        if (layout.Spec.Group.HasPositions)
        {
            var span = node.Span;
            slots[index++] = Value.Int(span.Line);
            slots[index++] = Value.Int(span.Column);
            slots[index++] = Value.Int(span.EndLine);
            slots[index] = Value.Int(span.EndColumn);
        }
        _depth--;
        return new PyInstance(layout.Shape) { Slots = slots };
    }

    private Value ConvertField(object? value, string type)
    {
        switch (type)
        {
            case "identifier" when value is string name:
                return _thread.Interpreter.Intern(name);
            case "constant":
                return value is string text ? Value.Str(text) : PyCode.ToValue(_thread.Interpreter, value);
        }
        switch (value)
        {
            case null:
                return Value.None;
            case Node node:
                return ConvertNode(node);
            case int number:
                return Value.Int(number);
            case string text:
                return Value.Str(text);
            case Enum leaf:
                return _types.Leaf(leaf.ToString());
        }
        var list = new PyList();
        foreach (var item in (IEnumerable)value)
        {
            var converted = ConvertField(item, type);
            if (converted.IsError)
                return converted;
            list.Append(converted);
        }
        return list;
    }
}

/// <summary>How deep trees may be: CPython counts three levels for each of the recursion limit.</summary>
internal static class DepthLimit
{
    internal static int Of(VmThread thread) => thread.Interpreter.RecursionLimit * 3;
}
