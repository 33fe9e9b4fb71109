// A function written in C#, as the source generator describes it: entry points that take the arguments where they lie on
// the operand stack. The general entry parses them by Python's rules; the entries by count serve the common case of a
// few positional arguments without any parsing. Shared by all interpreters; the objects Python sees are made around it.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Binding;

/// <summary>How a native method receives its first argument.</summary>
internal enum NativeMethodKind
{
    Function,
    Method,
    ClassMethod,
    StaticMethod,
    New,
}

/// <summary>A function written in C#.</summary>
internal sealed unsafe class NativeMethod
{
    /// <summary>Python's name.</summary>
    public required string Name { get; init; }

    /// <summary>The docstring.</summary>
    public string? Doc { get; init; }

    /// <summary><c>__text_signature__</c>, <c>($self, object, /)</c>.</summary>
    public string? Signature { get; init; }

    /// <summary>What the first argument is.</summary>
    public NativeMethodKind Kind { get; init; }

    /// <summary>A special method: shows as <c>slot wrapper</c>.</summary>
    public bool IsSpecial => Name.StartsWith("__", StringComparison.Ordinal) && Kind == NativeMethodKind.Method;

    /// <summary>Positional arguments, the receiver included, then keyword values, with their names in the tuple of str.</summary>
    public required delegate*<VmThread, ReadOnlySpan<Value>, PyTuple?, Value> Entry { get; init; }

    /// <summary>For exactly one argument (the receiver included), or null.</summary>
    public delegate*<VmThread, Value, Value> Entry1 { get; init; }

    /// <summary>For exactly two arguments, or null.</summary>
    public delegate*<VmThread, Value, Value, Value> Entry2 { get; init; }

    /// <summary>For exactly three arguments, or null.</summary>
    public delegate*<VmThread, Value, Value, Value, Value> Entry3 { get; init; }

    /// <summary>Calls with one positional argument.</summary>
    public Value Call(VmThread thread, Value a) => Entry1 != null ? Entry1(thread, a) : Entry(thread, [a], null);

    /// <summary>Calls with two positional arguments.</summary>
    public Value Call(VmThread thread, Value a, Value b) => Entry2 != null ? Entry2(thread, a, b) : Entry(thread, [a, b], null);

    /// <summary>Calls with three positional arguments.</summary>
    public Value Call(VmThread thread, Value a, Value b, Value c) =>
        Entry3 != null ? Entry3(thread, a, b, c) : Entry(thread, [a, b, c], null);

    /// <summary>Calls with any arguments.</summary>
    public Value Call(VmThread thread, ReadOnlySpan<Value> args, PyTuple? keywordNames)
    {
        if (keywordNames is null)
        {
            switch (args.Length)
            {
                case 1 when Entry1 != null: return Entry1(thread, args[0]);
                case 2 when Entry2 != null: return Entry2(thread, args[0], args[1]);
                case 3 when Entry3 != null: return Entry3(thread, args[0], args[1], args[2]);
            }
        }
        return Entry(thread, args, keywordNames);
    }
}

/// <summary>An attribute of a native type by C# getter and setter.</summary>
internal sealed unsafe class NativeAttribute
{
    /// <summary>Python's name.</summary>
    public required string Name { get; init; }

    /// <summary>The docstring.</summary>
    public string? Doc { get; init; }

    /// <summary>Shows as member_descriptor rather than getset_descriptor.</summary>
    public bool IsMember { get; init; }

    /// <summary>Reads it from the receiver (checked by the caller).</summary>
    public required delegate*<VmThread, Value, Value> Get { get; init; }

    /// <summary>Sets it, or deletes it when the value is unbound; null for a read-only one. None or Error.</summary>
    public delegate*<VmThread, Value, Value, Value> Set { get; init; }
}
