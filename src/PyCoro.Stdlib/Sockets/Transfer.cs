namespace PyCoro.Stdlib.Sockets;

/// <summary>How a transfer went.</summary>
internal enum Transfer
{
    /// <summary>Something was transferred.</summary>
    Done,

    /// <summary>Nothing can be now.</summary>
    WouldBlock,

    /// <summary>The time is over.</summary>
    TimedOut,

    /// <summary>The peer has ended the connection.</summary>
    Ended,

    /// <summary>It raised.</summary>
    Raised,
}
