// An isolated Python: modules, builtins, interned names, options. Several live in one process without sharing anything
// mutable.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

/// <summary>An isolated Python interpreter.</summary>
public sealed partial class Interpreter
{
    private readonly Dictionary<string, PyStr> _interned = [];
    private volatile bool _interruptRequested;

    /// <summary>Names that occur as constants or identifiers: one object for each, so that they compare by reference.</summary>
    internal PyStr Intern(string text)
    {
        lock (_interned)
        {
            if (!_interned.TryGetValue(text, out var name))
                _interned.Add(text, name = PyStr.Of(text));
            return name;
        }
    }

    /// <summary><c>sys.getrecursionlimit()</c>.</summary>
    internal int RecursionLimit { get; set; } = 1000;

    /// <summary>Asks the main thread to raise KeyboardInterrupt at its next check; may be called from any thread.</summary>
    public void Interrupt() => _interruptRequested = true;

    /// <summary>The thread that runs the program.</summary>
    public VmThread MainThread { get; }
}
