// Calls from C# into Python. They nest on the C# stack, so they are guarded; calls between Python functions inside the
// interpreter loop do not come here.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

public sealed partial class VmThread
{
    /// <summary>Calls without arguments. <see cref="Value.Error"/> when it raised, as for all calls.</summary>
    public Value Call(Value callable) => Call(callable, ReadOnlySpan<Value>.Empty, null);

    /// <summary>Calls with one argument.</summary>
    public Value Call(Value callable, Value a) => Call(callable, [a], null);

    /// <summary>Calls with two arguments.</summary>
    public Value Call(Value callable, Value a, Value b) => Call(callable, [a, b], null);

    /// <summary>Calls with three arguments.</summary>
    public Value Call(Value callable, Value a, Value b, Value c) => Call(callable, [a, b, c], null);

    /// <summary>Calls with positional arguments followed by keyword values, whose names are in the tuple of str.</summary>
    public Value Call(Value callable, ReadOnlySpan<Value> args, PyTuple? keywordNames)
    {
        switch (callable.Ref)
        {
            case PyFunction function:
                return CallFunction(function, args, keywordNames);
            case PyBuiltinFunction builtin:
                return EnterNative() ? LeaveNative(builtin.Call(this, args, keywordNames)) : Value.Error;
            case PyBoundMethod { Function.Ref: PyFunction } bound:
                return CallWithReceiver(bound.Function, bound.Receiver, args, keywordNames);
            case PyBoundMethod bound:
                // Methods of methods of methods …: each binds one argument more.
                return EnterNative() ? LeaveNative(CallWithReceiver(bound.Function, bound.Receiver, args, keywordNames)) : Value.Error;
            case PyMethodDescriptor descriptor:
                return EnterNative() ? LeaveNative(descriptor.Call(this, args, keywordNames)) : Value.Error;
            case PyType type:
                return EnterNative() ? LeaveNative(type.Construct(this, args, keywordNames)) : Value.Error;
        }
        var call = callable.Type.LookupSpecial(Special.Call);
        if (call.IsUnbound)
            return TypeError($"'{callable.Type.QualifiedNativeName}' object is not callable");
        // A class may have an instance of itself as its __call__.
        return EnterNative() ? LeaveNative(CallSpecial(call, callable, args, keywordNames)) : Value.Error;
    }

    /// <summary>Calls <paramref name="function"/>, found on the type and not bound yet, with the receiver first.</summary>
    internal Value CallSpecial(Value function, Value receiver, ReadOnlySpan<Value> args, PyTuple? keywordNames = null)
    {
        if (function.Ref is PyFunction or PyMethodDescriptor)
            return CallWithReceiver(function, receiver, args, keywordNames);
        if (!EnterNative())
            return Value.Error;
        var bound = Operations.Attributes.Bind(this, function, receiver, receiver.Type);
        return LeaveNative(bound.IsError ? bound : Call(bound, args, keywordNames));
    }

    /// <summary>Calls a special method found on the type without further arguments.</summary>
    internal Value CallSpecial(Value function, Value receiver) =>
        function.Ref is PyMethodDescriptor descriptor
            ? EnterNative() ? LeaveNative(descriptor.Call(this, receiver)) : Value.Error
            : CallSpecial(function, receiver, ReadOnlySpan<Value>.Empty);

    /// <summary>Calls a special method found on the type with one argument.</summary>
    internal Value CallSpecial(Value function, Value receiver, Value a) =>
        function.Ref is PyMethodDescriptor descriptor
            ? EnterNative() ? LeaveNative(descriptor.Call(this, receiver, a)) : Value.Error
            : CallSpecial(function, receiver, [a]);

    /// <summary>Calls a special method found on the type with two arguments.</summary>
    internal Value CallSpecial(Value function, Value receiver, Value a, Value b) =>
        function.Ref is PyMethodDescriptor descriptor
            ? EnterNative() ? LeaveNative(descriptor.Call(this, receiver, a, b)) : Value.Error
            : CallSpecial(function, receiver, [a, b]);

    /// <summary>Calls the method of a name, as <c>receiver.name(*args)</c>.</summary>
    internal Value CallMethod(Value receiver, PyStr name, params ReadOnlySpan<Value> args)
    {
        var function = Operations.Attributes.GetMethod(this, receiver, name, out _, out var isUnbound);
        if (function.IsError)
            return function;
        return isUnbound ? CallWithReceiver(function, receiver, args, null) : Call(function, args, null);
    }

    /// <summary>Opens a level of C# recursion; RecursionError and false when there is no room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool EnterNative()
    {
        if (++_nativeDepth <= Interpreter.RecursionLimit && (_nativeDepth % 8 != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack()))
            return true;
        return RefuseNative(" while calling a Python object");
    }

    /// <summary><see cref="EnterNative()"/> for operations that recurse by themselves; <paramref name="what"/> ends the message.</summary>
    internal bool EnterNative(string what)
    {
        if (++_nativeDepth <= Interpreter.RecursionLimit && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        return RefuseNative(what);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RefuseNative(string what)
    {
        _nativeDepth--;
        RaiseRecursionError(what);
        return false;
    }

    /// <summary>Closes a level of C# recursion.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value LeaveNative(Value result)
    {
        _nativeDepth--;
        return result;
    }

    private int _nativeDepth;

    private Value CallWithReceiver(Value function, Value receiver, ReadOnlySpan<Value> args, PyTuple? keywordNames)
    {
        if (args.Length < 8)
        {
            Arguments8 buffer = default;
            Span<Value> all = buffer;
            all[0] = receiver;
            args.CopyTo(all[1..]);
            return Call(function, all[..(args.Length + 1)], keywordNames);
        }
        var array = new Value[args.Length + 1];
        array[0] = receiver;
        args.CopyTo(array.AsSpan(1));
        return Call(function, array, keywordNames);
    }

    [InlineArray(8)]
    private struct Arguments8
    {
        private Value _first;
    }
}
