using PyCoro.Runtime.Hosting;

namespace PyCoro.Runtime.Threads;

/// <summary>A call of the system during which other Python threads may run; disposing ends it. Nothing in it may touch Python objects.</summary>
internal readonly ref struct OutsideCall
{
    private readonly VmThread _thread;

    internal OutsideCall(VmThread thread, PollEntry[]? waitedFor = null, long until = Gil.Forever)
    {
        _thread = thread;
        thread.Interpreter.Gil.Leave(thread, waitedFor, until);
    }

    /// <summary>Waits for the thread's turn.</summary>
    public void Dispose() => _thread.Interpreter.Gil.Return(_thread);
}
