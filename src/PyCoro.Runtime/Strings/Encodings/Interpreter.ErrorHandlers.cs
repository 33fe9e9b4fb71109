using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal sealed partial class Interpreter
{
    /// <summary>Handlers for coding errors by name, as <c>codecs.register_error</c> was given them.</summary>
    internal Dictionary<string, Value> CodingErrorHandlers { get; } = [];
}
