// The report of a deadlock: who waits for whom, the cycle where there is one, and the stack of every thread and task. The
// threads are known here; whoever else schedules Python code (asyncio) adds its own parties through DeadlockWitnesses.

using System.Text;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Tracebacks;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

/// <summary>Those who know of parties besides the threads.</summary>
internal sealed class DeadlockWitnesses
{
    /// <summary>Each lists the parties that it knows of.</summary>
    internal List<Func<VmThread, IEnumerable<DeadlockParty>>> All { get; } = [];
}

/// <summary>Writes the report.</summary>
internal static class DeadlockReport
{
    private const int MostParties = 100;

    private static readonly PyStr ActiveName = PyStr.Constant("_active");
    private static readonly PyStr NameName = PyStr.Constant("_name");

    /// <summary>The report of a deadlock that has just been found.</summary>
    internal static string Write(VmThread thread)
    {
        var parties = thread.Interpreter.Gil.Threads.Select(other => PartyOf(thread, other)).ToList();
        foreach (var witness in thread.Interpreter.State<DeadlockWitnesses>().All)
            parties.AddRange(witness(thread));
        var report = new StringBuilder("Deadlock: nothing can run, and nothing is pending that could change that.\n");
        if (CycleOf(parties) is { } cycle)
        {
            report.Append("\nThe cycle:\n");
            foreach (var party in cycle)
                report.Append($"  {party.Name} waits for {party.Waits}\n");
        }
        foreach (var party in parties.Take(MostParties))
        {
            report.Append('\n').Append(char.ToUpperInvariant(party.Name[0])).Append(party.Name.AsSpan(1));
            if (party.Waits.Length > 0)
                report.Append(" waits for ").Append(party.Waits);
            report.Append(party.Stack.Count > 0 ? ":\n" : "\n").Append(StackText(thread, party.Stack));
        }
        if (parties.Count > MostParties)
            report.Append($"\n... and {parties.Count - MostParties} more\n");
        return report.ToString();
    }

    /// <summary>The thread and its name, as <c>threading</c> knows it.</summary>
    internal static string NameOf(VmThread asking, VmThread thread)
    {
        var interpreter = thread.Interpreter;
        if (interpreter.Modules.GetStr(PyStr.Of("threading")).Ref is PyModule threading
            && threading.Dict.GetStr(ActiveName).Ref is PyDict active
            && active.Get(asking, Value.Int(thread.Identity)).Ref is { } known
            && InstanceAttributes.Get(known, NameName).Ref is PyStr name)
            return $"thread '{name.Text}'";
        return thread.IsMain ? "thread 'MainThread'" : $"thread {thread.Identity}";
    }

    private static DeadlockParty PartyOf(VmThread asking, VmThread thread)
    {
        var stack = new List<Frame>();
        for (var frame = thread.Top; frame is not null; frame = frame.Back)
            stack.Add(frame);
        stack.Reverse();
        var party = new DeadlockParty(thread, NameOf(asking, thread)) { Stack = stack };
        if (thread.Awaits is not { } awaited)
            return party;
        var holder = awaited.Holder;
        if (holder is not null)
            party.For = [holder];
        if (holder is not null && awaited.IsEndOfHolder)
        {
            party.Waits = $"the end of {NameOf(asking, holder)}";
            return party;
        }
        party.Waits = awaited.Describe(party.NameOf(awaited));
        if (holder is null)
            return party;
        var since = awaited.TakenAt is { } place ? $" since {place}" : "";
        party.Waits += ReferenceEquals(holder, thread) ? $", which it has held itself{since}"
            : holder.State == ThreadState.Ended ? $", which a thread that has ended held{since}"
            : $", which {NameOf(asking, holder)} has held{since}";
        return party;
    }

    // The parties of one cycle, each waiting for the next one and the last one for the first; null when there is none.
    private static List<DeadlockParty>? CycleOf(List<DeadlockParty> parties)
    {
        var known = parties.ToDictionary(static party => party.Identity, ReferenceEqualityComparer.Instance);
        var path = new List<DeadlockParty>();
        foreach (var start in parties)
        {
            if (FindCycle(start, known, path) is { } first)
                return path[path.IndexOf(first)..];
        }
        return null;
    }

    // The party at which the path has come round; null, with nothing added to the path, when it does not.
    private static DeadlockParty? FindCycle(DeadlockParty at, Dictionary<object, DeadlockParty> known, List<DeadlockParty> path)
    {
        if (at.Search != SearchState.New)
            return at.Search == SearchState.OnPath ? at : null;
        at.Search = SearchState.OnPath;
        path.Add(at);
        foreach (var identity in at.For)
        {
            if (known.TryGetValue(identity, out var next) && FindCycle(next, known, path) is { } first)
                return first;
        }
        path.RemoveAt(path.Count - 1);
        at.Search = SearchState.Done;
        return null;
    }

    private static string StackText(VmThread thread, IReadOnlyList<Frame> stack)
    {
        PyTraceback? traceback = null;
        for (var i = stack.Count - 1; i >= 0; i--)
            traceback = new PyTraceback(traceback, stack[i], stack[i].InstructionPointer, 0);
        var output = new TracebackMargin();
        TracebackText.WriteEntries(thread, traceback, output);
        return output.ToString();
    }
}
