// A class. Builtin types are shared by all interpreters of the process and never change (CPython's static types cannot be
// changed from Python either); classes made by Python code belong to their interpreter. What a type remembers lazily
// (its dict, looked-up special methods) is derived, so that two threads may fill it at once with the same result.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Python's <c>type</c> (data model, Custom classes). Its Python face is in TypeType.cs.</summary>
public sealed partial class PyType : PyObject
{
    private readonly NativeTypeSpec? _native;
    private volatile PyDict? _dict;
    private Value[]? _specials;
    private LookupCache? _lookups;
    private PyType[]? _mro;
    private PyType[]? _bases;
    private Shape? _rootShape;
    private List<WeakReference<PyType>>? _subclasses;

    /// <summary>A builtin type, shared by all interpreters.</summary>
    internal PyType(NativeTypeSpec native) : base(null!)
    {
        _native = native;
        Name = native.Name;
        QualName = native.Name;
        HasDict = native.HasDict;
        SolidBase = this;
        PatternFlags = TypePatterns.Of(native.Name);
        // The type of all types is its own type; while it is being made there is none yet.
        if (native.Name == "type")
            Shape = RootShape;
        else
            Shape = TypeObject.RootShape;
    }

    /// <summary>A class made by Python code.</summary>
    internal PyType(PyType metatype, string name, PyType[] bases, PyDict dict, int slotCount)
        : base(metatype.RootShape)
    {
        Name = name;
        QualName = name;
        _bases = bases;
        _dict = dict;
        SlotCount = slotCount;
    }

    /// <summary><c>__name__</c>.</summary>
    public string Name { get; internal set; }

    /// <summary><c>__qualname__</c>.</summary>
    public string QualName { get; internal set; }

    /// <summary>Made by Python code: may be changed.</summary>
    public bool IsHeapType => _native is null;

    /// <summary>What the generator knows of a builtin type; null for classes made by Python code.</summary>
    internal NativeTypeSpec? Native => _native;

    /// <summary>The nearest builtin type in the MRO that decides which C# class the instances have.</summary>
    internal PyType SolidBase { get; set; } = null!;

    /// <summary>Instances have a <c>__dict__</c>.</summary>
    internal bool HasDict { get; set; }

    /// <summary>A class of Python code, or one of its bases, that has room for weak references to its instances.</summary>
    internal bool HasWeakReferences { get; init; }

    /// <summary>Number of <c>__slots__</c>, inherited ones included; they come first in <see cref="PyObject.Slots"/>.</summary>
    internal int SlotCount { get; private set; }

    /// <summary>The <c>__slots__</c> that the class itself adds, in their order.</summary>
    internal string[] OwnSlots { get; init; } = [];

    /// <summary>Changes whenever an attribute of the class or one of its bases does; guards inline caches.</summary>
    internal int Version { get; private set; } = 1;

