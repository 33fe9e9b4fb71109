// Calls of a generator's send() and __next__(), and of next(), that the loop can serve by going on in the generator's frame.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class GeneratorCalls
{
    /// <summary>Is it a plain step of a body that can be resumed? Everything else, errors included, is left to the call itself.</summary>
    internal static bool TryGetStep(PyMethodDescriptor method, ref Value first, int count, out PyGenerator body, out Value sent)
    {
        if (count > 0 && first.Ref is PyGenerator generator && ReferenceEquals(generator.Type, method.Owner))
            return TryGetStep(method.Intrinsic, generator, ref Unsafe.Add(ref first, 1), count - 1, out body, out sent);
        body = null!;
        sent = Value.None;
        return false;
    }

    /// <summary>The same for a bound method, and for next().</summary>
    internal static bool TryGetStep(PyBuiltinFunction function, ref Value first, int count, out PyGenerator body, out Value sent)
    {
        if (function.Intrinsic is Intrinsic.GeneratorSend or Intrinsic.GeneratorNext)
            return TryGetStep(function.Intrinsic, Unsafe.As<PyGenerator>(function.Self.Ref!), ref first, count, out body, out sent);
        sent = Value.None;
        body = (count == 1 && function.Intrinsic == Intrinsic.Next ? first.Ref as PySyncGenerator : null)!;
        return body is { CanResumeInLoop: true };
    }

    private static bool TryGetStep(
        Intrinsic method, PyGenerator generator, ref Value argument, int count, out PyGenerator body, out Value sent)
    {
        body = generator;
        sent = Value.None;
        if (!generator.CanResumeInLoop)
            return false;
        if (method == Intrinsic.GeneratorNext)
            return count == 0;
        if (method != Intrinsic.GeneratorSend || count != 1)
            return false;
        sent = argument;
        return argument.IsNone || generator.State == GeneratorState.Suspended;
    }
}
