// gc over .NET's collector (library reference: gc). It cannot be switched off, keeps no lists of objects and counts none:
// what programs set is remembered and told again, what asks for objects walks the heap.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Lifetime;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Collecting;

/// <summary>This module provides access to the garbage collector for reference cycles.</summary>
[PyModule("gc")]
internal static partial class GcModule
{
    private const int Generations = 3;

    private static readonly Value AllGenerations = Value.Int(-1);
    private static readonly PyStr CallbacksKey = PyStr.Constant("callbacks");

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        module.Dict.SetStr(CallbacksKey, new PyList());
        module.Dict.SetStr(PyStr.Of("garbage"), new PyList());
        foreach (var (name, flag) in new[]
        {
            ("DEBUG_STATS", 1), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32), ("DEBUG_LEAK", 38),
        })
        {
            module.Dict.SetStr(thread.Interpreter.Intern(name), Value.Int(flag));
        }
        return Value.None;
    }

    /// <summary>Run the garbage collector.
    ///
    /// With no arguments, run a full collection.  The optional argument
    /// may be an integer specifying which generation to collect.  A ValueError
    /// is raised if the generation number is invalid.
    ///
    /// The number of unreachable objects is not known: the result is how many
    /// finalizers and callbacks have run.</summary>
    [PyFunction("collect", Signature = "generation=2")]
    private static Value Collect(VmThread thread, int generation = Generations - 1)
    {
        if (generation is < 0 or >= Generations)
            return thread.ValueError("invalid generation");
        var state = thread.Interpreter.State<GcState>();
        if (state.IsCollecting)
            return Value.Int(0);
        state.IsCollecting = true;
        Report(thread, "start", generation);
        var finalised = thread.Interpreter.Collector.Collect(thread);
        state.Collections[generation]++;
        state.IsCollecting = false;
        Report(thread, "stop", generation, finalised);
        return Value.Int(finalised);
    }

    /// <summary>Enable automatic garbage collection.</summary>
    [PyFunction("enable")]
    private static void Enable(VmThread thread) => thread.Interpreter.State<GcState>().IsEnabled = true;

    /// <summary>Disable automatic garbage collection.
    ///
    /// The collector of .NET goes on; isenabled() tells what was asked for.</summary>
    [PyFunction("disable")]
    private static void Disable(VmThread thread) => thread.Interpreter.State<GcState>().IsEnabled = false;

    /// <summary>Returns true if automatic garbage collection is enabled.</summary>
    [PyFunction("isenabled")]
    private static bool IsEnabled(VmThread thread) => thread.Interpreter.State<GcState>().IsEnabled;

    /// <summary>Set the garbage collection debugging flags.</summary>
    [PyFunction("set_debug", Signature = "flags, /")]
    private static void SetDebug(VmThread thread, int flags) => thread.Interpreter.State<GcState>().DebugFlags = flags;

    /// <summary>Get the garbage collection debugging flags.</summary>
    [PyFunction("get_debug")]
    private static int GetDebug(VmThread thread) => thread.Interpreter.State<GcState>().DebugFlags;

    /// <summary>set_threshold(threshold0, [threshold1, threshold2]) -> None
    /// Sets the collection thresholds.  Setting threshold0 to zero disables
    /// collection.</summary>
    [PyFunction("set_threshold", Signature = "*args")]
    private static Value SetThreshold(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length is 0 or > Generations)
            return thread.TypeError($"gc.set_threshold() takes 1 to {Generations} arguments ({args.Length} given)");
        for (var i = 0; i < args.Length; i++)
        {
            if (!Conversions.TryIndex64(thread, args[i], out thread.Interpreter.State<GcState>().Thresholds[i]))
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Return the current collection thresholds.</summary>
    [PyFunction("get_threshold")]
    private static Value GetThreshold(VmThread thread) => Tuple(thread.Interpreter.State<GcState>().Thresholds);

    /// <summary>Return a three-tuple of the current collection counts.</summary>
    [PyFunction("get_count")]
    private static Value GetCount() => PyTuple.Of(Value.Int(GC.CollectionCount(0)), Value.Int(GC.CollectionCount(1)), Value.Int(GC.CollectionCount(2)));

    /// <summary>Return a list of dictionaries containing per-generation statistics.</summary>
    [PyFunction("get_stats")]
    private static Value GetStats(VmThread thread)
    {
        var result = new PyList();
        foreach (var collections in thread.Interpreter.State<GcState>().Collections)
        {
            var row = new PyDict();
            row.SetStr(PyStr.Of("collections"), Value.Int(collections));
            row.SetStr(PyStr.Of("collected"), Value.Int(0));
            row.SetStr(PyStr.Of("uncollectable"), Value.Int(0));
            result.Append(row);
        }
        return result;
    }

    /// <summary>Returns true if the object is tracked by the garbage collector.
    ///
    /// Simple atomic objects will return false.</summary>
    [PyFunction("is_tracked", Signature = "obj, /")]
    private static bool IsTracked(Value obj) => obj.Ref is not (null or PyStr or ByteSequence or PyInt or PyBool or PyComplex or Runtime.Values.FloatTag) && !obj.IsNone;

    /// <summary>Returns true if the object has been already finalized by the GC.</summary>
    [PyFunction("is_finalized", Signature = "obj, /")]
    private static bool IsFinalized(VmThread thread, Value obj) => obj.Ref is { } known && thread.Interpreter.Finalization.IsFinalized(known);

    /// <summary>Freeze all current tracked objects and ignore them for future collections.</summary>
    [PyFunction("freeze")]
    [PyFunction("unfreeze")]
    private static Value Freeze() => Value.None;

    /// <summary>Return the number of objects in the permanent generation.</summary>
    [PyFunction("get_freeze_count")]
    private static int GetFreezeCount() => 0;

    /// <summary>Return a list of objects tracked by the collector (excluding the list returned).
    ///
    ///   generation
    ///     Generation to extract the objects from.
    ///
    /// They are found by walking from the interpreter, whatever their generation.</summary>
    [PyFunction("get_objects", Signature = "generation=None")]
    private static Value GetObjects(VmThread thread, Value generation)
    {
        if (generation.IsUnbound || generation.IsNone)
            generation = AllGenerations;
        if (!generation.Type.Has(Runtime.Types.Special.Index))
            return thread.TypeError($"argument should be integer or None, not '{generation.Type.Name}'");
        if (!Conversions.TryIndex64(thread, generation, out var number))
            return Value.Error;
        if (number >= Generations)
            return thread.ValueError($"generation parameter must be less than the number of available generations ({Generations})");
        if (number < AllGenerations.Bits)
            return thread.ValueError("generation parameter cannot be negative");
        if (!Auditing.Raise(thread, "gc.get_objects", generation))
            return Value.Error;
        return ListOf(HeapWalk.Reachable(thread.Interpreter).Select(static obj => Value.Of(obj)).Where(IsTracked));
    }

    /// <summary>get_referrers(*objs) -> list
    /// Return the list of objects that directly refer to any of objs.</summary>
    [PyFunction("get_referrers", Signature = "*objs")]
    private static Value GetReferrers(VmThread thread, ReadOnlySpan<Value> objs)
    {
        if (!Auditing.Raise(thread, "gc.get_referrers", PyTuple.Of(objs.ToArray())))
            return Value.Error;
        var wanted = new HashSet<PyObject>(ReferenceEqualityComparer.Instance);
        foreach (var obj in objs)
        {
            if (obj.Ref is { } known)
                wanted.Add(known);
        }
        return ListOf(HeapWalk.Reachable(thread.Interpreter).Select(static obj => Value.Of(obj))
            .Where(obj => IsTracked(obj) && HeapWalk.ReferentsOf(obj.Ref!).Exists(known => known.Ref is { } referent && wanted.Contains(referent))));
    }

    /// <summary>get_referents(*objs) -> list
    /// Return the list of objects that are directly referred to by objs.</summary>
    [PyFunction("get_referents", Signature = "*objs")]
    private static Value GetReferents(VmThread thread, ReadOnlySpan<Value> objs)
    {
        if (!Auditing.Raise(thread, "gc.get_referents", PyTuple.Of(objs.ToArray())))
            return Value.Error;
        var result = new List<Value>();
        foreach (var obj in objs)
        {
            if (obj.Ref is { } holder && IsTracked(obj))
                result.AddRange(HeapWalk.ReferentsOf(holder));
        }
        return ListOf(result);
    }

    private static PyList ListOf(IEnumerable<Value> values) => new([.. values]);

    private static PyTuple Tuple(long[] numbers) => PyTuple.Of([.. numbers.Select(Value.Int)]);

    // Tells gc.callbacks, whose errors are shown and forgotten.
    private static void Report(VmThread thread, string phase, int generation, int collected = 0)
    {
        if (thread.Interpreter.Modules.GetStr(PyStr.Of("gc")).Ref is not PyModule module || module.Dict.GetStr(CallbacksKey).Ref is not PyList callbacks || callbacks.Count == 0)
            return;
        var details = new PyDict();
        details.SetStr(PyStr.Of("generation"), Value.Int(generation));
        details.SetStr(PyStr.Of("collected"), Value.Int(collected));
        details.SetStr(PyStr.Of("uncollectable"), Value.Int(0));
        foreach (var callback in callbacks.Span.ToArray())
        {
            if (thread.Call(callback, Value.Str(phase), details).IsError)
                thread.Interpreter.ReportUnraisable(thread, callback);
        }
    }
}

/// <summary>What a program has asked of the collector.</summary>
internal sealed class GcState
{
    internal bool IsEnabled { get; set; } = true;

    internal bool IsCollecting { get; set; }

    internal int DebugFlags { get; set; }

    internal long[] Thresholds { get; } = [700, 10, 10];

    internal long[] Collections { get; } = new long[3];
}
