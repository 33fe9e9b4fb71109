namespace PyCoro.Runtime.Execution;

/// <summary>Native functions that the interpreter loop does by itself when the arguments are the usual ones.</summary>
internal enum Intrinsic : byte
{
    None,

    /// <summary>A generator's <c>send</c> or <c>__next__</c>, and <c>next</c>.</summary>
    GeneratorStep,

    /// <summary><c>list.append</c>.</summary>
    ListAppend,
}
