using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A simple attribute-based namespace.
///
/// SimpleNamespace(**kwargs)</summary>
[PyType("SimpleNamespace", Module = "types", Subclassable = true, HasDict = true)]
public sealed partial class PySimpleNamespace : PyObject
{
    private static readonly PyStr DictName = PyStr.Constant("__dict__");

    /// <summary>An empty namespace.</summary>
    public PySimpleNamespace() : base(TypeObject.RootShape) { }

    internal PySimpleNamespace(Shape shape) : base(shape) { }

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__")]
    private Value Init(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        if (args.Length > 0)
            return thread.TypeError("no positional arguments expected");
        for (var i = 0; i < (keywords?.EntryCount ?? 0); i++)
        {
            var entry = keywords!.EntryAt(i);
            if (entry.Key.Ref is PyStr name && Operations.Attributes.Set(thread, this, name, entry.Item).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var typeName = Type.IsHeapType ? Type.Name : "namespace";
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str($"{typeName}(...)") : Value.Error;
        var text = new StringBuilder(typeName).Append('(');
        var done = AppendAttributes(thread, text);
        thread.LeaveRepr(this);
        return done ? Value.Str(text.Append(')').ToString()) : Value.Error;
    }

    private bool AppendAttributes(VmThread thread, StringBuilder text)
    {
        var attributes = Operations.Attributes.Get(thread, this, DictName);
        if (attributes.Ref is not PyDict dict)
            return false;
        var separator = "";
        for (var i = 0; i < dict.EntryCount; i++)
        {
            var entry = dict.EntryAt(i);
            if (entry.Key.Ref is not PyStr { Text.Length: > 0 } name)
                continue;
            if (Texts.Repr(thread, entry.Item) is not { } repr)
                return false;
            text.Append(separator).Append(name.Text).Append('=').Append(repr.Text);
            separator = ", ";
        }
        return true;
    }

    /// <summary>Return state information for pickling</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var attributes = Operations.Attributes.Get(thread, this, DictName);
        return attributes.IsError ? attributes : PyTuple.Of(Type, PyTuple.Empty, attributes);
    }

    [PyComparison]
    private Value CompareTo(VmThread thread, CompareOperation operation, Value value)
    {
        if (value.Ref is not PySimpleNamespace other)
            return Value.NotImplemented;
        var own = Operations.Attributes.Get(thread, this, DictName);
        var others = own.IsError ? own : Operations.Attributes.Get(thread, other, DictName);
        return others.IsError ? others : Comparison.Compare(thread, operation, own, others);
    }
}
