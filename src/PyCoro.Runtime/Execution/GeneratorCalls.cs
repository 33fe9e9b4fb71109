// Calls of a generator's send() and __next__(), and of next(), that the loop can serve by going on in the generator's frame.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class GeneratorCalls
{
    /// <summary>The frame to go on with when the call is a plain step of a body that can be resumed, with what is sent on its
    /// stack. Null for everything else, errors included, which is left to the call itself.</summary>
    internal static Frame? Step(VmThread thread, Frame caller, PyMethodDescriptor method, ref Value first, int count) =>
        count > 0 && first.Ref is PyGenerator body && ReferenceEquals(body.Type, method.Owner)
            ? Step(thread, caller, method.Intrinsic, body, ref Unsafe.Add(ref first, 1), count - 1)
            : null;

    /// <summary>The same for a bound method, and for next().</summary>
    internal static Frame? Step(VmThread thread, Frame caller, PyBuiltinFunction function, ref Value first, int count)
    {
        if (function.Intrinsic is Intrinsic.GeneratorSend or Intrinsic.GeneratorNext)
            return Step(thread, caller, function.Intrinsic, Unsafe.As<PyGenerator>(function.Self.Ref!), ref first, count);
        return function.Intrinsic == Intrinsic.Next && count == 1 && first.Ref is PySyncGenerator body
            ? body.ResumeInLoop(thread, Value.None, caller)
            : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Frame? Step(VmThread thread, Frame caller, Intrinsic method, PyGenerator body, ref Value argument, int count)
    {
        if (method == Intrinsic.GeneratorNext)
            return count == 0 ? body.ResumeInLoop(thread, Value.None, caller) : null;
        return method == Intrinsic.GeneratorSend && count == 1 && (argument.IsNone || body.State == GeneratorState.Suspended)
            ? body.ResumeInLoop(thread, Slot.Read(argument), caller)
            : null;
    }
}
