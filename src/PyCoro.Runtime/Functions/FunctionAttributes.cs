using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The attributes of cells.</summary>
public sealed partial class PyCell
{
    [PyNew(Signature = "contents=None, /")]
    private static Value New(VmThread thread, PyType type, Value contents) => new PyCell(contents);

    [PyGetter("cell_contents")]
    private Value GetContents(VmThread thread) => Content.IsUnbound ? thread.ValueError("Cell is empty") : Content;

    [PySetter("cell_contents")]
    private Value SetContents(Value value)
    {
        Content = value;
        return Value.None;
    }

    /// <summary>Cells compare by what they hold; an empty one comes first.</summary>
    [PyComparison]
    private Value Compare(VmThread thread, CompareOperation operation, Value value)
    {
        if (value.Ref is not PyCell other)
            return Value.NotImplemented;
        if (!Content.IsUnbound && !other.Content.IsUnbound)
            return Comparison.Compare(thread, operation, Content, other.Content);
        return Value.Bool(Sequences.Holds(operation, other.Content.IsUnbound.CompareTo(Content.IsUnbound)));
    }

    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => Content.IsUnbound
        ? $"<cell at {Identity.Address(thread, this)}: empty>"
        : $"<cell at {Identity.Address(thread, this)}: {Content.Type.Name} object at {Identity.Address(thread, Content)}>";
}

/// <summary>What Python sees of a function (data model, User-defined functions).</summary>
public sealed partial class PyFunction
{
    private static readonly PyStr ModuleKey = PyStr.Constant("__name__");
    private static readonly PyStr BuiltinsName = PyStr.Constant("__builtins__");

    /// <summary><c>__module__</c> as text, null when it is none.</summary>
    internal string? ModuleName(VmThread thread) => (GetModule().Ref as PyStr)?.Text;

    // Those that the globals name, else those of the caller: the globals stay as they are.
    private static PyDict BuiltinsFor(VmThread thread, PyDict globals) =>
        globals.GetStr(BuiltinsName).IsUnbound ? thread.Top?.Builtins ?? thread.Interpreter.Builtins.Dict : thread.Interpreter.BuiltinsOf(globals);

    [PyNew(Signature = "code, globals, name=None, argdefs=None, closure=None")]
    private static Value New(VmThread thread, PyType type, Value code, Value globals, Value name, Value argdefs, Value closure)
    {
        if (code.Ref is not PyCode body)
            return thread.TypeError($"function() argument 'code' must be code, not {code.Type.Name}");
        if (globals.Ref is not PyDict dict)
            return thread.TypeError($"function() argument 'globals' must be dict, not {globals.Type.Name}");
        var function = new PyFunction(body, dict, BuiltinsFor(thread, dict));
        if (!name.IsUnbound && !name.IsNone)
        {
            if (name.Ref is not PyStr text)
                return thread.TypeError("arg 3 (name) must be None or string");
            function.Name = text;
        }
        if (!argdefs.IsUnbound && !argdefs.IsNone)
        {
            if (argdefs.Ref is not PyTuple defaults)
                return thread.TypeError("arg 4 (defaults) must be None or tuple");
            function.Defaults = defaults;
        }
        var needed = body.Source.FreeVars.Length;
        if (!closure.IsUnbound && !closure.IsNone && closure.Ref is not PyTuple)
            return thread.TypeError("arg 5 (closure) must be None or tuple");
        function.Closure = closure.Ref as PyTuple;
        var given = function.Closure?.Items.Length ?? 0;
        if (needed > 0 && function.Closure is null)
            return thread.TypeError("arg 5 (closure) must be tuple");
        foreach (var cell in function.Closure?.Items ?? [])
        {
            if (cell.Ref is not PyCell)
                return thread.TypeError($"arg 5 (closure) expected cell, found {cell.Type.Name}");
        }
        return needed == given ? function : thread.ValueError($"{body.Name.Text} requires closure of length {needed}, not {given}");
    }

