// What asyncio knows of a deadlock: each task that has not finished, its stack through everything that it awaits, and whom it
// waits for. Who holds a lock of asyncio is seen from the task's frames: one inside `async with` keeps the method that leaves it.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>Tells the tasks of an interpreter's loops as parties of a deadlock.</summary>
internal static class TaskWitness
{
    private static readonly PyStr TasksName = PyStr.Constant("_tasks");

    internal static IEnumerable<DeadlockParty> Parties(VmThread thread, IEnumerable<PyTask> unfinished)
    {
        var tasks = unfinished.Select(task => (Task: task, Party: new DeadlockParty(task, NameOf(task)) { Stack = StackOf(task, out var end) }, End: end)).ToList();
        var places = tasks.Select(static (entry, place) => (entry.Task, place)).ToDictionary(static entry => entry.Task, static entry => entry.place);
        foreach (var (task, party, end) in tasks)
        {
            var awaiting = party.Stack is [.., { Code.SlotCount: > 0 } innermost] ? innermost.Slot(0).Ref : null;
            if (end.Ref is PyParking && awaiting is not null)
            {
                party.Waits = Describe(awaiting, party.NameOf(awaiting));
                party.For = [.. tasks.Where(other => Holds(other.Party, awaiting)).Select(static other => other.Task)];
                if (party.For.Count > 0)
                    party.Waits += $", which {Names(party.For)} {(party.For.Count == 1 ? "holds" : "hold")}";
                continue;
            }
            party.For = [.. AwaitedBy(thread, task, awaiting).OrderBy(member => places.GetValueOrDefault(member))];
            party.Waits = party.For.Count > 0 ? Names(party.For)
                : task.Waiter is { } future && party.NameOf(future) is { } name ? $"the future '{name}', which nobody has resolved"
                : "a future that nobody has resolved";
        }
        return tasks.Select(static entry => entry.Party);
    }

    private static string NameOf(PyTask task) => $"task '{((PyStr)task.GetName().Ref!).Text}'";

    private static string Names(IEnumerable<object> tasks) => string.Join(" and ", tasks.Select(static task => NameOf((PyTask)task)));

    private static string Describe(PyObject primitive, string? name) =>
        name is null ? $"a {primitive.Type.Name} of asyncio" : $"the {primitive.Type.Name} '{name}' of asyncio";

    private static IEnumerable<PyTask> AwaitedBy(VmThread thread, PyTask task, PyObject? awaiting) => task.Waiter switch
    {
        PyTask other => [other],
        PyGatheringFuture gathering => gathering.Unfinished,
        // A task group waits for a future of its own, which the last of its tasks resolves.
        _ when awaiting is not null && InstanceAttributes.Get(thread, awaiting, TasksName).Ref is PySet group =>
            Iteration.ToArray(thread, group)!.Select(static item => item.Ref).OfType<PyTask>().Where(static member => !member.IsDone),
        _ => [],
    };

    // The frames of the coroutine and of all it delegates to; what the innermost of them awaits.
    private static List<Frame> StackOf(PyTask task, out Value end)
    {
        var stack = new List<Frame>();
        end = task.Coroutine is { } coroutine ? coroutine : Value.Unbound;
        while (end.Ref is PyGenerator { Frame: { } frame } body)
        {
            stack.Add(frame);
            end = body.YieldFrom();
        }
        return stack;
    }

    // A frame that only enters the block has the method on its stack, too.
    private static bool Holds(DeadlockParty party, PyObject primitive)
    {
        for (var i = 0; i < party.Stack.Count; i++)
        {
            var frame = party.Stack[i];
            var enters = i + 1 < party.Stack.Count && party.Stack[i + 1] is { Code: { SlotCount: > 0, Name.Text: "__aenter__" } } next
                && ReferenceEquals(next.Slot(0).Ref, primitive);
            if (!enters && HasExitOf(frame, primitive))
                return true;
        }
        return false;
    }

    private static bool HasExitOf(Frame frame, PyObject primitive)
    {
        for (var place = frame.Base + frame.Code.SlotCount; place < frame.StackPointer; place++)
        {
            if (frame.Stack[place].Ref is PyBoundMethod { Function.Ref: PyFunction { Name.Text: "__aexit__" } } exit && ReferenceEquals(exit.Receiver.Ref, primitive))
                return true;
        }
        return false;
    }
}
