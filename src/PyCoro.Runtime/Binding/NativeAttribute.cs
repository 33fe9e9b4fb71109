using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using System.Diagnostics.CodeAnalysis;

namespace PyCoro.Runtime.Binding;

/// <summary>An attribute of a native type by C# getter and setter.</summary>
internal sealed unsafe class NativeAttribute : NativeMember
{
    private delegate*<VmThread, Value, Value> _get;
    private delegate*<VmThread, Value, Value, Value> _set;
    private string? _doc;

    /// <summary>An attribute whose parts are given at once.</summary>
    public NativeAttribute()
    {
    }

    /// <summary>An attribute that generated code describes on first use.</summary>
    [SetsRequiredMembers]
    internal NativeAttribute(string name, bool isMember, delegate*<int, NativeMember, void> describe, int index)
        : base(describe, index)
    {
        Name = name;
        IsMember = isMember;
    }

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

    /// <summary>Shows as member_descriptor rather than getset_descriptor.</summary>
    public bool IsMember { get; init; }

    /// <summary>Reads it from the receiver (checked by the caller).</summary>
    public required delegate*<VmThread, Value, Value> Get
    {
        get
        {
            if (_get == null)
                Describe();
            return _get;
        }
        init => _get = value;
    }

    /// <summary>Sets it, or deletes it when the value is unbound; null for a read-only one. None or Error.</summary>
    public delegate*<VmThread, Value, Value, Value> Set
    {
        get
        {
            Describe();
            return _set;
        }
        init => _set = value;
    }

    /// <summary>Generated code fills in what the lazy constructor left open.</summary>
    internal void Fill(delegate*<VmThread, Value, Value> get, delegate*<VmThread, Value, Value, Value> set, string? doc)
    {
        _set = set;
        _doc = doc;
        // Last: another thread that sees it relies on the rest.
        Thread.MemoryBarrier();
        _get = get;
    }
}
