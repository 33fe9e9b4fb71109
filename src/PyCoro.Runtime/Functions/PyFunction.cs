using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A cell: a variable shared by a function and those nested in it (data model, Cell objects).</summary>
[PyType("cell")]
public sealed partial class PyCell : PyObject
{
    internal PyCell(Value content) : base(TypeObject.RootShape) => Content = content;

    /// <summary>The variable's value, unbound when it has none.</summary>
    internal Value Content;

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Content);
    }
}

/// <summary>A function written in Python (data model, User-defined functions). Its attributes are in FunctionAttributes.cs.</summary>
[PyType("function", HasDict = true)]
public sealed partial class PyFunction : PyObject
{
    internal PyFunction(PyCode code, PyDict globals, PyDict builtins) : base(TypeObject.RootShape)
    {
        Code = code;
        Globals = globals;
        Builtins = builtins;
        Name = code.Name;
        QualName = PyStr.Of(code.Source.QualName);
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Code);
        visit(Globals);
        visit(Builtins);
        foreach (var part in new PyObject?[] { Name, QualName, Defaults, KwDefaults, Closure, Annotations })
        {
            if (part is not null)
                visit(part);
        }
        visit(Doc);
        visit(Module);
    }

    /// <summary><c>__code__</c>.</summary>
    internal PyCode Code;

    /// <summary><c>__globals__</c>.</summary>
    internal readonly PyDict Globals;

    /// <summary><c>__builtins__</c>.</summary>
    internal readonly PyDict Builtins;

    /// <summary><c>__name__</c>.</summary>
    internal PyStr Name;

    /// <summary><c>__qualname__</c>.</summary>
    internal PyStr QualName;

    /// <summary><c>__defaults__</c>.</summary>
    internal PyTuple? Defaults;

    /// <summary><c>__kwdefaults__</c>.</summary>
    internal PyDict? KwDefaults;

    /// <summary><c>__closure__</c>.</summary>
    internal PyTuple? Closure;

    /// <summary><c>__annotations__</c> as the compiler left them (a tuple of names and values) or as a dict.</summary>
    internal PyObject? Annotations;

    /// <summary><c>__doc__</c>; unbound until it is asked for the first time.</summary>
    internal Value Doc = Value.Unbound;

    /// <summary><c>__module__</c>; unbound until it is asked for the first time.</summary>
    internal Value Module = Value.Unbound;
}
