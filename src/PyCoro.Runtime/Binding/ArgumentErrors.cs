// The TypeErrors of calls to native functions, worded as CPython words them: by the calling convention that CPython's
// own function of that shape would have (METH_NOARGS, METH_O, positional-only, keywords).

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Binding;

/// <summary>Errors about arguments of native functions. Those that return a Value return Error, the others false.</summary>
internal static class ArgumentErrors
{
    /// <summary>The receiver is of another type.</summary>
    internal static Value Receiver(VmThread thread, PyType owner, string name, Value receiver) =>
        thread.TypeError(SlotNames.Contains(name)
            ? $"descriptor '{name}' requires a '{owner.QualifiedNativeName}' object but received a '{receiver.Type.QualifiedNativeName}'"
            : $"descriptor '{name}' for '{owner.QualifiedNativeName}' objects doesn't apply to a '{receiver.Type.QualifiedNativeName}' object");

    /// <summary>A positional-only method got a wrong number of arguments, or keywords.</summary>
    /// <param name="thread">The thread that raises.</param>
    /// <param name="owner">The type.</param>
    /// <param name="kind">What the first argument is.</param>
    /// <param name="name">The method.</param>
    /// <param name="args">All arguments.</param>
    /// <param name="names">Names of the keyword arguments.</param>
    /// <param name="least">Required arguments, the receiver excluded.</param>
    /// <param name="most">Most arguments, or -1.</param>
    internal static Value Method(
        VmThread thread, PyType owner, NativeMethodKind kind, string name, ReadOnlySpan<Value> args, PyTuple? names, int least, int most)
    {
        var receivers = kind == NativeMethodKind.StaticMethod ? 0 : 1;
        var given = args.Length - receivers - (names is null ? 0 : names.Items.Length);
        var isSlot = kind == NativeMethodKind.Method && SlotNames.Contains(name);
        if (given < 0)
            return NoReceiver(thread, owner, kind, name);
        if (kind == NativeMethodKind.Method && !owner.Native!.IsInstance(args[0]))
            return Receiver(thread, owner, name, args[0]);
        if (kind == NativeMethodKind.New || name == "__init__")
        {
            if (most == 0)
                return thread.TypeError($"{owner.QualName} takes no arguments");
            if (names is not null)
                return thread.TypeError($"{owner.QualName}() takes no keyword arguments");
            return Count(thread, owner.QualName, given, least, most);
        }
        if (isSlot)
        {
            if (names is not null)
                return thread.TypeError($"wrapper {name}() takes no keyword arguments");
            return least == most
                ? thread.TypeError($"expected {least} argument{Plural(least)}, got {given}")
                : Count(thread, "", given, least, most);
        }
        if (ParsesTuple(owner, name))
        {
            return thread.TypeError(names is not null
                ? $"{name}() takes no keyword arguments"
                : $"{name}() takes at {(given < least ? $"least {least}" : $"most {most}")} argument{Plural(given < least ? least : most)} ({given} given)");
        }
        // A class method says which class it was called on.
        var described = kind == NativeMethodKind.ClassMethod && args[0].Ref is PyType type ? type : owner;
        return Plain(thread, described.QualName + "." + name, name, names is not null, given, least, most);
    }

    /// <summary>A positional-only function of a module got a wrong number of arguments, or keywords.</summary>
    internal static Value Function(
        VmThread thread, string? module, string name, ReadOnlySpan<Value> args, PyTuple? names, int least, int most)
    {
        var given = args.Length - (names is null ? 0 : names.Items.Length);
        return Plain(thread, module is null ? name : module + "." + name, name, names is not null, given, least, most);
    }

    /// <summary>An argument is of a wrong type.</summary>
    /// <param name="thread">The thread that raises.</param>
    /// <param name="function">Its name in messages.</param>
    /// <param name="parameter"><c>argument</c>, <c>argument 1</c> or <c>argument 'x'</c>.</param>
    /// <param name="expected">The name of the wanted type.</param>
    /// <param name="value">The argument.</param>
    internal static Value BadArgument(VmThread thread, string function, string parameter, string expected, Value value) =>
        thread.TypeError($"{function}() {parameter} must be {expected}, not {(value.IsNone ? "None" : value.Type.QualifiedNativeName)}");

