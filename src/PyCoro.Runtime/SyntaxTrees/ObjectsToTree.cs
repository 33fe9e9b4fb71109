// From the objects that scripts made or changed to the compiler's tree: compile(ast). Every field is looked at as CPython
// does, and the first that does not fit is reported in its words. After a failure the remaining reads return nothing and
// the half-made tree is dropped.

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

/// <summary>Reads <c>ast</c> nodes.</summary>
internal sealed partial class ObjectsToTree
{
    private readonly VmThread _thread;
    private readonly NodeTypes _types;
    private bool _failed;
    private int _depth;

    private ObjectsToTree(VmThread thread)
    {
        _thread = thread;
        _types = NodeTypes.Of(thread);
    }

    /// <summary>The tree of a root node, which must be of the class; null when it raised.</summary>
    internal static Mod? Read(VmThread thread, Value root, string expected)
    {
        var reader = new ObjectsToTree(thread);
        if (reader._types.SpecOf(root.Type) is not { Group.Name: "mod" } spec || spec.Name != expected)
        {
            thread.TypeError($"expected {expected} node, got {root.Type.Name}");
            return null;
        }
        var fields = new FieldReader(reader, root, spec);
        Mod tree = spec.Kind switch
        {
            NodeKind.Module => new Module(fields.Many<Stmt>(0, reader.ReadStmt), fields.Many<TypeIgnore>(1, reader.ReadTypeIgnore)),
            NodeKind.Interactive => new Interactive(fields.Many<Stmt>(0, reader.ReadStmt)),
            _ => new Expression(fields.One(0, reader.ReadExpr)),
        };
        return reader._failed ? null : tree;
    }

    // The class of a node of a group with alternatives, and its place, which CPython reads first.
    private NodeSpec? Begin(Value node, GroupSpec group, out SourceSpan span)
    {
        span = default;
        if (_depth++ > DepthLimit.Of(_thread) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _failed = true;
            _thread.Raise(ExceptionTypes.RecursionError, "maximum recursion depth exceeded during ast construction");
            return null;
        }
        if (group.HasPositions)
            span = ReadSpan(node, group);
        if (_failed)
            return null;
        if (group.IsProduct)
            return group.Nodes[0];
        if (_types.SpecOf(node.Type) is { } spec && ReferenceEquals(spec.Group, group))
            return spec;
        _failed = true;
        if (Texts.Repr(_thread, node) is { } repr)
            _thread.TypeError($"expected some sort of {group.Name}, but got {repr.Text}");
        return null;
    }

    private T? End<T>(T node) where T : Node
    {
        _depth--;
        return _failed ? null : node;
    }

    private SourceSpan ReadSpan(Value node, GroupSpec group)
    {
        var line = ReadPosition(node, group, "lineno", null);
        var column = ReadPosition(node, group, "col_offset", null);
        var endLine = ReadPosition(node, group, "end_lineno", group.IsEndOptional ? line : null);
        var endColumn = ReadPosition(node, group, "end_col_offset", group.IsEndOptional ? column : null);
        return new SourceSpan(line, column, endLine, endColumn);
    }

    private int ReadPosition(Value node, GroupSpec group, string name, int? otherwise)
    {
        if (_failed)
            return 0;
        var value = Get(node, name);
        if (_failed || (otherwise is not null && (value.IsUnbound || value.IsNone)))
            return otherwise ?? 0;
        return value.IsUnbound ? Missing(name, group.Name) : ReadInt(value);
    }

    private Value Get(Value node, string name)
    {
        var value = Attributes.TryGet(_thread, node, _thread.Interpreter.Intern(name));
        _failed |= value.IsError;
        return value;
    }

    private int Missing(string field, string owner)
    {
        _failed = true;
        _thread.TypeError($"required field \"{field}\" missing from {owner}");
        return 0;
    }

    private int ReadInt(Value value)
    {
        if (!value.TryGetBigInteger(out var number))
        {
            _failed = true;
            if (Texts.Repr(_thread, value) is { } repr)
                _thread.ValueError($"invalid integer value: {repr.Text}");
            return 0;
        }
        if (number >= int.MinValue && number <= int.MaxValue)
            return (int)number;
        _failed = true;
        _thread.Raise(ExceptionTypes.OverflowError, "Python int too large to convert to C int");
        return 0;
    }

