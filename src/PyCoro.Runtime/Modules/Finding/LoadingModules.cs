// Which modules are being loaded, and by which threads: another thread that imports one of them waits until it is complete.
// Only where two threads would wait for each other, each for what the other loads, one sees an incomplete module.

using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Modules;

internal sealed class LoadingModules
{
    private sealed class Load(VmThread owner, string name) : IAwaited
    {
        internal VmThread Owner { get; } = owner;

        VmThread? IAwaited.Holder => Owner;

        string IAwaited.Describe(string? variable) => $"the import of '{name}'";

        // The thread may import the same module again while it loads it.
        internal int Depth { get; set; } = 1;

        internal List<VmThread> Waiting { get; } = [];
    }

    private readonly Dictionary<string, Load> _loads = new(StringComparer.Ordinal);
    private readonly Dictionary<VmThread, string> _waits = [];

    /// <summary>Nothing is being loaded, so nobody need wait.</summary>
    internal bool IsEmpty => _loads.Count == 0;

    /// <summary>Waits while another thread loads the module; false when a signal's handler raised meanwhile.</summary>
    internal bool Await(VmThread thread, string name)
    {
        var wait = new EndlessWait();
        while (_loads.TryGetValue(name, out var load) && load.Owner != thread && !WaitsFor(load.Owner, thread))
        {
            load.Waiting.Add(thread);
            _waits[thread] = name;
            var reason = wait.Park(thread, Gil.Forever, load);
            _waits.Remove(thread);
            load.Waiting.Remove(thread);
            if (reason != Unparked.Woken && !thread.CheckBudget())
                return false;
        }
        return true;
    }

    /// <summary>The thread loads a module from now on.</summary>
    internal void Begin(VmThread thread, string name)
    {
        if (_loads.TryGetValue(name, out var load) && load.Owner == thread)
            load.Depth++;
        else
            _loads[name] = new Load(thread, name);
    }

    /// <summary>It has loaded it, or failed to.</summary>
    internal void End(VmThread thread, string name)
    {
        if (!_loads.TryGetValue(name, out var load) || load.Owner != thread || --load.Depth > 0)
            return;
        _loads.Remove(name);
        foreach (var waiting in load.Waiting.ToArray())
            thread.Interpreter.Gil.Unpark(waiting);
    }

    // Does what the first thread waits for, step by step, end at the second one?
    private bool WaitsFor(VmThread first, VmThread second)
    {
        for (var at = first; _waits.TryGetValue(at, out var name) && _loads.TryGetValue(name, out var load); at = load.Owner)
        {
            if (load.Owner == second)
                return true;
        }
        return false;
    }
}
