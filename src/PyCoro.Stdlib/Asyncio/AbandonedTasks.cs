// A loop holds its tasks, so the collector alone would never find one that nobody can wake any more. For the time of a
// gc.collect() the lists let go of them, and a mark hangs on each: the mark of an abandoned task is finalised, and brings the
// task back once more, to be reported.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Execution;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>Finds pending tasks that nothing but their loop knows (CPython: "Task was destroyed but it is pending!").</summary>
internal sealed class AbandonedTasks
{
    private readonly Interpreter _interpreter;
    private readonly Func<IEnumerable<TaskList>> _lists;
    private readonly List<(TaskList List, List<WeakReference<PyTask>> Tasks)> _released = [];
    private ConditionalWeakTable<PyTask, Mark> _marks = [];

    internal AbandonedTasks(Interpreter interpreter, Func<IEnumerable<TaskList>> lists)
    {
        _interpreter = interpreter;
        _lists = lists;
        interpreter.Collector.Searching += Release;
        interpreter.Collector.Searched += TakeBack;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Release()
    {
        foreach (var list in _lists())
        {
            var tasks = new List<WeakReference<PyTask>>();
            foreach (var task in list.All().ToArray())
            {
                list.Remove(task);
                tasks.Add(new WeakReference<PyTask>(task));
                _marks.AddOrUpdate(task, new Mark(_interpreter, task));
            }
            if (tasks.Count > 0)
                _released.Add((list, tasks));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeBack()
    {
        foreach (var (list, tasks) in _released)
        {
            foreach (var reference in tasks)
            {
                if (!reference.TryGetTarget(out var task))
                    continue;
                list.Add(task);
                if (_marks.TryGetValue(task, out var mark))
                    GC.SuppressFinalize(mark);
            }
        }
        _released.Clear();
        _marks = [];
    }

    private sealed class Mark(Interpreter interpreter, PyTask task)
    {
        ~Mark() => interpreter.AddPendingCall(task.ReportDestroyed);
    }
}
