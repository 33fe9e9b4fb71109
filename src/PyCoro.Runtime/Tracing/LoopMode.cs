// The interpreter loop is compiled twice: a generic over these structs is specialised by the JIT for each of them, so
// that what only a traced program needs is not there at all in the loop that everyone else runs.

namespace PyCoro.Runtime.Execution;

/// <summary>Which of the two loops a specialisation is.</summary>
internal interface ILoopMode
{
    /// <summary>Ask <see cref="Tracing"/> before every instruction.</summary>
    static abstract bool IsTraced { get; }
}

/// <summary>Nobody traces.</summary>
internal readonly struct Untraced : ILoopMode
{
    public static bool IsTraced => false;
}

/// <summary>sys.settrace or sys.setprofile is in force.</summary>
internal readonly struct Traced : ILoopMode
{
    public static bool IsTraced => true;
}
