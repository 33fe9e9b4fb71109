// A function written in C#, as the source generator describes it: entry points that take the arguments where they lie on
// the operand stack. The general entry parses them by Python's rules; the entries by count serve the common case of a
// few positional arguments without any parsing. Shared by all interpreters; the objects Python sees are made around it.
// Entry points, docstring and signature are filled in on first use: a script uses few of the methods of a type.

using System.Diagnostics.CodeAnalysis;
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
internal sealed unsafe class NativeMethod : NativeMember
{
    private delegate*<VmThread, ReadOnlySpan<Value>, PyTuple?, Value> _entry;
    private string? _doc;
    private string? _signature;

    /// <summary>A function whose parts are given at once.</summary>
    public NativeMethod()
    {
    }

    /// <summary>A function that generated code describes on first use.</summary>
    [SetsRequiredMembers]
    internal NativeMethod(string name, NativeMethodKind kind, delegate*<int, NativeMember, void> describe, int index)
        : base(describe, index)
    {
        Name = name;
        Kind = kind;
    }

    /// <summary>What the first argument is.</summary>
    public NativeMethodKind Kind { get; init; }

    /// <summary>The docstring.</summary>
    public string? Doc
    {
        get
        {
            Describe();
            return _doc;
        }
        init => _doc = value;
    }

    /// <summary><c>__text_signature__</c>, <c>($self, object, /)</c>.</summary>
    public string? Signature
    {
        get
        {
            Describe();
            return _signature;
        }
        init => _signature = value;
    }

    /// <summary>A special method that the type's slots know: shows as <c>slot wrapper</c>.</summary>
    public bool IsSpecial => Kind == NativeMethodKind.Method && SlotNames.Contains(Name);

    /// <summary>Positional arguments, the receiver included, then keyword values, with their names in the tuple of str
    /// (null when there are none).</summary>
    public required delegate*<VmThread, ReadOnlySpan<Value>, PyTuple?, Value> Entry
    {
        get
        {
            if (_entry == null)
                Describe();
            return _entry;
        }
        init => _entry = value;
    }

    /// <summary>For exactly one argument (the receiver included), or null.</summary>
    public delegate*<VmThread, Value, Value> Entry1 { get; set; }

    /// <summary>For exactly two arguments, or null.</summary>
    public delegate*<VmThread, Value, Value, Value> Entry2 { get; set; }

    /// <summary>For exactly three arguments, or null.</summary>
    public delegate*<VmThread, Value, Value, Value, Value> Entry3 { get; set; }

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
        else if (keywordNames.Items.Length == 0)
        {
            keywordNames = null;
        }
        return Entry(thread, args, keywordNames);
    }

    /// <summary>Generated code fills in what the lazy constructor left open.</summary>
    internal void Fill(
        delegate*<VmThread, ReadOnlySpan<Value>, PyTuple?, Value> entry,
        delegate*<VmThread, Value, Value> entry1,
        delegate*<VmThread, Value, Value, Value> entry2,
        delegate*<VmThread, Value, Value, Value, Value> entry3,
        string? signature,
        string? doc)
    {
        _signature = signature;
        _doc = doc;
        Entry1 = entry1;
        Entry2 = entry2;
        Entry3 = entry3;
        // Last: another thread that sees it relies on the rest.
        Thread.MemoryBarrier();
        _entry = entry;
    }
}
