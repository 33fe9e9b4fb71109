using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Arguments of a call with a receiver to put before them, without an array when they are few.</summary>
internal readonly ref struct BoundArguments(Value receiver, ReadOnlySpan<Value> args)
{
    private readonly Value _receiver = receiver;
    private readonly ReadOnlySpan<Value> _args = args;

    /// <summary>Calls a native method with them.</summary>
    internal Value Call(VmThread thread, NativeMethod method, PyTuple? names)
    {
        if (names is null)
        {
            switch (_args.Length)
            {
                case 0: return method.Call(thread, _receiver);
                case 1: return method.Call(thread, _receiver, _args[0]);
                case 2: return method.Call(thread, _receiver, _args[0], _args[1]);
            }
        }
        return CallWithMany(thread, method, names);
    }

    private Value CallWithMany(VmThread thread, NativeMethod method, PyTuple? names)
    {
        if (_args.Length >= ArgumentBuffer.Length)
            return method.Call(thread, [_receiver, .. _args], names);
        ArgumentBuffer buffer = default;
        Span<Value> all = buffer;
        all[0] = _receiver;
        _args.CopyTo(all[1..]);
        return method.Call(thread, all[..(_args.Length + 1)], names);
    }
}
