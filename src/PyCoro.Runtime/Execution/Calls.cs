// Calls begun in the loop: what to do with each kind of callable. A Python function becomes a frame for the loop to enter;
// a generator function's call makes the generator at once, its body does not run; everything else is called here.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class Calls
{
    /// <summary>Begins a call: a frame to enter, or null with the result (Error when it raised).</summary>
    internal static Frame? Begin(
        VmThread thread, Frame caller, Value callee, ReadOnlySpan<Value> args, PyTuple? keywordNames, out Value result)
    {
        switch (callee.Ref)
        {
            case PyFunction function:
                return BeginFunction(thread, caller, function, args, keywordNames, out result);
            case PyBoundMethod { Function.Ref: PyFunction function } bound:
            {
                var all = new Value[args.Length + 1];
                all[0] = bound.Receiver;
                args.CopyTo(all.AsSpan(1));
                return BeginFunction(thread, caller, function, all, keywordNames, out result);
            }
            case PyType type when type.PlainConstructor is { } init:
                return BeginConstruction(thread, caller, type, init, args, keywordNames, out result);
            case PyType type when ReferenceEquals(type, PySuper.TypeObject) && args.Length == 0:
                result = PySuper.OfFrame(thread);
                return null;
        }
        result = Tracing.IsProfiledCall(thread, callee)
            ? Tracing.CallProfiled(thread, caller, callee, args, keywordNames)
            : thread.Call(callee, args, keywordNames);
        return null;
    }

    /// <summary>CALL_FUNCTION_EX.</summary>
    internal static Frame? BeginStarred(VmThread thread, Frame caller, Value callee, Value args, Value kwargs, out Value result)
    {
        result = Value.Error;
        Value[]? positional;
        if (args.Ref is PyTuple { Type.IsHeapType: false } tuple)
        {
            positional = tuple.Items;
        }
        else
        {
            if (Iteration.TryGetIter(thread, args) is { IsUnbound: true })
            {
                result = thread.TypeError($"{Describe(thread, callee)} argument after * must be an iterable, not {args.Type.QualifiedNativeName}");
                return null;
            }
            positional = Iteration.ToArray(thread, args);
            if (positional is null)
                return null;
        }
        if (kwargs.IsUnbound)
            return Begin(thread, caller, callee, positional, null, out result);
        if (kwargs.Ref is not PyDict dict)
        {
            dict = new PyDict();
            if (Displays.MergeKeywords(thread, callee, dict, kwargs).IsError)
                return null;
        }
        if (dict.Count == 0)
            return Begin(thread, caller, callee, positional, null, out result);
        var names = new Value[dict.Count];
        var all = new Value[positional.Length + names.Length];
        positional.CopyTo(all, 0);
        var count = 0;
        for (var place = 0; place < dict.EntryCount; place++)
        {
            var entry = dict.EntryAt(place);
            if (entry.Key.IsUnbound)
                continue;
            if (entry.Key.Ref is not PyStr)
            {
                result = thread.TypeError("keywords must be strings");
                return null;
            }
            names[count] = entry.Key;
            all[positional.Length + count++] = entry.Item;
        }
        return Begin(thread, caller, callee, all, new PyTuple(names), out result);
    }

    /// <summary>A frame for a function with its parameters bound; for a generator function null and the generator.</summary>
    internal static Frame? BeginFunction(
        VmThread thread, Frame? caller, PyFunction function, ReadOnlySpan<Value> args, PyTuple? keywordNames, out Value result)
    {
        var code = function.Code;
        result = Value.Error;
        Frame? frame;
        if (code.IsGeneratorLike)
        {
            frame = thread.RentBodyFrame(code);
        }
        else
        {
            frame = thread.PushFrame(code);
            if (frame is null)
                return null;
        }
        var slots = frame.Stack.AsSpan(frame.Base, code.SlotCount);
        if (args.Length == code.ArgCount && keywordNames is null && code.TakesPlainArguments)
        {
            args.CopyTo(slots);
            for (var i = args.Length; i < slots.Length; i++)
                slots[i] = Value.Unbound;
        }
        else if (!(keywordNames is null && code.TakesPlainArguments && ArgumentBinder.TryAddDefaults(function, args, slots))
                 && !ArgumentBinder.Bind(thread, function, args, keywordNames, slots))
        {
            if (!code.IsGeneratorLike)
            {
                frame.IsEntry = false;
                thread.PopFrame(frame);
            }
            return null;
        }
        Enter(frame, code, function, caller);
        if (code.HasNamespace)
        {
            frame.Namespace = function.Globals;
            frame.HasNamespace = true;
        }
        if (!code.IsGeneratorLike)
            return frame;
        frame.Back = null;
        result = PyGenerator.Create(thread, frame, function);
        return null;
    }

    /// <summary>A frame for a function whose parameters are just these arguments, for the loop to enter; the caller's stack
    /// ends where the callee stood. Null, with RecursionError pending, when the recursion limit is reached.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Frame? EnterPlain(VmThread thread, Frame caller, PyFunction function, ref Value callee, ref Value first, int count)
    {
        var code = function.Code;
        var frame = thread.PushFrame(code);
        if (frame is null)
            return null;
        ref var slots = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Stack), frame.Base);
        for (var i = 0; i < count; i++)
            Slot.Copy(ref Unsafe.Add(ref slots, i), Unsafe.Add(ref first, i));
        for (var i = count; i < code.SlotCount; i++)
            Unsafe.Add(ref slots, i) = Value.Unbound;
        caller.StackPointer = Slot.IndexOf(caller.Stack, ref callee);
        frame.StackPointer = frame.Base + code.SlotCount;
        if (!ReferenceEquals(frame.Function, function))
            frame.SetFunction(function);
        if (!ReferenceEquals(frame.Back, caller))
            frame.Back = caller;
        return frame;
    }

    /// <summary>Calls a generator function whose parameters are just these arguments.</summary>
    internal static PyGenerator NewGenerator(VmThread thread, PyFunction function, ref Value first, int count)
    {
        var code = function.Code;
        var frame = thread.RentBodyFrame(code);
        var stack = frame.Stack;
        for (var i = 0; i < count; i++)
            stack[i] = Unsafe.Add(ref first, i);
        for (var i = count; i < code.SlotCount; i++)
            stack[i] = Value.Unbound;
        Enter(frame, code, function, null);
        return PyGenerator.Create(thread, frame, function);
    }

    /// <summary>BEFORE_WITH: the frame of <c>__enter__</c>; null when there is a result, or an error, at once.</summary>
    internal static Frame? BeginWith(VmThread thread, Frame frame, out Value result)
    {
        var manager = frame.Stack[frame.StackPointer - 1];
        result = ColdOperations.BeginWith(thread, frame, Types.Special.Enter, Types.Special.Exit, "");
        if (result.Ref is PyFunction function)
            return BeginFunction(thread, frame, function, [manager], null, out result);
        if (!result.IsError)
            result = thread.CallSpecial(result, manager);
        return null;
    }

    /// <summary>A frame for module, class body or eval code.</summary>
    internal static Frame? BeginCode(
        VmThread thread, PyCode code, PyDict globals, PyDict builtins, Value names, PyFunction? closureOwner)
    {
        var frame = thread.PushFrame(code);
        if (frame is null)
            return null;
        EnterCode(frame, code, globals, builtins, names, closureOwner);
        frame.Back = thread.Top;
        frame.IsEntry = true;
        return frame;
    }

    /// <summary>The generator or coroutine that running such code with a namespace makes; its body has not run yet.</summary>
    internal static PyGenerator NewBody(
        VmThread thread, PyCode code, PyDict globals, PyDict builtins, Value names, PyFunction? closureOwner)
    {
        var frame = thread.RentBodyFrame(code);
        EnterCode(frame, code, globals, builtins, names, closureOwner);
        return PyGenerator.Create(thread, frame, closureOwner);
    }

    private static void EnterCode(
        Frame frame, PyCode code, PyDict globals, PyDict builtins, Value names, PyFunction? closureOwner)
    {
        frame.Stack.AsSpan(frame.Base, code.SlotCount).Fill(Value.Unbound);
        frame.StackPointer = frame.Base + code.SlotCount;
        frame.InstructionPointer = -1;
        frame.Globals = globals;
        frame.Builtins = builtins;
        frame.Function = closureOwner;
        frame.Namespace = names;
        frame.HasNamespace = true;
    }

    /// <summary>The end of an <c>__init__</c> that the loop ran for a construction.</summary>
    internal static Value FinishConstruction(VmThread thread, PyObject instance, Value result)
    {
        if (result.IsNone || result.IsError)
            return result.IsError ? result : instance;
        return thread.TypeError($"__init__() should return None, not '{result.Type.QualifiedNativeName}'");
    }

    /// <summary>The callable as error messages of calls name it: <c>module.qualname()</c>.</summary>
    internal static string Describe(VmThread thread, Value callable)
    {
        switch (callable.Ref)
        {
            case PyFunction function:
            {
                var module = function.ModuleName(thread);
                return module is null or "builtins" ? $"{function.QualName.Text}()" : $"{module}.{function.QualName.Text}()";
            }
            case PyBoundMethod bound:
                return Describe(thread, bound.Function);
            case PyType type:
            {
                var name = Texts.Str(thread, type.ModuleAndQualName(thread));
                return $"{name?.Text ?? type.Name}()";
            }
            case PyBuiltinFunction builtin:
                return $"{builtin.DescribedName}()";
            case PyMethodDescriptor descriptor:
                return $"{descriptor.Owner.Name}.{descriptor.Method.Name}()";
        }
        return Texts.Str(thread, callable)?.Text is { } text ? text : $"{callable.Type.Name} object";
    }

    private static Frame? BeginConstruction(
        VmThread thread, Frame caller, PyType type, PyFunction init, ReadOnlySpan<Value> args, PyTuple? keywordNames, out Value result)
    {
        if (init.Code.IsGeneratorLike)
        {
            result = thread.Call(type, args, keywordNames);
            return null;
        }
        var instance = NewInstance(type);
        var all = new Value[args.Length + 1];
        all[0] = instance;
        args.CopyTo(all.AsSpan(1));
        return BeginInit(thread, caller, instance, init, all, keywordNames, out result);
    }

    /// <summary>The instance of a class with a <see cref="PyType.PlainConstructor"/>, before its <c>__init__</c>.</summary>
    internal static PyInstance NewInstance(PyType type)
    {
        var instance = new PyInstance(type.RootShape);
        if (type.SlotCount > 0)
            instance.Slots = InstanceAttributes.NewSlots(type, type.SlotCount);
        return instance;
    }

    /// <summary>The call of <c>__init__</c> that ends a construction; the instance is the first argument.</summary>
    internal static Frame? BeginInit(
        VmThread thread, Frame caller, PyInstance instance, PyFunction init, ReadOnlySpan<Value> args, PyTuple? keywordNames, out Value result)
    {
        var frame = BeginFunction(thread, caller, init, args, keywordNames, out result);
        if (frame is not null)
            frame.Constructed = instance;
        return frame;
    }

    private static void Enter(Frame frame, PyCode code, PyFunction function, Frame? caller)
    {
        frame.StackPointer = frame.Base + code.SlotCount;
        frame.InstructionPointer = -1;
        if (!ReferenceEquals(frame.Function, function))
            frame.SetFunction(function);
        if (!ReferenceEquals(frame.Back, caller))
            frame.Back = caller;
    }
}
