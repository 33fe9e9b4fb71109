using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Contextvars;

/// <summary>A context variable (library reference: contextvars).</summary>
[PyType("ContextVar", Module = "_contextvars")]
internal sealed partial class PyContextVar : PyObject
{
    private readonly PyStr _name;
    private readonly Value _default;

    private PyContextVar(PyStr name, Value fallback) : base(TypeObject.RootShape)
    {
        _name = name;
        _default = fallback;
    }

    [PyNew(Signature = "name, /, *, default=<unrepresentable>")]
    private static Value New(VmThread thread, PyType type, Value name, Value fallback) =>
        name.Ref is PyStr text ? new PyContextVar(text, fallback) : thread.TypeError("context variable name must be a str");

    /// <summary>Return a value for the context variable for the current context.</summary>
    [PyMethod("get", Signature = "default=<unrepresentable>, /")]
    private Value Get(VmThread thread, Value fallback)
    {
        if (thread.CurrentContext is PyContext context && context.Variables.TryGetValue(this, out var value))
            return value;
        if (!fallback.IsUnbound)
            return fallback;
        return _default.IsUnbound ? thread.Raise(ExceptionTypes.LookupError, Value.Of(this)) : _default;
    }

    /// <summary>Call to set a new value for the context variable in the current context.</summary>
    [PyMethod("set")]
    private Value Set(VmThread thread, Value value)
    {
        var context = PyContext.Current(thread);
        var old = context.Variables.TryGetValue(this, out var before) ? before : Value.Unbound;
        context.Variables = context.Variables.SetItem(this, value);
        return new PyToken(context, this, old);
    }

    /// <summary>Reset the context variable to its value before the set() that made the token.</summary>
    [PyMethod("reset")]
    private Value Reset(VmThread thread, Value token)
    {
        if (token.Ref is not PyToken mark)
            return thread.TypeError($"expected an instance of Token, got {Texts.Repr(thread, token)?.Text}");
        var problem = mark.IsUsed ? "has already been used once"
            : !ReferenceEquals(mark.Variable, this) ? "was created by a different ContextVar"
            : !ReferenceEquals(mark.Context, PyContext.Current(thread)) ? "was created in a different Context"
            : null;
        if (problem is not null)
        {
            var repr = Texts.Repr(thread, token);
            if (repr is null)
                return Value.Error;
            return mark.IsUsed ? thread.RuntimeError($"{repr.Text} {problem}") : thread.ValueError($"{repr.Text} {problem}");
        }
        mark.IsUsed = true;
        mark.Context.Variables = mark.OldValue.IsUnbound
            ? mark.Context.Variables.Remove(this)
            : mark.Context.Variables.SetItem(this, mark.OldValue);
        return Value.None;
    }

    [PyGetter("name", Member = true)]
    private Value GetName() => _name;

    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread)
    {
        var name = Texts.Repr(thread, _name);
        if (name is null)
            return Value.Error;
        if (_default.IsUnbound)
            return Value.Str($"<ContextVar name={name.Text} at {Identity.Address(thread, this)}>");
        var fallback = Texts.Repr(thread, _default);
        return fallback is null ? Value.Error : Value.Str($"<ContextVar name={name.Text} default={fallback.Text} at {Identity.Address(thread, this)}>");
    }

    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);
}

/// <summary>What <c>ContextVar.set</c> returns.</summary>
[PyType("Token", Module = "_contextvars")]
internal sealed partial class PyToken : PyObject
{
    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    internal PyToken(PyContext context, PyContextVar variable, Value oldValue) : base(TypeObject.RootShape)
    {
        Context = context;
        Variable = variable;
        OldValue = oldValue;
    }

    internal PyContext Context { get; }

    internal PyContextVar Variable { get; }

    internal Value OldValue { get; }

    internal bool IsUsed { get; set; }

    [PyNew]
    private static Value New(VmThread thread, PyType type) => thread.RuntimeError("Tokens can only be created by ContextVars");

    [PyConstant("MISSING")]
    private static PyTokenMissing Missing => PyTokenMissing.Instance;

    [PyGetter("var")]
    private Value GetVariable() => Variable;

    [PyGetter("old_value")]
    private Value GetOldValue() => OldValue.IsUnbound ? PyTokenMissing.Instance : OldValue;

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var variable = Texts.Repr(thread, Variable);
        return variable is null
            ? Value.Error
            : Value.Str($"<Token{(IsUsed ? " used" : "")} var={variable.Text} at {Identity.Address(thread, this)}>");
    }
}

/// <summary><c>Token.MISSING</c>.</summary>
[PyType("Token.MISSING", Module = "_contextvars")]
internal sealed partial class PyTokenMissing : PyObject
{
    internal static readonly PyTokenMissing Instance = new();

    private PyTokenMissing() : base(TypeObject.RootShape) { }

    [PyMethod("__repr__")]
    private string Repr() => "<Token.MISSING>";
}
