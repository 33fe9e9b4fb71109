// Functions that run code: eval, exec, __import__, and the ways out of the program.

using PyCoro.Compiler;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Builtins;

internal static partial class BuiltinsModule
{
    /// <summary>Evaluate the given source in the context of globals and locals.
    ///
    /// The source may be a string representing a Python expression
    /// or a code object as returned by compile().
    /// The globals must be a dictionary and locals can be any mapping,
    /// defaulting to the current globals and locals.
    /// If only globals is given, locals defaults to it.</summary>
    [PyFunction("eval", Signature = "source, globals=None, locals=None, /")]
    private static Value Eval(VmThread thread, Value source, Value globals, Value locals)
    {
        if (!locals.IsUnbound && !locals.IsNone && !locals.Type.Has(Special.GetItem))
            return thread.TypeError("locals must be a mapping");
        if (!globals.IsUnbound && !globals.IsNone && globals.Ref is not PyDict)
        {
            return thread.TypeError(globals.Type.Has(Special.GetItem)
                ? "globals must be a real dict; try eval(code, {}, mapping)"
                : "globals must be a dict");
        }
        if (!TryScopes(thread, globals, locals, out var scope, out var names))
            return Value.Error;
        if (source.Ref is PyCode { Source.FreeVars.Length: > 0 })
            return thread.TypeError("code object passed to eval() may not contain free variables");
        var code = source.Ref as PyCode ?? CompileString(thread, "eval", source, CompileMode.Eval);
        return code is null || !Auditing.Raise(thread, "exec", code) ? Value.Error : thread.Interpreter.Execute(thread, code, scope, names, null);
    }

    /// <summary>Execute the given source in the context of globals and locals.
    ///
    /// The source may be a string representing one or more Python statements
    /// or a code object as returned by compile().
    /// The globals must be a dictionary and locals can be any mapping,
    /// defaulting to the current globals and locals.
    /// If only globals is given, locals defaults to it.
    /// The closure must be a tuple of cellvars, and can only be used
    /// when source is a code object requiring exactly that many cellvars.</summary>
    [PyFunction("exec", Signature = "source, globals=None, locals=None, /, *, closure=None")]
    private static Value Exec(VmThread thread, Value source, Value globals, Value locals, Value closure)
    {
        if (!globals.IsUnbound && !globals.IsNone && globals.Ref is not PyDict)
            return thread.TypeError($"exec() globals must be a dict, not {globals.Type.Name}");
        if (!locals.IsUnbound && !locals.IsNone && !locals.Type.Has(Special.GetItem))
            return thread.TypeError($"locals must be a mapping or None, not {locals.Type.Name}");
        if (!TryScopes(thread, globals, locals, out var scope, out var names))
            return Value.Error;
        var cells = closure.Ref as PyTuple;
        var hasClosure = !closure.IsUnbound && !closure.IsNone;
        if (source.Ref is PyCode code)
        {
            var needed = code.Source.FreeVars.Length;
            if (needed == 0 && hasClosure)
                return thread.TypeError("cannot use a closure with this code object");
            if (needed > 0 && (cells is null || cells.Items.Length != needed || !Array.TrueForAll(cells.Items, static cell => cell.Ref is PyCell)))
                return thread.TypeError($"code object requires a closure of exactly length {needed}");
        }
        else if (hasClosure)
        {
            return thread.TypeError("closure can only be used when source is a code object");
        }
        else if (CompileString(thread, "exec", source, CompileMode.Exec) is { } compiled)
        {
            code = compiled;
        }
        else
        {
            return Value.Error;
        }
        if (!Auditing.Raise(thread, "exec", code))
            return Value.Error;
        var result = thread.Interpreter.Execute(thread, code, scope, names, cells);
        if (result.Ref is PyCoroutine unawaited)
            thread.Interpreter.WarnNeverAwaited(thread, unawaited);
        return result.IsError ? Value.Error : Value.None;
    }

    /// <summary>__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class; used by the class statement.</summary>
    [PyFunction("__build_class__")]
    private static Value BuildClass(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? kwds) =>
        Runtime.Types.ClassBuilder.Build(thread, args, kwds);

    /// <summary>Import a module.
    ///
    /// Because this function is meant for use by the Python
    /// interpreter and not for general use, it is better to use
    /// importlib.import_module() to programmatically import a module.</summary>
    [PyFunction("__import__", Signature = "name, globals=None, locals=None, fromlist=(), level=0")]
    private static Value Import(VmThread thread, Value name, Value globals, Value locals, Value fromlist, int level = 0)
    {
        if (name.Ref is not PyStr text)
            return thread.TypeError("module name must be a string");
        return Importing.Import(thread, text.Text, globals.Ref as PyDict, fromlist.IsUnbound ? PyTuple.Empty : fromlist, level);
    }

    /// <summary>breakpoint(*args, **kws)
    ///
    /// Call sys.breakpointhook(*args, **kws).  sys.breakpointhook() must accept
    /// whatever arguments are passed.
    ///
    /// By default, this drops you into the pdb debugger.</summary>
    [PyFunction("breakpoint")]
    private static Value Breakpoint(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        var hook = thread.Interpreter.GetSys("breakpointhook");
        if (hook.IsUnbound)
            return thread.RuntimeError("lost sys.breakpointhook");
        return !Auditing.Raise(thread, "builtins.breakpoint", hook) ? Value.Error : KeywordCalls.Call(thread, hook, args, keywords);
    }

    private static bool TryScopes(VmThread thread, Value globals, Value locals, out PyDict scope, out Value names)
    {
        names = locals.IsUnbound ? Value.None : locals;
        if (globals.Ref is PyDict given)
        {
            scope = given;
            if (names.IsNone)
                names = given;
            return true;
        }
        scope = null!;
        if (thread.Top is not { } frame)
        {
            thread.Raise(ExceptionTypes.SystemError, "globals and locals cannot be NULL");
            return false;
        }
        scope = frame.Globals;
        if (names.IsNone)
            names = Locals(thread);
        return !names.IsError;
    }
}