    [PyMethod("__call__")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => thread.CallFunction(this, args, names);

    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(Value instance, Value owner) => instance.IsNone ? this : new PyBoundMethod(this, instance);

    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => $"<function {QualName.Text} at {Identity.Address(thread, this)}>";

    [PyGetter("__name__")]
    private Value GetName() => Name;

    [PySetter("__name__")]
    private Value SetName(VmThread thread, Value value)
    {
        if (value.Ref is not PyStr text)
            return thread.TypeError("__name__ must be set to a string object");
        Name = text;
        return Value.None;
    }

    [PyGetter("__qualname__")]
    private Value GetQualName() => QualName;

    [PySetter("__qualname__")]
    private Value SetQualName(VmThread thread, Value value)
    {
        if (value.Ref is not PyStr text)
            return thread.TypeError("__qualname__ must be set to a string object");
        QualName = text;
        return Value.None;
    }

    [PyGetter("__module__")]
    private Value GetModule()
    {
        if (Module.IsUnbound)
        {
            var name = Globals.GetStr(ModuleKey);
            Module = name.IsUnbound ? Value.None : name;
        }
        return Module;
    }

    [PySetter("__module__")]
    private Value SetModule(Value value)
    {
        Module = value.IsUnbound ? Value.None : value;
        return Value.None;
    }

    [PyGetter("__doc__")]
    private Value GetDoc()
    {
        if (Doc.IsUnbound)
            Doc = Code.Consts.Length > 0 && Code.Consts[0].Ref is PyStr ? Code.Consts[0] : Value.None;
        return Doc;
    }

    [PySetter("__doc__")]
    private Value SetDoc(Value value)
    {
        Doc = value.IsUnbound ? Value.None : value;
        return Value.None;
    }

    [PyGetter("__code__")]
    private Value GetCode() => Code;

    [PySetter("__code__")]
    private Value SetCode(VmThread thread, Value value)
    {
        if (value.Ref is not PyCode code)
            return thread.TypeError("__code__ must be set to a code object");
        var free = Closure?.Items.Length ?? 0;
        if (code.Source.FreeVars.Length != free)
            return thread.ValueError($"{Name.Text}() requires a code object with {free} free vars, not {code.Source.FreeVars.Length}");
        Code = code;
        return Value.None;
    }

    [PyGetter("__defaults__")]
    private Value GetDefaults() => Defaults is { } defaults ? defaults : Value.None;

    [PySetter("__defaults__")]
    private Value SetDefaults(VmThread thread, Value value)
    {
        if (!value.IsUnbound && !value.IsNone && value.Ref is not PyTuple)
            return thread.TypeError("__defaults__ must be set to a tuple object");
        Defaults = value.Ref as PyTuple;
        return Value.None;
    }

    [PyGetter("__kwdefaults__")]
    private Value GetKwDefaults() => KwDefaults is { } defaults ? defaults : Value.None;

    [PySetter("__kwdefaults__")]
    private Value SetKwDefaults(VmThread thread, Value value)
    {
        if (!value.IsUnbound && !value.IsNone && value.Ref is not PyDict)
            return thread.TypeError("__kwdefaults__ must be set to a dict object");
        KwDefaults = value.Ref as PyDict;
        return Value.None;
    }

    [PyGetter("__annotations__")]
    private Value GetAnnotations()
    {
        if (Annotations is PyDict ready)
            return ready;
        var dict = new PyDict();
        if (Annotations is PyTuple pairs)
        {
            for (var i = 0; i < pairs.Items.Length; i += 2)
                dict.SetStr((PyStr)pairs.Items[i].Ref!, pairs.Items[i + 1]);
        }
        Annotations = dict;
        return dict;
    }

    [PySetter("__annotations__")]
    private Value SetAnnotations(VmThread thread, Value value)
    {
        if (!value.IsUnbound && !value.IsNone && value.Ref is not PyDict)
            return thread.TypeError("__annotations__ must be set to a dict object");
        Annotations = value.Ref as PyDict;
        return Value.None;
    }

    [PyGetter("__globals__", Member = true)]
    private Value GetGlobals() => Globals;

    [PyGetter("__builtins__", Member = true)]
    private Value GetBuiltins() => Builtins is Execution.BuiltinsMapping foreign ? foreign.Mapping : Builtins;

    [PyGetter("__closure__", Member = true)]
    private Value GetClosure() => Closure is { } closure ? closure : Value.None;
}
