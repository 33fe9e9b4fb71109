using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Operator;

internal static partial class OperatorModule
{
    /// <summary>A name with underscores around is the same function as the one without (<c>__add__</c> is <c>add</c>, and
    /// <c>__and__</c> is <c>and_</c>).</summary>
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        var names = new List<string>();
        for (var i = 0; i < module.Dict.EntryCount; i++)
        {
            if (module.Dict.EntryAt(i).Key.Ref is PyStr name)
                names.Add(name.Text);
        }
        foreach (var name in names)
        {
            if (!name.StartsWith("__", StringComparison.Ordinal))
                continue;
            var plain = name[2..^2];
            var original = module.Dict.GetStr(thread.Interpreter.Intern(names.Contains(plain) ? plain : plain + "_"));
            if (!original.IsUnbound)
                module.Dict.SetStr(thread.Interpreter.Intern(name), original);
        }
        names.RemoveAll(static name => name[0] == '_');
        names.Sort(StringComparer.Ordinal);
        module.Dict.SetStr(thread.Interpreter.Intern("__all__"), new PyList(ValueArrays.OfTexts(names)));
        return Value.None;
    }
}
