using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.SyntaxTrees;

/// <summary>What all node classes can do. Scripts may change the class <c>ast.AST</c>, so that each interpreter makes its own
/// from the members of this one, which nobody sees.</summary>
[PyType("AST", Module = "ast", Instances = typeof(PyInstance))]
internal static partial class AstNode
{
    private static readonly PyStr Fields = PyStr.Constant("_fields");

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__")]
    private static Value Init(VmThread thread, Value self, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        var type = self.Type;
        var fields = Attributes.TryGet(thread, type, Fields);
        if (fields.IsError)
            return fields;
        long count = 0;
        if (!fields.IsUnbound && !Items.TryLength(thread, fields, out count))
            return Value.Error;
        if (args.Length > count)
            return thread.TypeError($"{type.Name} constructor takes at most {count} positional argument{(count == 1 ? "" : "s")}");
        for (var i = 0; i < args.Length; i++)
        {
            var name = Items.Get(thread, fields, Value.Int(i));
            if (name.IsError || Set(thread, self, name, args[i]).IsError)
                return Value.Error;
        }
        for (var place = 0; keywords is not null && place < keywords.EntryCount; place++)
        {
            var entry = keywords.EntryAt(place);
            if (entry.Key.Ref is not PyStr name)
                continue;
            if (args.Length > 0)
            {
                var index = IndexOf(thread, fields, count, name);
                if (index == -2)
                    return Value.Error;
                if (index >= 0 && index < args.Length)
                    return thread.TypeError($"{type.Name} got multiple values for argument '{name.Text}'");
            }
            if (Attributes.Set(thread, self, name, entry.Item).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    [PyMethod("__reduce__")]
    private static Value Reduce(Value self)
    {
        var instance = (PyInstance)self.Ref!;
        return PyTuple.Of(instance.Type, PyTuple.Empty, InstanceAttributes.Materialize(instance));
    }

    private static Value Set(VmThread thread, Value self, Value name, Value value) => name.Ref is PyStr text
        ? Attributes.Set(thread, self, text, value)
        : thread.TypeError($"attribute name must be string, not '{name.Type.Name}'");

    // -1 when no field has the name, -2 after an error.
    private static int IndexOf(VmThread thread, Value fields, long count, PyStr name)
    {
        for (var i = 0; i < count; i++)
        {
            var field = Items.Get(thread, fields, Value.Int(i));
            if (field.IsError)
                return -2;
            if (field.Ref is PyStr text && PyStr.Same(text, name))
                return i;
        }
        return -1;
    }
}