    /// <summary>Checks the number of arguments against a table.</summary>
    internal static bool CheckCounts(VmThread thread, ParameterTable table, int positional, int keywords)
    {
        if (!table.HasVarArgs)
        {
            var all = table.Names.Length;
            if (!table.HasVarKeywords && positional + keywords > all)
            {
                return Fail(thread, $"{table.Function}() takes at most {all} {(positional == 0 ? "keyword " : "")}argument{Plural(all)} ({positional + keywords} given)");
            }
            if (positional > table.Positional)
            {
                return Fail(thread, table.Positional == 0
                    ? $"{table.Function}() takes no positional arguments"
                    : $"{table.Function}() takes {(table.RequiredPositional < table.Positional ? "at most" : "exactly")} {table.Positional} positional argument{Plural(table.Positional)} ({positional} given)");
            }
        }
        var least = Math.Min(table.PositionalOnly, table.RequiredPositional);
        if (positional >= least)
            return true;
        return Fail(thread, $"{table.Function}() takes {(least < table.Positional || table.HasVarArgs ? "at least" : "exactly")} {least} positional argument{Plural(least)} ({positional} given)");
    }

    /// <summary>The receiver is missing.</summary>
    internal static bool NoReceiver(VmThread thread, ParameterTable table) =>
        Fail(thread, table.NoReceiver!);

    /// <summary>A required argument is missing.</summary>
    internal static bool Missing(VmThread thread, ParameterTable table, int index) =>
        Fail(thread, $"{table.Function}() missing required argument '{table.Names[index].Text}' (pos {index + 1})");

    /// <summary>An argument was given by position and by keyword, or twice by keyword.</summary>
    internal static bool Doubled(VmThread thread, ParameterTable table, PyStr name, Value[] keywords)
    {
        var times = 0;
        foreach (var keyword in keywords)
        {
            if (keyword.Ref is PyStr text && PyStr.Same(text, name))
                times++;
        }
        return Fail(thread, times > 1
            ? $"{table.Function}() got multiple values for keyword argument '{name.Text}'"
            : $"argument for {table.Function}() given by name ('{name.Text}') and position ({table.IndexOf(name) + 1})");
    }

    /// <summary>A keyword names no parameter.</summary>
    internal static bool Unknown(VmThread thread, ParameterTable table, PyStr keyword) =>
        Fail(thread, $"'{keyword.Text}' is an invalid keyword argument for {table.Function}()");

    private static Value NoReceiver(VmThread thread, PyType owner, NativeMethodKind kind, string name) =>
        thread.TypeError(kind switch
        {
            NativeMethodKind.New => $"{owner.QualifiedNativeName}.__new__(): not enough arguments",
            NativeMethodKind.Method when !SlotNames.Contains(name) => $"unbound method {owner.QualName}.{name}() needs an argument",
            _ => $"descriptor '{name}' of '{owner.QualifiedNativeName}' object needs an argument",
        });

    // These take their arguments as a tuple in CPython, with other words when there are too many.
    private static bool ParsesTuple(PyType owner, string name) =>
        owner.Name is "str" or "bytes" or "bytearray"
        && name is "find" or "rfind" or "index" or "rindex" or "count" or "startswith" or "endswith";

    private static Value Plain(VmThread thread, string fullName, string name, bool hasKeywords, int given, int least, int most)
    {
        if (hasKeywords)
            return thread.TypeError($"{fullName}() takes no keyword arguments");
        if (most == 0)
            return thread.TypeError($"{fullName}() takes no arguments ({given} given)");
        if (most == 1 && least == 1)
            return thread.TypeError($"{fullName}() takes exactly one argument ({given} given)");
        return Count(thread, name, given, least, most);
    }

    private static Value Count(VmThread thread, string name, int given, int least, int most)
    {
        var (limit, word) = least == most ? (least, "") : given < least ? (least, "at least ") : (most, "at most ");
        return thread.TypeError($"{name} expected {word}{limit} argument{Plural(limit)}, got {given}");
    }

    private static string Plural(int count) => count == 1 ? "" : "s";

    private static bool Fail(VmThread thread, string message)
    {
        thread.TypeError(message);
        return false;
    }
}
