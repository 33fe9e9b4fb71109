namespace PyCoro.Runtime.Execution;

/// <summary>Native functions that the interpreter loop does by itself when the arguments are the usual ones.</summary>
internal enum Intrinsic : byte
{
    None,

    /// <summary><c>send</c> of a generator or coroutine.</summary>
    GeneratorSend,

    /// <summary><c>__next__</c> of a generator.</summary>
    GeneratorNext,

    /// <summary><c>next</c>.</summary>
    Next,

    /// <summary><c>list.append</c>.</summary>
    ListAppend,

    /// <summary>A function that may switch tracing on: the loop checks for it behind the call.</summary>
    TracingSwitch,

    /// <summary>A function that is called when the loop has been left.</summary>
    OutsideLoop,
}