    /// <summary>Layout of a fresh instance.</summary>
    internal Shape RootShape
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _rootShape ?? MakeRootShape();
    }

    /// <summary>What match statements take instances for.</summary>
    internal TypePatternFlags PatternFlags { get; set; }

    /// <summary>How many attributes instances usually get: the size of a first array for them.</summary>
    internal int ExpectedSlots { get; set; }

    /// <summary>Which builtin exception decides the fields of instances; "" for none, null before anyone asked.</summary>
    internal Exceptions.ExceptionKind ExceptionKind { get; set; }

    /// <summary>Not to be called: only the runtime makes instances.</summary>
    internal bool IsMadeByRuntimeOnly { get; init; }

    /// <summary>Has abstract methods: cannot be instantiated.</summary>
    internal bool IsAbstract { get; set; }

    /// <summary><c>__bases__</c>.</summary>
    internal PyType[] Bases => _bases ??= _native!.Base is { } b ? [b()] : [];

    /// <summary><c>__base__</c>: the base that decides the layout; null for object.</summary>
    internal PyType? Base { get => field ?? (Bases.Length > 0 ? Bases[0] : null); set; }

    /// <summary><c>__mro__</c>, this type first.</summary>
    internal PyType[] Mro
    {
        get => _mro ??= _native is null ? throw new InvalidOperationException("MRO is not set") : [this, .. Base?.Mro ?? []];
        set
        {
            _mro = value;
            Invalidate();
        }
    }

    /// <summary>Has an MRO been set?</summary>
    internal bool HasMro => _mro is not null;

    /// <summary>The MRO is a provisional one, as long as the metaclass's <c>mro()</c> computes the first.</summary>
    internal bool IsMroPending { get; set; }

    /// <summary>The class's own attributes.</summary>
    internal PyDict Dict => _dict ?? Populate();

    /// <summary>Is it <paramref name="other"/> or derived from it (by the MRO)?</summary>
    internal bool IsSubtypeOf(PyType other)
    {
        if (ReferenceEquals(this, other))
            return true;
        foreach (var type in Mro)
        {
            if (ReferenceEquals(type, other))
                return true;
        }
        return false;
    }

    /// <summary>An attribute along the MRO without binding it, <see cref="Value.Unbound"/> when there is none.</summary>
    internal Value Lookup(PyStr name) =>
        _lookups is { } lookups && lookups.TryGet(name, out var known) ? known : LookupSlowly(name);

    /// <summary>A special method along the MRO without binding it, <see cref="Value.Unbound"/> when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value LookupSpecial(Types.Special special)
    {
        var specials = _specials;
        if (specials is not null)
        {
            var found = specials[(int)special];
            if (!found.IsError)
                return found;
        }
        return ResolveSpecial(special);
    }

    /// <summary>Has the type, or a base, the special method (other than as None)?</summary>
    internal bool Has(Types.Special special)
    {
        var found = LookupSpecial(special);
        return !found.IsUnbound && !found.IsNone;
    }

    /// <summary>A class of Python code with a <c>__del__</c>.</summary>
    internal bool HasFinalizer => IsHeapType && !LookupSpecial(Types.Special.Del).IsUnbound;

    /// <summary>An instance of the class or of a subclass was made once.</summary>
    internal bool MayHaveInstances => _rootShape is not null || Subclasses().Any(static subclass => subclass.MayHaveInstances);

    /// <summary>Sets an attribute of the class itself; the caller has checked that it may be changed.</summary>
    internal void SetOwn(PyStr name, Value value)
    {
        Dict.SetStr(name, value);
        Invalidate();
    }

    /// <summary>Forgets what was derived from the attributes, here and in all subclasses.</summary>
    internal void Invalidate()
    {
        Forget();
        if (_subclasses is null or { Count: 0 })
            return;
        // Not by recursion: the tree may be deep, and an overridden mro() that assigns __bases__ may close it to a circle.
        var seen = new HashSet<PyType>(ReferenceEqualityComparer.Instance) { this };
        var waiting = new Stack<PyType>();
        waiting.Push(this);
        while (waiting.TryPop(out var type))
        {
            foreach (var subclass in type.Subclasses())
            {
                if (!seen.Add(subclass))
                    continue;
                subclass.Forget();
                waiting.Push(subclass);
            }
        }
    }

    private void Forget()
    {
        Version++;
        _specials = null;
        _lookups = null;
    }

    /// <summary>Changes the bases; the caller recomputes the MRO.</summary>
    internal void SetBases(PyType[] bases)
    {
        foreach (var old in Bases)
            old._subclasses?.RemoveAll(reference => !reference.TryGetTarget(out var subclass) || ReferenceEquals(subclass, this));
        _bases = bases;
    }

    /// <summary>Remembers a class that derives from this one made by Python code. Builtin types keep none: the interpreter does.</summary>
    internal void AddSubclass(PyType subclass)
    {
        _subclasses ??= [];
        if (_subclasses.Count > 16)
            _subclasses.RemoveAll(static reference => !reference.TryGetTarget(out _));
        _subclasses.Add(new WeakReference<PyType>(subclass));
    }

    /// <summary>The living direct subclasses of a class made by Python code.</summary>
    internal IEnumerable<PyType> Subclasses()
    {
        foreach (var reference in _subclasses ?? [])
        {
            if (reference.TryGetTarget(out var subclass))
                yield return subclass;
        }
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Dict);
        foreach (var type in Mro)
            visit(type);
    }

    /// <summary>For the debugger.</summary>
    public override string ToString() => $"<class '{QualName}'>";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Shape MakeRootShape()
    {
        Interlocked.CompareExchange(ref _rootShape, Shape.Root(this, SlotCount), null);
        return _rootShape;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PyDict Populate()
    {
        lock (_native!)
        {
            if (_dict is { } done)
                return done;
            var builder = new NativeTypeBuilder(this);
            _native.Populate(builder);
            return _dict = builder.Finish();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value LookupSlowly(PyStr name)
    {
        var found = Value.Unbound;
        foreach (var type in Mro)
        {
            found = type.Dict.GetStr(name);
            if (!found.IsUnbound)
                break;
        }
        (_lookups ??= new LookupCache()).Add(name, found);
        return found;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value ResolveSpecial(Types.Special special)
    {
        var specials = _specials;
        if (specials is null)
        {
            specials = new Value[Types.SpecialNames.Count];
            for (var i = 0; i < specials.Length; i++)
                specials[i] = Value.Error;
            _specials = specials;
        }
        return specials[(int)special] = LookupSlowly(Types.SpecialNames.Name(special));
    }
}
