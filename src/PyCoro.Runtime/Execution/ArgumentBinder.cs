// Binds the arguments of a call to the parameters of a Python function (language reference, Calls), with CPython's
// messages. The loop handles the plain case itself: as many positional arguments as parameters and nothing else.

using System.Linq;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class ArgumentBinder
{
    /// <summary>Fills the slots where some arguments are left out at the end and all these have defaults.</summary>
    internal static bool TryAddDefaults(PyFunction function, ReadOnlySpan<Value> args, Span<Value> slots)
    {
        if (function.Defaults is not { } defaults)
            return false;
        var count = function.Code.ArgCount;
        var missing = count - args.Length;
        if (missing < 0 || missing > defaults.Items.Length)
            return false;
        args.CopyTo(slots);
        defaults.Items.AsSpan(defaults.Items.Length - missing).CopyTo(slots[args.Length..]);
        for (var i = count; i < slots.Length; i++)
            slots[i] = Value.Unbound;
        return true;
    }

    /// <summary>Fills the slots; those that are no parameters become unbound. False when it raised.</summary>
    internal static bool Bind(VmThread thread, PyFunction function, ReadOnlySpan<Value> args, PyTuple? keywordNames, Span<Value> slots)
    {
        var code = function.Code;
        var source = code.Source;
        var positional = source.ArgCount;
        var named = positional + source.KwOnlyArgCount;
        var hasVarArgs = (source.Flags & CodeFlags.VarArgs) != 0;
        var hasVarKeywords = (source.Flags & CodeFlags.VarKeywords) != 0;
        slots.Fill(Value.Unbound);

        var keywordCount = keywordNames?.Items.Length ?? 0;
        var given = args.Length - keywordCount;
        args[..Math.Min(given, positional)].CopyTo(slots);
        if (hasVarArgs)
            slots[named] = given > positional ? PyTuple.Of(args[positional..given].ToArray()) : PyTuple.Empty;
        PyDict? extra = null;
        if (hasVarKeywords)
            slots[named + (hasVarArgs ? 1 : 0)] = extra = new PyDict();

        for (var i = 0; i < keywordCount; i++)
        {
            var name = (PyStr)keywordNames!.Items[i].Ref!;
            var index = IndexOf(source, name.Text, source.PosOnlyArgCount, named);
            if (index < 0)
            {
                if (extra is not null)
                {
                    extra.SetStr(name, args[given + i]);
                    continue;
                }
                UnexpectedKeyword(thread, function, keywordNames, name.Text);
                return false;
            }
            if (!slots[index].IsUnbound)
            {
                thread.TypeError($"{function.QualName.Text}() got multiple values for argument '{name.Text}'");
                return false;
            }
            slots[index] = args[given + i];
        }

        if (given > positional && !hasVarArgs)
        {
            TooManyPositional(thread, function, given, slots);
            return false;
        }
        return FillDefaults(thread, function, slots, given);
    }

    private static bool FillDefaults(VmThread thread, PyFunction function, Span<Value> slots, int given)
    {
        var source = function.Code.Source;
        var positional = source.ArgCount;
        var defaults = function.Defaults?.Items ?? [];
        var firstDefault = positional - defaults.Length;
        if (given < positional)
        {
            for (var i = given; i < firstDefault; i++)
            {
                if (!slots[i].IsUnbound)
                    continue;
                Missing(thread, function, "positional", source, 0, firstDefault, slots);
                return false;
            }
            for (var i = Math.Max(given, firstDefault); i < positional; i++)
            {
                if (slots[i].IsUnbound)
                    slots[i] = defaults[i - firstDefault];
            }
        }
        var named = positional + source.KwOnlyArgCount;
        var missing = false;
        for (var i = positional; i < named; i++)
        {
            if (!slots[i].IsUnbound)
                continue;
            var fallback = function.KwDefaults?.GetStr(function.Code.KwOnlyNames[i - positional]) ?? Value.Unbound;
            missing |= fallback.IsUnbound;
            slots[i] = fallback;
        }
        if (!missing)
            return true;
        Missing(thread, function, "keyword-only", source, positional, named, slots);
        return false;
    }

    private static int IndexOf(CodeObject source, string name, int first, int end)
    {
        var names = source.VarNames;
        for (var i = first; i < end; i++)
        {
            if (ReferenceEquals(names[i], name))
                return i;
        }
        for (var i = first; i < end; i++)
        {
            if (names[i] == name)
                return i;
        }
        return -1;
    }

    private static void UnexpectedKeyword(VmThread thread, PyFunction function, PyTuple keywordNames, string name)
    {
        var source = function.Code.Source;
        var positionalOnly = source.VarNames.Take(source.PosOnlyArgCount)
            .Where(parameter => keywordNames.Items.Any(keyword => ((PyStr)keyword.Ref!).Text == parameter)).ToList();
        thread.TypeError(positionalOnly.Count > 0
            ? $"{function.QualName.Text}() got some positional-only arguments passed as keyword arguments: '{string.Join(", ", positionalOnly)}'"
            : $"{function.QualName.Text}() got an unexpected keyword argument '{name}'");
    }

    private static void TooManyPositional(VmThread thread, PyFunction function, int given, Span<Value> slots)
    {
        var source = function.Code.Source;
        var positional = source.ArgCount;
        var defaults = function.Defaults?.Items.Length ?? 0;
        var keywordOnlyGiven = 0;
        for (var i = positional; i < positional + source.KwOnlyArgCount; i++)
        {
            if (!slots[i].IsUnbound)
                keywordOnlyGiven++;
        }
        var plural = positional != 1;
        var takes = positional.ToString();
        if (defaults > 0)
        {
            plural = true;
            takes = $"from {positional - defaults} to {positional}";
        }
        var were = given != 1 ? "were" : "was";
        var gave = given.ToString();
        if (keywordOnlyGiven > 0)
        {
            were = "were";
            gave = $"{given} positional argument{(given != 1 ? "s" : "")} (and {keywordOnlyGiven} keyword-only argument{(keywordOnlyGiven != 1 ? "s" : "")})";
        }
        thread.TypeError($"{function.QualName.Text}() takes {takes} positional argument{(plural ? "s" : "")} but {gave} {were} given");
    }

    private static void Missing(
        VmThread thread, PyFunction function, string kind, CodeObject source, int first, int end, Span<Value> slots)
    {
        var names = new List<string>();
        for (var i = first; i < end; i++)
        {
            if (slots[i].IsUnbound)
                names.Add($"'{source.VarNames[i]}'");
        }
        var list = names.Count switch
        {
            1 => names[0],
            2 => $"{names[0]} and {names[1]}",
            _ => $"{string.Join(", ", names.Take(names.Count - 1))}, and {names[^1]}",
        };
        thread.TypeError($"{function.QualName.Text}() missing {names.Count} required {kind} argument{(names.Count != 1 ? "s" : "")}: {list}");
    }
}
