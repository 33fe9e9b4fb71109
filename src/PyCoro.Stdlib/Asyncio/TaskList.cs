// The tasks of a loop that have not finished, in the order they were made. A task is its own node, so that joining and
// leaving cost a few stores. The loop keeps its tasks alive: a task that waits is never lost to the collector.

using PyCoro.Runtime.Threads;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>An intrusive list of tasks.</summary>
internal sealed class TaskList
{
    private PyTask? _first;
    private PyTask? _last;

    internal void Add(PyTask task)
    {
        task.PreviousTask = _last;
        if (_last is null)
            _first = task;
        else
            _last.NextTask = task;
        _last = task;
        task.Owner = this;
    }

    internal void Remove(PyTask task)
    {
        if (!ReferenceEquals(task.Owner, this))
            return;
        if (task.PreviousTask is { } previous)
            previous.NextTask = task.NextTask;
        else
            _first = task.NextTask;
        if (task.NextTask is { } next)
            next.PreviousTask = task.PreviousTask;
        else
            _last = task.PreviousTask;
        task.PreviousTask = task.NextTask = null;
        task.Owner = null;
    }

    internal IEnumerable<PyTask> All()
    {
        for (var task = _first; task is not null; task = task.NextTask)
            yield return task;
    }

    internal void ReportPending(VmThread thread)
    {
        foreach (var task in All().ToArray())
        {
            Remove(task);
            task.ReportDestroyed(thread);
        }
    }
}
