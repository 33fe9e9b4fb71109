namespace PyCoro.Runtime.Objects;

/// <summary>How a step of an iterator or coroutine ended.</summary>
internal enum SendStatus
{
    /// <summary>It yielded the value.</summary>
    Yielded,

    /// <summary>It returned the value; what StopIteration carries in Python.</summary>
    Returned,

    /// <summary>It raised; the exception is pending.</summary>
    Raised,
}
