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
        sent = Value.None;
        if (count > 0 && first.Ref is PyGenerator generator && ReferenceEquals(generator.Type, method.Owner))
            return TryGetStep(method.Method.Name, generator, count == 2 ? Unsafe.Add(ref first, 1) : Value.Unbound, count, out body, ref sent);
        body = null!;
        return false;
    }

    /// <summary>The same for a bound method, and for next().</summary>
    internal static bool TryGetStep(PyBuiltinFunction function, ref Value first, int count, out PyGenerator body, out Value sent)
    {
        sent = Value.None;
        if (function.Method.Name == "next")
        {
            body = (count == 1 ? first.Ref as PySyncGenerator : null)!;
            return body is { CanResumeInLoop: true };
        }
        if (function.Self.Ref is PyGenerator generator && generator is not PyAsyncGenerator)
            return TryGetStep(function.Method.Name, generator, count == 1 ? first : Value.Unbound, count + 1, out body, ref sent);
        body = null!;
        return false;
    }

    private static bool TryGetStep(string name, PyGenerator generator, Value argument, int count, out PyGenerator body, ref Value sent)
    {
        body = generator;
        if (!generator.CanResumeInLoop)
            return false;
        if (name.Length == 4)
        {
            sent = argument;
            return count == 2 && (argument.IsNone || generator.State == GeneratorState.Suspended);
        }
        return count == 1;
    }
}
