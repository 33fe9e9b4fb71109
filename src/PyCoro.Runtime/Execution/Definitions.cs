using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

/// <summary>MAKE_FUNCTION (language reference, Function definitions).</summary>
internal static class Definitions
{
    internal static Value MakeFunction(Frame frame, int flags, ReadOnlySpan<Value> operands)
    {
        var function = new PyFunction((PyCode)operands[^1].Ref!, frame.Globals, frame.Builtins);
        var next = 0;
        if ((flags & 1) != 0)
            function.Defaults = (PyTuple)operands[next++].Ref!;
        if ((flags & 2) != 0)
            function.KwDefaults = (PyDict)operands[next++].Ref!;
        if ((flags & 4) != 0)
            function.Annotations = operands[next++].Ref!;
        if ((flags & 8) != 0)
            function.Closure = (PyTuple)operands[next].Ref!;
        return function;
    }
}
