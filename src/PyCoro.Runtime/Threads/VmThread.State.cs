// What two native modules keep for each thread and look at on every switch of a task; anything else a module remembers
// goes to Interpreter.State.

using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Threads;

public sealed partial class VmThread
{
    /// <summary>The current context of PEP 567; null while it is the thread's own empty one, not asked for yet.</summary>
    internal PyObject? CurrentContext;

    /// <summary>The asyncio event loop that runs in this thread.</summary>
    internal PyObject? RunningLoop;
}
