// The node classes of one interpreter. They are ordinary classes with ordinary instances: scripts derive from them, add
// attributes and even replace `_fields`, as CPython lets them.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

/// <summary>The classes of the module <c>ast</c>.</summary>
internal sealed class NodeTypes
{
    private static readonly string[] PositionNames = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

    private readonly Dictionary<string, PyType> _types = [];
    private readonly Dictionary<PyType, NodeSpec> _specs = [];
    private readonly NodeLayout[] _layouts = new NodeLayout[Enum.GetValues<NodeKind>().Length];
    private readonly Dictionary<string, Value> _leaves = [];
    private Interpreter _interpreter = null!;

    /// <summary>The classes of the thread's interpreter.</summary>
    internal static NodeTypes Of(VmThread thread)
    {
        var types = thread.Interpreter.State<NodeTypes>();
        if (types._interpreter is null)
            types.MakeAll(thread.Interpreter);
        return types;
    }

    /// <summary>The class <c>AST</c>.</summary>
    internal PyType Base { get; private set; } = null!;

    /// <summary>All classes by name, bases first.</summary>
    internal IReadOnlyDictionary<string, PyType> All => _types;

    /// <summary>What a class, or the nearest base that has instances, is; null for others.</summary>
    internal NodeSpec? SpecOf(PyType type)
    {
        foreach (var candidate in type.Mro)
        {
            if (_specs.TryGetValue(candidate, out var spec))
                return spec;
        }
        return null;
    }

    /// <summary>How the parser's nodes of a class look.</summary>
    internal NodeLayout LayoutOf(NodeKind kind) => _layouts[(int)kind];

    /// <summary>The one node of an operator or context.</summary>
    internal Value Leaf(string name)
    {
        if (!_leaves.TryGetValue(name, out var leaf))
            _leaves.Add(name, leaf = new PyInstance(_types[name].RootShape));
        return leaf;
    }

    private void MakeAll(Interpreter interpreter)
    {
        _interpreter = interpreter;
        var own = new PyDict();
        var members = AstNode.TypeObject.Dict;
        foreach (var name in new[] { "__init__", "__reduce__" })
            own.SetStr(interpreter.Intern(name), members.GetStr(interpreter.Intern(name)));
        own.SetStr(interpreter.Intern("_attributes"), PyTuple.Empty);
        Base = Make("AST", PyObject.TypeObject, own, []);
        own.SetStr(interpreter.Intern("__dict__"), new PyGetSetDescriptor(Base, InstanceDictionary.Attribute));
        own.SetStr(interpreter.Intern("__doc__"), Value.None);
        foreach (var group in AbstractGrammar.Groups)
            MakeGroup(group);
    }

    private void MakeGroup(GroupSpec group)
    {
        var attributes = new PyDict();
        attributes.SetStr(_interpreter.Intern("_attributes"), PyTuple.Of(group.HasPositions ? Names(PositionNames) : []));
        if (group is { HasPositions: true, IsEndOptional: true })
        {
            attributes.SetStr(_interpreter.Intern("end_lineno"), Value.None);
            attributes.SetStr(_interpreter.Intern("end_col_offset"), Value.None);
        }
        attributes.SetStr(_interpreter.Intern("__doc__"), Value.Str(group.Doc));
        var fields = group.IsProduct ? group.Nodes[0].Fields : [];
        AddDefaults(attributes, fields);
        var type = Make(group.Name, Base, attributes, fields);
        attributes.SetStr(_interpreter.Intern("__weakref__"), new PyGetSetDescriptor(type, InstanceDictionary.WeakReference));
        foreach (var node in group.Nodes)
            MakeNode(node, type);
    }

    private void MakeNode(NodeSpec node, PyType groupType)
    {
        var type = groupType;
        if (!node.Group.IsProduct)
        {
            var attributes = new PyDict();
            attributes.SetStr(_interpreter.Intern("__doc__"), Value.Str(node.Doc));
            AddDefaults(attributes, node.Fields);
            type = Make(node.Name, groupType, attributes, node.Fields);
        }
        _specs.Add(type, node);
        if (node.Kind is { } kind)
            _layouts[(int)kind] = LayOut(node, type);
    }

    private void AddDefaults(PyDict attributes, FieldSpec[] fields)
    {
        foreach (var field in fields)
        {
            if (field.Form == FieldForm.Optional)
                attributes.SetStr(_interpreter.Intern(field.Name), Value.None);
        }
    }

    private PyType Make(string name, PyType parent, PyDict attributes, FieldSpec[] fields)
    {
        var names = PyTuple.Of(Names(Array.ConvertAll(fields, static field => field.Name)));
        attributes.SetStr(_interpreter.Intern("_fields"), names);
        attributes.SetStr(_interpreter.Intern("__match_args__"), names);
        attributes.SetStr(_interpreter.Intern("__module__"), _interpreter.Intern("ast"));
        var type = new PyType(PyType.TypeObject, name, [parent], attributes, 0)
        {
            Base = parent,
            SolidBase = PyObject.TypeObject,
            HasDict = true,
        };
        type.Mro = [type, .. parent.Mro];
        _interpreter.AddSubclass(parent, type);
        _types.Add(name, type);
        return type;
    }

    private NodeLayout LayOut(NodeSpec node, PyType type)
    {
        var shape = type.RootShape;
        foreach (var field in node.Fields)
            shape = shape.With(_interpreter.Intern(field.Name))!;
        foreach (var name in node.Group.HasPositions ? PositionNames : [])
            shape = shape.With(_interpreter.Intern(name))!;
        return new NodeLayout(node, shape);
    }

    private Value[] Names(string[] names) => Array.ConvertAll(names, name => (Value)_interpreter.Intern(name));
}

/// <summary>How the parser's nodes of a class look: its fields, then where it stands.</summary>
internal sealed record NodeLayout(NodeSpec Spec, Shape Shape);
