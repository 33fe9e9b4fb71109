// What only frames have that are traced or whose variables a program looks at as a dict. It hangs off the frame, which is
// marked as escaped at the same time: frames that are used again never have one.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

/// <summary>The tracing state of one frame.</summary>
internal sealed class FrameTrace
{
    /// <summary><c>f_trace</c>; unbound when there is none.</summary>
    internal Value Function = Value.Unbound;

    /// <summary><c>f_trace_lines</c>.</summary>
    internal bool Lines = true;

    /// <summary><c>f_trace_opcodes</c>.</summary>
    internal bool Opcodes;

    /// <summary>The instruction looked at last; -1 when the next line is a new one whatever came before.</summary>
    internal int Previous = -1;

    /// <summary>It was left by a yield inside a delegation, which is executed again on resuming: that is a call, too.</summary>
    internal bool LeftInDelegation;

    /// <summary><c>f_locals</c> of a function: one dict for the frame's whole life, as in CPython 3.11.</summary>
    internal PyDict? Locals;
}