    private string? ReadText(Value value, string type)
    {
        if (value.Ref is PyStr text && ReferenceEquals(value.Type, PyStr.TypeObject))
            return text.Text;
        if (value.Ref is PyStr derived && type == "string")
            return derived.Text;
        _failed = true;
        _thread.TypeError($"AST {type} must be of type str");
        return null;
    }

    // The fields of one node, by their index.
    private readonly struct FieldReader(ObjectsToTree reader, Value node, NodeSpec spec)
    {
        public T One<T>(int index, Func<Value, T?> read) where T : class
        {
            var value = Required(index);
            if (reader._failed)
                return null!;
            // A product takes None for a node without fields, as CPython does; elsewhere None means that there is nothing.
            if (!value.IsNone || IsProduct(index))
                return read(value)!;
            reader._failed = true;
            reader._thread.ValueError($"field '{spec.Fields[index].Name}' is required for {spec.Name}");
            return null!;
        }

        public T? Optional<T>(int index, Func<Value, T?> read) where T : class
        {
            if (reader._failed)
                return null;
            var value = reader.Get(node, spec.Fields[index].Name);
            return reader._failed || value.IsUnbound || value.IsNone ? null : read(value);
        }

        // An item that is None stays null here; whether it may be is for the validator to say.
        public ImmutableArray<T> Many<T>(int index, Func<Value, T?> read) where T : class
        {
            var value = Required(index);
            if (reader._failed)
                return [];
            var name = spec.Fields[index].Name;
            if (value.Ref is not PyList list)
            {
                reader._failed = true;
                reader._thread.TypeError($"{spec.Name} field \"{name}\" must be a list, not a {value.Type.Name}");
                return [];
            }
            var count = list.Count;
            var items = ImmutableArray.CreateBuilder<T>(count);
            for (var i = 0; i < count; i++)
            {
                var item = list.Items[i];
                items.Add(item.IsNone && !IsProduct(index) && spec.Fields[index].Type != "identifier" ? null! : read(item)!);
                if (reader._failed)
                    return [];
                if (list.Count == count)
                    continue;
                reader._failed = true;
                reader._thread.RuntimeError($"{spec.Name} field \"{name}\" changed size during iteration");
                return [];
            }
            return items.MoveToImmutable();
        }

        public ImmutableArray<CmpOperator> Operators(int index)
        {
            var read = reader;
            return [.. Many(index, value => (object)read.ReadLeaf<CmpOperator>(value, "cmpop")).Select(static op => (CmpOperator)op)];
        }

        public T Leaf<T>(int index) where T : struct, Enum
        {
            var value = Required(index);
            return reader._failed ? default : reader.ReadLeaf<T>(value, spec.Fields[index].Type);
        }

        public string Identifier(int index) => One(index, Identifier)!;

        public string? OptionalIdentifier(int index) => Optional(index, Identifier);

        public ImmutableArray<string> Identifiers(int index) => Many(index, Identifier);

        public string? OptionalText(int index) => Optional(index, Text);

        public string RequiredText(int index) => One(index, Text)!;

        public int Int(int index)
        {
            var value = Required(index);
            return reader._failed ? 0 : reader.ReadInt(value);
        }

        public int OptionalInt(int index)
        {
            if (reader._failed)
                return 0;
            var value = reader.Get(node, spec.Fields[index].Name);
            return reader._failed || value.IsUnbound || value.IsNone ? 0 : reader.ReadInt(value);
        }

        public object? Constant(int index)
        {
            var value = Required(index);
            return reader._failed ? null : reader.ReadConstant(value);
        }

        private string? Identifier(Value value) => reader.ReadText(value, "identifier");

        private string? Text(Value value) => reader.ReadText(value, "string");

        private Value Required(int index)
        {
            if (reader._failed)
                return Value.None;
            var value = reader.Get(node, spec.Fields[index].Name);
            if (!reader._failed && value.IsUnbound)
                reader.Missing(spec.Fields[index].Name, spec.Name);
            return value;
        }

        private bool IsProduct(int index)
        {
            var type = spec.Fields[index].Type;
            return type is "arguments" or "arg" or "keyword" or "alias" or "withitem" or "match_case" or "comprehension";
        }
    }

    private T ReadLeaf<T>(Value value, string group) where T : struct, Enum
    {
        if (_types.SpecOf(value.Type) is { } spec && spec.Group.Name == group)
            return Enum.Parse<T>(spec.Name);
        _failed = true;
        if (Texts.Repr(_thread, value) is { } repr)
            _thread.TypeError($"expected some sort of {group}, but got {repr.Text}");
        return default;
    }
}
