using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Observing;

/// <summary>Is told of every switch. Each switch point asks once whether anyone looks (<see cref="VmThread.Observer"/>); viewers and
/// recorders are built on this and on nothing else. The values are live: an observer must not run Python code.</summary>
internal interface ISwitchObserver
{
    /// <summary>A body is entered: <paramref name="innermost"/> goes on, for <paramref name="root"/> was resumed.</summary>
    void Resumed(VmThread thread, PyGenerator root, PyGenerator innermost);

    /// <summary><paramref name="innermost"/> yields a value to whoever resumed <paramref name="root"/>.</summary>
    void Yielded(VmThread thread, PyGenerator root, PyGenerator innermost, Value value);

    /// <summary>A body delegates to another one, by <c>yield from</c> or <c>await</c>.</summary>
    void Delegated(VmThread thread, PyGenerator from, PyGenerator to);

    /// <summary>A body has ended: with its result, or Error when it raised what is pending.</summary>
    void Finished(VmThread thread, PyGenerator body, Value result);

    /// <summary>The event loop makes a task go on.</summary>
    void TaskStepped(VmThread thread, PyObject task);

    /// <summary>A future that is done makes a task ready to go on.</summary>
    void TaskWoken(VmThread thread, PyObject task, PyObject future);
}
