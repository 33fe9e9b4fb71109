// Warnings: filters, registries and what becomes of one (library reference: warnings). Native code issues them here, and so
// does the module warnings, whose filters and hooks programs change; as long as nobody imported it, nothing needs it.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class Warnings
{
    private static readonly PyStr ModuleName = PyStr.Constant("warnings");
    private static readonly PyStr NameKey = PyStr.Constant("__name__");
    private static readonly PyStr RegistryKey = PyStr.Constant("__warningregistry__");
    private static readonly PyStr VersionKey = PyStr.Constant("version");
    private static readonly PyStr MatchName = PyStr.Constant("match");

    /// <summary>Issues a warning about the line of Python that runs; false when a filter made an exception of it.</summary>
    internal static bool Issue(VmThread thread, PyType category, string text, long stackLevel = 1) =>
        !Warn(thread, Value.Str(text), category, stackLevel, Value.None).IsError;

    /// <summary><c>warnings.warn</c>.</summary>
    internal static Value Warn(VmThread thread, Value message, Value category, long stackLevel, Value source)
    {
        if (message.Type.IsSubtypeOf(ExceptionTypes.Warning))
            category = message.Type;
        else if (category.IsNone)
            category = ExceptionTypes.UserWarning;
        if (category.Ref is not PyType type || !type.IsSubtypeOf(ExceptionTypes.Warning))
            return thread.TypeError($"category must be a Warning subclass, not '{category.Type.Name}'");
        var frame = FrameAt(thread, stackLevel);
        var globals = frame?.Globals ?? thread.Interpreter.Sys.Dict;
        var registry = globals.GetStr(RegistryKey);
        if (registry.IsUnbound)
            globals.SetStr(RegistryKey, registry = new PyDict());
        var module = globals.GetStr(NameKey);
        return WarnExplicit(
            thread, message, type, frame?.Code.Source.FileName ?? "sys", frame?.CurrentLine ?? 1,
            module.IsUnbound || module.IsNone ? Value.Str("<string>") : module, registry, source);
    }

    /// <summary><c>warnings.warn_explicit</c>; the registry may be None.</summary>
    internal static Value WarnExplicit(
        VmThread thread, Value message, Value category, string file, long line, Value module, Value registry, Value source)
    {
        if (!registry.IsNone && registry.Ref is not PyDict)
            return thread.TypeError("'registry' must be a dict or None");
        if (module.IsNone)
            module = Value.Str(ModuleOf(file));
        Value text;
        if (message.Type.IsSubtypeOf(ExceptionTypes.Warning))
        {
            if (Texts.Str(thread, message) is not { } shown)
                return Value.Error;
            text = shown;
            category = message.Type;
        }
        else
        {
            text = message;
            message = thread.Call(category, message);
            if (message.IsError)
                return message;
        }
        var state = thread.Interpreter.State<WarningsState>();
        Value key = PyTuple.Of(text, category, Value.Int(line));
        if (IsKnown(thread, state, registry, key, false) is var known && (known.IsError || known.IsTrue))
            return known.IsError ? known : Value.None;
        var action = FindAction(thread, state, text, category, module, line, out var filter);
        if (action is null)
            return Value.Error;
        switch (action)
        {
            case "error":
                return message.Ref is PyException error ? thread.Raise(error) : thread.TypeError("exceptions must derive from BaseException");
            case "ignore":
                return Value.None;
        }
        if (action != "always" && registry.Ref is PyDict seen && !seen.Set(thread, key, Value.True))
            return Value.Error;
        known = action switch
        {
            "always" or "default" => Value.False,
            "once" => IsKnown(thread, state, registry.IsNone ? OnceRegistry(thread, state) : registry, PyTuple.Of(text, category), true),
            "module" => IsKnown(thread, state, registry, PyTuple.Of(text, category), true),
            _ => thread.RuntimeError($"Unrecognized action ({Texts.Repr(thread, Value.Str(action))?.Text}) in warnings.filters:\n {Texts.Repr(thread, filter)?.Text}"),
        };
        if (known.IsError || known.IsTrue)
            return known.IsError ? known : Value.None;
        return Show(thread, text, message, category, file, line, source);
    }

    /// <summary>The frame that a warning is about; the import system's own do not count. Null outside of all.</summary>
    private static Frame? FrameAt(VmThread thread, long stackLevel)
    {
        var frame = thread.Top;
        if (stackLevel <= 0 || (frame is not null && IsInternal(frame)))
        {
            while (--stackLevel > 0 && frame is not null)
                frame = frame.Back;
            return frame;
        }
        while (--stackLevel > 0 && frame is not null)
        {
            do
                frame = frame.Back;
            while (frame is not null && IsInternal(frame));
        }
        return frame;
    }

    private static bool IsInternal(Frame frame) =>
        frame.Code.Source.FileName is var file && file.Contains("importlib", StringComparison.Ordinal) && file.Contains("_bootstrap", StringComparison.Ordinal);

    private static string ModuleOf(string file) =>
        file.Length == 0 ? "<unknown>" : file.EndsWith(".py", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;

    /// <summary>Is the key in the registry? A registry of an older version of the filters is emptied.</summary>
    private static Value IsKnown(VmThread thread, WarningsState state, Value registry, Value key, bool remember)
    {
        if (registry.Ref is not PyDict dict)
            return Value.False;
        if (!dict.GetStr(VersionKey).TryGetInt64(out var version) || version != state.FiltersVersion)
        {
            dict.Clear();
            dict.SetStr(VersionKey, Value.Int(state.FiltersVersion));
        }
        else
        {
            var known = dict.Get(thread, key);
            if (known.IsError)
                return known;
            if (!known.IsUnbound && (!Truth.TryTest(thread, known, out var isTrue) || isTrue))
                return thread.Pending is null ? Value.True : Value.Error;
        }
        return remember && !dict.Set(thread, key, Value.True) ? Value.Error : Value.False;
    }

    /// <summary>The action of the first filter that matches, else the default; null with an exception pending.</summary>
    private static string? FindAction(
        VmThread thread, WarningsState state, Value text, Value category, Value module, long line, out Value filter)
    {
        filter = Value.None;
        var filters = Setting(thread, "filters", state.Filters);
        if (filters.IsError)
            return null;
        state.Filters = filters;
        if (filters.Ref is not PyList list)
        {
            thread.ValueError("_warnings.filters must be a list");
            return null;
        }
        for (var i = 0; i < list.Count; i++)
        {
            filter = list.Span[i];
            if (filter.Ref is not PyTuple { Items: [var action, var message, var wanted, var where, var number] })
            {
                thread.ValueError($"_warnings.filters item {i} isn't a 5-tuple");
                return null;
            }
            if (action.Ref is not PyStr name)
            {
                thread.TypeError($"action must be a string, not '{action.Type.Name}'");
                return null;
            }
            if (!TryMatch(thread, message, text, out var matches) || (matches && !TryMatch(thread, where, module, out matches)))
                return null;
            if (!matches)
                continue;
            var isSubclass = TypeChecks.IsSubclass(thread, category, wanted);
            if (isSubclass.IsError || !Conversions.TryIndex64(thread, number, out var only))
                return null;
            if (isSubclass.IsTrue && (only == 0 || only == line))
                return name.Text;
        }
        filter = Value.None;
        var usual = Setting(thread, "defaultaction", state.DefaultAction);
        if (usual.Ref is PyStr name2)
        {
            state.DefaultAction = usual;
            return name2.Text;
        }
        if (!usual.IsError)
            thread.TypeError($"_warnings.defaultaction must be a string, not '{usual.Type.Name}'");
        return null;
    }

    /// <summary>A pattern of a filter: None for all, a str for itself, or something with <c>match</c>.</summary>
    private static bool TryMatch(VmThread thread, Value pattern, Value text, out bool matches)
    {
        matches = true;
        if (pattern.IsNone)
            return true;
        if (pattern.Ref is PyStr exact && ReferenceEquals(exact.Type, PyStr.TypeObject))
        {
            matches = text.Ref is PyStr given && PyStr.Same(exact, given);
            return true;
        }
        var found = thread.CallMethod(pattern, MatchName, text);
        return !found.IsError && Truth.TryTest(thread, found, out matches);
    }

    private static Value OnceRegistry(VmThread thread, WarningsState state)
    {
        var registry = Setting(thread, "onceregistry", state.OnceRegistry);
        return registry.IsError ? registry : state.OnceRegistry = registry;
    }

    /// <summary>A name of the module warnings if it was imported, else the state's own; programs put others in place.</summary>
    private static Value Setting(VmThread thread, string name, Value own)
    {
        var module = ModuleOf(thread, mustImport: false);
        if (module.IsError || module.IsNone)
            return module.IsError ? module : own;
        var value = Attributes.TryGet(thread, module, PyStr.Of(name));
        return value.IsUnbound ? own : value;
    }

    private static Value ModuleOf(VmThread thread, bool mustImport)
    {
        var module = thread.Interpreter.Modules.GetStr(ModuleName);
        if (!module.IsUnbound)
            return module;
        // Options of the command line are worked in by the module.
        var options = thread.Interpreter.GetSys("warnoptions");
        return mustImport || options.Ref is PyList { Count: > 0 } ? Importing.Import(thread, "warnings") : Value.None;
    }

    private static Value Show(VmThread thread, Value text, Value message, Value category, string file, long line, Value source)
    {
        var module = ModuleOf(thread, mustImport: !source.IsNone);
        if (module.IsError)
            return module;
        var show = module.IsNone ? Value.Unbound : Attributes.TryGet(thread, module, PyStr.Of("_showwarnmsg"));
        if (show.IsError)
            return show;
        if (show.IsUnbound)
        {
            Print(thread, text, category, file, line);
            return Value.None;
        }
        if (show.Type.LookupSpecial(Special.Call).IsUnbound)
            return thread.TypeError("warnings._showwarnmsg() must be set to a callable");
        var make = Attributes.TryGet(thread, module, PyStr.Of("WarningMessage"));
        if (make.IsUnbound)
            return thread.RuntimeError("unable to get warnings.WarningMessage");
        var shown = make.IsError ? make : thread.Call(make, [message, category, Value.Str(file), Value.Int(line), Value.None, Value.None, source], null);
        if (!shown.IsError)
            shown = thread.Call(show, shown);
        return shown.IsError ? shown : Value.None;
    }

    private static void Print(VmThread thread, Value text, Value category, string file, long line)
    {
        var name = category.Ref is PyType type ? type.Name : "Warning";
        var output = $"{file}:{line}: {name}: {Texts.Str(thread, text)?.Text}\n";
        thread.Pending = null;
        if (thread.Interpreter.SourceLines(file) is { } lines && line >= 1 && line <= lines.Length && lines[line - 1].Trim() is { Length: > 0 } source)
            output += $"  {source}\n";
        thread.Interpreter.WriteError(thread, output);
    }
}
