// The interpreter tier: one switch over the instructions of the innermost frame. Calls of Python functions, generator
// steps and returns change the frame and go on in the same loop, so Python code never nests on the C# stack. Operations
// that are not simple live in the files beside this one as shared slow paths; the loop only inlines what is common.
//
// Conventions: `sp` refers to the first free operand place; `pc` is the index of the next instruction. An instruction that
// may fail stores its index in frame.InstructionPointer first (tracebacks and frame.f_lineno read it there). A failed
// operation leaves its exception in thread.Pending and jumps to `error`.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class EvalLoop
{
    /// <summary>Runs an entry frame (or resumed generator) until it leaves. The result, what a generator yielded, or Error;
    /// <see cref="VmThread.Yielded"/> tells a yield from a return.</summary>
    [SkipLocalsInit]
    internal static Value Run<TMode>(VmThread thread, Frame frame, int pc) where TMode : struct, ILoopMode
    {
        Value result;
        goto enter;

    resume:
        // A body goes on behind the instruction where it was left; one that delegates asks there again.
        pc = frame.InstructionPointer;
        if (pc < 0 || frame.Code.Instructions[pc].Op != Opcode.YIELD_FROM)
            pc++;
        goto enter;
    goOn:
        // A fresh frame goes on at its beginning, a caller behind its call.
        pc = frame.InstructionPointer + 1;
    enter:
        thread.Top = frame;
        var pyCode = frame.Code;
        ref var code = ref MemoryMarshal.GetArrayDataReference(pyCode.Instructions);
        ref var locals = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Stack), frame.Base);
        ref var sp = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Stack), frame.StackPointer);
        if (thread.Pending is not null)
            goto error;

    loop:
        while (true)
        {
            ref var left = ref sp;
            ref var right = ref sp;
            if (TMode.IsTraced)
            {
                frame.InstructionPointer = pc;
                frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
                pc = Tracing.Step(thread, frame);
                if (pc == Tracing.Failed)
                    goto error;
                if (pc == Tracing.Leave)
                    return Value.Reenter;
                sp = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Stack), frame.StackPointer);
            }
            ref var instruction = ref Unsafe.Add(ref code, pc++);
            switch (TMode.IsTraced ? Tracing.Plain(instruction.Op) : instruction.Op)
            {
                case Opcode.NOP:
                case Opcode.RETURN_GENERATOR:
                    // RETURN_GENERATOR: the call has made the generator already; resuming it pushes what is popped next.
                    continue;

                case Opcode.RESUME:
                    if (!TMode.IsTraced && --thread.Budget <= 0)
                    {
                        // Done again when the loop is entered again, which may be the one that traces calls.
                        pc--;
                        goto budget;
                    }
                    continue;

                case Opcode.POP_TOP:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    // Naming the three saves a call for every value dropped.
                    if (!sp.IsNone && sp.Ref is PySyncGenerator or PyCoroutine or PyAsyncGenerator)
                        PyGenerator.Dropped(thread, sp);
                    continue;

                case Opcode.COPY:
                    sp = Unsafe.Subtract(ref sp, instruction.Arg);
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                case Opcode.SWAP:
                {
                    ref var other = ref Unsafe.Subtract(ref sp, instruction.Arg);
                    ref var top = ref Unsafe.Subtract(ref sp, 1);
                    var kept = Slot.Read(top);
                    Slot.Copy(ref top, other);
                    Slot.Copy(ref other, kept);
                    continue;
                }

                case Opcode.PUSH_NULL:
                    sp = Value.Unbound;
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                case Opcode.LOAD_CONST:
                    Slot.Copy(ref sp, pyCode.ConstArray[instruction.Arg]);
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                // --- variables

                case Opcode.LOAD_FAST:
                    Slot.Copy(ref sp, Unsafe.Add(ref locals, instruction.Arg));
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                case Opcode.LOAD_FAST_LOAD_FAST:
                    Slot.Copy(ref sp, Unsafe.Add(ref locals, instruction.Arg));
                    Slot.Copy(ref Unsafe.Add(ref sp, 1), Unsafe.Add(ref locals, Unsafe.Add(ref code, pc++).Arg));
                    sp = ref Unsafe.Add(ref sp, 2);
                    continue;

                case Opcode.LOAD_FAST_LOAD_CONST:
                    Slot.Copy(ref sp, Unsafe.Add(ref locals, instruction.Arg));
                    Slot.Copy(ref Unsafe.Add(ref sp, 1), pyCode.ConstArray[Unsafe.Add(ref code, pc++).Arg]);
                    sp = ref Unsafe.Add(ref sp, 2);
                    continue;

                case Opcode.LOAD_FAST_CHECK:
                    if (Unsafe.Add(ref locals, instruction.Arg).IsUnbound)
                    {
                        frame.InstructionPointer = pc - 1;
                        Variables.UnboundLocal(thread, frame, instruction.Arg);
                        goto error;
                    }
                    Slot.Copy(ref sp, Unsafe.Add(ref locals, instruction.Arg));
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                case Opcode.STORE_FAST:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    Slot.Copy(ref Unsafe.Add(ref locals, instruction.Arg), sp);
                    continue;

                case Opcode.STORE_FAST_LOAD_FAST:
                    Slot.Copy(ref Unsafe.Add(ref locals, instruction.Arg), Unsafe.Subtract(ref sp, 1));
                    Slot.Copy(ref Unsafe.Subtract(ref sp, 1), Unsafe.Add(ref locals, Unsafe.Add(ref code, pc++).Arg));
                    continue;

                case Opcode.DELETE_FAST:
                case Opcode.DELETE_GLOBAL:
                case Opcode.DELETE_NAME:
                case Opcode.DELETE_DEREF:
                    frame.InstructionPointer = pc - 1;
                    result = Variables.Delete(thread, frame, instruction);
                    if (result.IsError)
                        goto error;
                    goto deleted;

                case Opcode.LOAD_GLOBAL:
                {
                    ref var cache = ref pyCode.CacheArray[instruction.Cache];
                    var dict = frame.Globals;
                    if (ReferenceEquals(cache.Target, dict))
                    {
                        var place = cache.Index;
                        if (place < 0 && cache.Version == dict.KeysVersion)
                        {
                            dict = frame.Builtins;
                            place = ~place;
                        }
                        if ((uint)place < (uint)dict.EntryCount)
                        {
                            ref var entry = ref dict.EntryAt(place);
                            if (ReferenceEquals(entry.Key.Ref, pyCode.NameArray[instruction.Arg]))
                            {
                                sp = entry.Item;
                                sp = ref Unsafe.Add(ref sp, 1);
                                continue;
                            }
                        }
                    }
                    frame.InstructionPointer = pc - 1;
                    result = Variables.LoadGlobal(thread, frame, pyCode.NameArray[instruction.Arg], ref cache);
                    goto pushResult;
                }

                case Opcode.STORE_GLOBAL:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    frame.Globals.SetStr(pyCode.NameArray[instruction.Arg], sp);
                    continue;

                case Opcode.LOAD_NAME:
                    frame.InstructionPointer = pc - 1;
                    result = Variables.LoadName(thread, frame, pyCode.NameArray[instruction.Arg]);
                    goto pushResult;

                case Opcode.STORE_NAME:
                    frame.InstructionPointer = pc - 1;
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    if (Variables.StoreName(thread, frame, pyCode.NameArray[instruction.Arg], sp).IsError)
                        goto error;
                    continue;

                case Opcode.MAKE_CELL:
                {
                    ref var slot = ref Unsafe.Add(ref locals, instruction.Arg);
                    slot = new PyCell(slot);
                    continue;
                }

                case Opcode.COPY_FREE_VARS:
                {
                    var closure = frame.Function!.Closure!.Items;
                    ref var first = ref Unsafe.Add(ref locals, pyCode.SlotCount - instruction.Arg);
                    for (var i = 0; i < closure.Length; i++)
                        Unsafe.Add(ref first, i) = closure[i];
                    continue;
                }

                case Opcode.LOAD_CLOSURE:
                    sp = Unsafe.Add(ref locals, instruction.Arg);
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                case Opcode.LOAD_DEREF:
                    result = Slot.Read(Unsafe.As<PyCell>(Unsafe.Add(ref locals, instruction.Arg).Ref!).Content);
                    if (result.IsUnbound)
                    {
                        frame.InstructionPointer = pc - 1;
                        Variables.UnboundLocal(thread, frame, instruction.Arg);
                        goto error;
                    }
                    Slot.Copy(ref sp, result);
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                case Opcode.STORE_DEREF:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    Slot.Copy(ref Unsafe.As<PyCell>(Unsafe.Add(ref locals, instruction.Arg).Ref!).Content, sp);
                    continue;

                // --- attributes and items

                case Opcode.LOAD_ATTR:
                {
                    ref var cache = ref pyCode.CacheArray[instruction.Cache];
                    ref var top = ref Unsafe.Subtract(ref sp, 1);
                    if (top.Ref is { } obj && ReferenceEquals(obj.Shape, cache.Shape) && obj.Shape.Type.Version == cache.Version)
                    {
                        if (cache.Index >= 0)
                        {
                            top = obj.Slots![cache.Index];
                            continue;
                        }
                        if (cache.Index == AttributeSites.Getter)
                        {
                            var function = Unsafe.As<PyProperty>(cache.Target!).Getter;
                            // A property may be given another function, or none, by a second __init__.
                            if (!function.IsNone)
                            {
                                frame.InstructionPointer = pc - 1;
                                frame.StackPointer = Slot.IndexOf(frame.Stack, ref top);
                                var getter = Calls.Begin(thread, frame, function, MemoryMarshal.CreateReadOnlySpan(ref top, 1), null, out result);
                                sp = ref top;
                                if (getter is null)
                                    goto pushResult;
                                frame = getter;
                                goto goOn;
                            }
                        }
                        else if (AttributeSites.TryLoadCached(obj, in cache, ref top))
                        {
                            continue;
                        }
                    }
                    frame.InstructionPointer = pc - 1;
                    result = AttributeSites.Load(thread, top, pyCode.NameArray[instruction.Arg], ref cache);
                    goto replaceTop;
                }

                case Opcode.LOAD_FAST_LOAD_ATTR:
                {
                    ref var local = ref Unsafe.Add(ref locals, instruction.Arg);
                    ref var cache = ref pyCode.CacheArray[Unsafe.Add(ref code, pc).Cache];
                    if (cache.Index >= 0 && local.Ref is { } obj && ReferenceEquals(obj.Shape, cache.Shape) && obj.Shape.Type.Version == cache.Version)
                    {
                        Slot.Copy(ref sp, obj.Slots![cache.Index]);
                        pc++;
                    }
                    else
                    {
                        // LOAD_ATTR itself knows the other cases.
                        Slot.Copy(ref sp, local);
                    }
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;
                }

                case Opcode.LOAD_FAST_LOAD_METHOD:
                {
                    ref var local = ref Unsafe.Add(ref locals, instruction.Arg);
                    ref var cache = ref pyCode.CacheArray[Unsafe.Add(ref code, pc).Cache];
                    if (cache.Index == AttributeSites.ClassValue && local.Ref is { } obj && ReferenceEquals(obj.Shape, cache.Shape) && obj.Shape.Type.Version == cache.Version)
                    {
                        sp = cache.Target!;
                        Unsafe.Add(ref sp, 1) = local;
                        sp = ref Unsafe.Add(ref sp, 2);
                        pc++;
                        continue;
                    }
                    Slot.Copy(ref sp, local);
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;
                }

                case Opcode.STORE_ATTR:
                {
                    ref var cache = ref pyCode.CacheArray[instruction.Cache];
                    sp = ref Unsafe.Subtract(ref sp, 2);
                    if (Unsafe.Add(ref sp, 1).Ref is { } obj && ReferenceEquals(obj.Shape, cache.Shape) && obj.Shape.Type.Version == cache.Version)
                    {
                        if (cache.Index >= 0)
                        {
                            if (cache.Target is null)
                                Slot.Copy(ref obj.Slots![cache.Index], sp);
                            else
                                AttributeSites.Append(obj, ref cache, sp);
                            continue;
                        }
                        if (obj.Slots is { } slots)
                        {
                            Slot.Copy(ref slots[AttributeSites.FirstSlot - cache.Index], sp);
                            continue;
                        }
                    }
                    frame.InstructionPointer = pc - 1;
                    if (AttributeSites.Store(thread, Unsafe.Add(ref sp, 1), pyCode.NameArray[instruction.Arg], sp, ref cache).IsError)
                        goto error;
                    continue;
                }

                case Opcode.LOAD_METHOD:
                {
                    ref var cache = ref pyCode.CacheArray[instruction.Cache];
                    ref var top = ref Unsafe.Subtract(ref sp, 1);
                    if (top.Ref is { } obj && ReferenceEquals(obj.Shape, cache.Shape) && obj.Shape.Type.Version == cache.Version)
                    {
                        if (cache.Index == AttributeSites.ClassValue)
                        {
                            sp = top;
                            top = cache.Target!;
                            sp = ref Unsafe.Add(ref sp, 1);
                            continue;
                        }
                        if (cache.Index is MethodSites.WithClass or MethodSites.Alone)
                        {
                            sp = cache.Index == MethodSites.Alone ? Value.Unbound : obj.Shape.Type;
                            top = cache.Target!;
                            sp = ref Unsafe.Add(ref sp, 1);
                            continue;
                        }
                    }
                    frame.InstructionPointer = pc - 1;
                    result = MethodSites.Load(thread, top, pyCode.NameArray[instruction.Arg], ref cache, out var receiver);
                    if (result.IsError)
                        goto error;
                    sp = receiver;
                    top = result;
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;
                }

                case Opcode.BINARY_SUBSCR:
                {
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    ref var container = ref Unsafe.Subtract(ref sp, 1);
                    if (sp.IsSmallInt && QuickItems.TryGet(ref container, sp.Bits))
                        continue;
                    frame.InstructionPointer = pc - 1;
                    result = QuickItems.Get(thread, container, sp);
                    goto replaceTop;
                }

                case Opcode.STORE_SUBSCR:
                {
                    sp = ref Unsafe.Subtract(ref sp, 3);
                    ref var container = ref Unsafe.Add(ref sp, 1);
                    ref var key = ref Unsafe.Add(ref sp, 2);
                    if (key.IsSmallInt && QuickItems.TrySet(container, key.Bits, sp))
                        continue;
                    frame.InstructionPointer = pc - 1;
                    if (!QuickItems.Set(thread, container, key, sp))
                        goto error;
                    continue;
                }

                case Opcode.BUILD_SLICE:
                    sp = ref Unsafe.Subtract(ref sp, instruction.Arg);
                    sp = new PySlice(sp, Unsafe.Add(ref sp, 1), instruction.Arg == 3 ? Unsafe.Add(ref sp, 2) : Value.None);
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                // --- operators

                case Opcode.UNARY_NEGATIVE:
                    frame.InstructionPointer = pc - 1;
                    result = Slot.Read(Unsafe.Subtract(ref sp, 1));
                    result = result.IsSmallInt && result.Bits != long.MinValue ? Value.Int(-result.Bits)
                        : result.IsFloat ? Value.Float(-result.AsDouble)
                        : Arithmetic.Negative(thread, result);
                    goto replaceTop;

                case Opcode.UNARY_NOT:
                {
                    frame.InstructionPointer = pc - 1;
                    if (!Truth.TryTest(thread, Unsafe.Subtract(ref sp, 1), out var truth))
                        goto error;
                    Unsafe.Subtract(ref sp, 1) = Value.Bool(!truth);
                    continue;
                }

                case Opcode.BINARY_OP:
                    sp = ref Unsafe.Subtract(ref sp, 2);
                    left = ref sp;
                    right = ref Unsafe.Add(ref sp, 1);
                    break;

                case Opcode.BINARY_OP_FAST_FAST:
                    left = ref Unsafe.Add(ref locals, instruction.Arg);
                    right = ref Unsafe.Add(ref locals, Unsafe.Add(ref code, pc).Arg);
                    pc += 2;
                    break;

                case Opcode.BINARY_OP_FAST_CONST:
                    left = ref Unsafe.Add(ref locals, instruction.Arg);
                    right = ref pyCode.ConstArray[Unsafe.Add(ref code, pc).Arg];
                    pc += 2;
                    break;

                case Opcode.COMPARE_OP:
                {
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    frame.InstructionPointer = pc - 1;
                    result = Comparison.Compare(thread, (CompareOperation)instruction.Arg, Unsafe.Subtract(ref sp, 1), sp);
                    goto replaceTop;
                }

                case Opcode.COMPARE_OP_JUMP:
                {
                    sp = ref Unsafe.Subtract(ref sp, 2);
                    right = ref Unsafe.Add(ref sp, 1);
                    bool truth;
                    if (sp.IsSmallInt && right.IsSmallInt)
                    {
                        truth = SmallInts.Compare((CompareOperation)instruction.Arg, sp.Bits, right.Bits);
                    }
                    else if (sp.IsFloat && right.IsFloat)
                    {
                        truth = Comparison.CompareDoubles((CompareOperation)instruction.Arg, sp.AsDouble, right.AsDouble);
                    }
                    else
                    {
                        frame.InstructionPointer = pc - 1;
                        if (!Comparison.TryCompare(thread, (CompareOperation)instruction.Arg, sp, right, out truth))
                            goto error;
                    }
                    ref var jump = ref Unsafe.Add(ref code, pc++);
                    if (truth == (jump.Op == Opcode.POP_JUMP_IF_TRUE))
                        pc = jump.Arg;
                    continue;
                }

                case Opcode.IS_OP_JUMP:
                {
                    sp = ref Unsafe.Subtract(ref sp, 2);
                    ref var jump = ref Unsafe.Add(ref code, pc++);
                    if ((sp.Is(Unsafe.Add(ref sp, 1)) == (instruction.Arg == 0)) == (jump.Op == Opcode.POP_JUMP_IF_TRUE))
                        pc = jump.Arg;
                    continue;
                }

                case Opcode.CONTAINS_OP_JUMP:
                {
                    frame.InstructionPointer = pc - 1;
                    sp = ref Unsafe.Subtract(ref sp, 2);
                    if (!Items.TryContains(thread, Unsafe.Add(ref sp, 1), sp, out var found))
                        goto error;
                    ref var jump = ref Unsafe.Add(ref code, pc++);
                    if ((found == (instruction.Arg == 0)) == (jump.Op == Opcode.POP_JUMP_IF_TRUE))
                        pc = jump.Arg;
                    continue;
                }

                case Opcode.IS_OP:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    Unsafe.Subtract(ref sp, 1) = Value.Bool(Unsafe.Subtract(ref sp, 1).Is(sp) == (instruction.Arg == 0));
                    continue;

                case Opcode.CONTAINS_OP:
                {
                    frame.InstructionPointer = pc - 1;
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    if (!Items.TryContains(thread, sp, Unsafe.Subtract(ref sp, 1), out var found))
                        goto error;
                    Unsafe.Subtract(ref sp, 1) = Value.Bool(found == (instruction.Arg == 0));
                    continue;
                }

                // --- displays and formatting

                case Opcode.BUILD_TUPLE:
                    sp = ref Unsafe.Subtract(ref sp, instruction.Arg);
                    sp = PyTuple.Of(MemoryMarshal.CreateReadOnlySpan(ref sp, instruction.Arg).ToArray());
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                case Opcode.BUILD_LIST:
                    sp = ref Unsafe.Subtract(ref sp, instruction.Arg);
                    sp = new PyList(MemoryMarshal.CreateReadOnlySpan(ref sp, instruction.Arg).ToArray());
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;

                case Opcode.BUILD_SET:
                case Opcode.BUILD_MAP:
                case Opcode.BUILD_CONST_KEY_MAP:
                case Opcode.BUILD_STRING:
                {
                    frame.InstructionPointer = pc - 1;
                    var count = Displays.OperandCount(instruction);
                    sp = ref Unsafe.Subtract(ref sp, count);
                    result = Displays.Build(thread, instruction.Op, MemoryMarshal.CreateReadOnlySpan(ref sp, count));
                    goto pushResult;
                }

                case Opcode.FORMAT_VALUE:
                {
                    frame.InstructionPointer = pc - 1;
                    var spec = Value.Unbound;
                    if ((instruction.Arg & 4) != 0)
                    {
                        sp = ref Unsafe.Subtract(ref sp, 1);
                        spec = sp;
                    }
                    result = Displays.FormatValue(thread, Unsafe.Subtract(ref sp, 1), instruction.Arg & 3, spec);
                    goto replaceTop;
                }

                case Opcode.LIST_APPEND:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    Unsafe.As<PyList>(Unsafe.Subtract(ref sp, instruction.Arg).Ref!).Append(sp);
                    continue;

                case Opcode.SET_ADD:
                case Opcode.LIST_EXTEND:
                case Opcode.SET_UPDATE:
                case Opcode.DICT_UPDATE:
                    frame.InstructionPointer = pc - 1;
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    if (Displays.Add(thread, instruction.Op, Unsafe.Subtract(ref sp, instruction.Arg), sp).IsError)
                        goto error;
                    continue;

                case Opcode.MAP_ADD:
                    frame.InstructionPointer = pc - 1;
                    sp = ref Unsafe.Subtract(ref sp, 2);
                    if (!Unsafe.As<PyDict>(Unsafe.Subtract(ref sp, instruction.Arg).Ref!).Set(thread, sp, Unsafe.Add(ref sp, 1)))
                        goto error;
                    continue;

                case Opcode.LIST_TO_TUPLE:
                    Unsafe.Subtract(ref sp, 1) = PyTuple.Of(Unsafe.As<PyList>(Unsafe.Subtract(ref sp, 1).Ref!).Span.ToArray());
                    continue;

                case Opcode.UNPACK_SEQUENCE:
                {
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    if (sp.Ref is PyTuple tuple && tuple.Items.Length == instruction.Arg && ReferenceEquals(tuple.Shape.Type, PyTuple.TypeObject))
                    {
                        for (var i = instruction.Arg - 1; i >= 0; i--)
                        {
                            sp = tuple.Items[i];
                            sp = ref Unsafe.Add(ref sp, 1);
                        }
                        continue;
                    }
                    frame.InstructionPointer = pc - 1;
                    if (!Displays.Unpack(thread, sp, instruction.Arg, MemoryMarshal.CreateSpan(ref sp, instruction.Arg)))
                        goto error;
                    sp = ref Unsafe.Add(ref sp, instruction.Arg);
                    continue;
                }

                // --- control

                case Opcode.JUMP_FORWARD:
                    pc = instruction.Arg;
                    continue;

                case Opcode.JUMP_BACKWARD:
                    pc = instruction.Arg;
                    if (!TMode.IsTraced && --thread.Budget <= 0)
                        goto budget;
                    continue;

                case Opcode.POP_JUMP_IF_TRUE:
                case Opcode.POP_JUMP_IF_FALSE:
                {
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    bool truth;
                    if (sp.Ref is PyBool)
                    {
                        truth = sp.IsTrue;
                    }
                    else
                    {
                        frame.InstructionPointer = pc - 1;
                        if (!Truth.TryTest(thread, sp, out truth))
                            goto error;
                    }
                    if (truth == (instruction.Op == Opcode.POP_JUMP_IF_TRUE))
                        pc = instruction.Arg;
                    continue;
                }

                case Opcode.POP_JUMP_IF_NONE:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    if (sp.IsNone)
                        pc = instruction.Arg;
                    continue;

                case Opcode.POP_JUMP_IF_NOT_NONE:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    if (!sp.IsNone)
                        pc = instruction.Arg;
                    continue;

                case Opcode.JUMP_IF_TRUE_OR_POP:
                case Opcode.JUMP_IF_FALSE_OR_POP:
                {
                    frame.InstructionPointer = pc - 1;
                    if (!Truth.TryTest(thread, Unsafe.Subtract(ref sp, 1), out var truth))
                        goto error;
                    if (truth == (instruction.Op == Opcode.JUMP_IF_TRUE_OR_POP))
                        pc = instruction.Arg;
                    else
                        sp = ref Unsafe.Subtract(ref sp, 1);
                    continue;
                }

                case Opcode.GET_ITER:
                    frame.InstructionPointer = pc - 1;
                    result = Iteration.GetIter(thread, Unsafe.Subtract(ref sp, 1));
                    goto replaceTop;

                case Opcode.FOR_ITER:
                {
                    ref var top = ref Unsafe.Subtract(ref sp, 1);
                    frame.InstructionPointer = pc - 1;
                    if (top.Ref is PyRangeIterator range)
                    {
                        if (!range.TryNext(out var number))
                            goto exhausted;
                        if (!TMode.IsTraced && Unsafe.Add(ref code, pc).Op == Opcode.STORE_FAST)
                        {
                            Slot.SetInt(ref Unsafe.Add(ref locals, Unsafe.Add(ref code, pc++).Arg), number);
                            continue;
                        }
                        Slot.SetInt(ref sp, number);
                        sp = ref Unsafe.Add(ref sp, 1);
                        continue;
                    }
                    if (!TMode.IsTraced && Unsafe.Add(ref code, pc) is { Op: Opcode.UNPACK_SEQUENCE, Arg: 2 } && top.Ref is PyIterator { GivesPairs: true, IsOverridden: false } pairs)
                    {
                        // What the next instruction would take apart is not put together.
                        result = pairs.NextPair(thread, out var second);
                        if (result.IsUnbound)
                            goto exhausted;
                        if (result.IsError)
                            goto error;
                        sp = second;
                        Unsafe.Add(ref sp, 1) = result;
                        sp = ref Unsafe.Add(ref sp, 2);
                        pc++;
                        continue;
                    }
                    if (top.Ref is PySyncGenerator generator)
                    {
                        frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
                        if (generator.ResumeInLoop(thread, Value.None, frame) is { } inner)
                        {
                            frame = inner;
                            goto resume;
                        }
                    }
                    result = top.Ref is PyIterator { IsOverridden: false } native ? native.Next(thread) : Iteration.Next(thread, top);
                    if (!result.IsSentinel)
                    {
                        if (!TMode.IsTraced && Unsafe.Add(ref code, pc).Op == Opcode.STORE_FAST)
                        {
                            Unsafe.Add(ref locals, Unsafe.Add(ref code, pc++).Arg) = result;
                            continue;
                        }
                        sp = result;
                        sp = ref Unsafe.Add(ref sp, 1);
                        continue;
                    }
                    if (result.IsError)
                        goto error;
                exhausted:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    pc = instruction.Arg;
                    continue;
                }

                case Opcode.RETURN_VALUE:
                    result = Slot.Read(Unsafe.Subtract(ref sp, 1));
                    frame.InstructionPointer = pc - 1;
                    goto leave;

                // --- calls and definitions

                case Opcode.CALL:
                {
                    frame.InstructionPointer = pc - 1;
                    ref var callee = ref Unsafe.Subtract(ref sp, instruction.Arg + 2);
                    ref var first = ref Unsafe.Add(ref callee, 2);
                    var count = instruction.Arg;
                    if (!Unsafe.Add(ref callee, 1).IsUnbound)
                    {
                        first = ref Unsafe.Subtract(ref first, 1);
                        count++;
                    }
                    if (TMode.IsTraced && Tracing.IsProfiledCall(thread, callee))
                    {
                        sp = ref callee;
                        result = Tracing.CallProfiled(thread, frame, callee, MemoryMarshal.CreateReadOnlySpan(ref first, count), null);
                        goto pushResult;
                    }
                    if (callee.Ref is PyBoundMethod method && count == instruction.Arg)
                    {
                        // Function and receiver take their places as if the method had been looked up just now.
                        first = ref Unsafe.Add(ref callee, 1);
                        first = method.Receiver;
                        callee = method.Function;
                        count++;
                    }
                    if (callee.Ref is PyFunction function)
                    {
                        var target = function.Code;
                        if (target.ArgCount == count && target.TakesPlainArguments)
                        {
                            if (target.IsGeneratorLike)
                            {
                                result = Calls.NewGenerator(thread, function, ref first, count);
                                sp = ref callee;
                                goto pushResult;
                            }
                            var entered = Calls.EnterPlain(thread, frame, function, ref callee, ref first, count);
                            if (entered is null)
                                goto error;
                            frame = entered;
                            pc = 0;
                            goto enter;
                        }
                    }
                    else if (callee.Ref is PyMethodDescriptor descriptor)
                    {
                        if (descriptor.Intrinsic == Intrinsic.ListAppend && count == 2 && first.Ref is PyList target)
                        {
                            target.Append(Unsafe.Add(ref first, 1));
                            sp = ref callee;
                            if (!TMode.IsTraced && Unsafe.Add(ref code, pc).Op == Opcode.POP_TOP)
                            {
                                pc++;
                                continue;
                            }
                            sp = Value.None;
                            sp = ref Unsafe.Add(ref sp, 1);
                            continue;
                        }
                        if (descriptor.Intrinsic != Intrinsic.None)
                        {
                            frame.StackPointer = Slot.IndexOf(frame.Stack, ref callee);
                            if (GeneratorCalls.Step(thread, frame, descriptor, ref first, count) is { } inner)
                            {
                                frame = inner;
                                goto resume;
                            }
                        }
                        sp = ref callee;
                        result = descriptor.Call(thread, MemoryMarshal.CreateReadOnlySpan(ref first, count), null);
                        goto pushResult;
                    }
                    else if (callee.Ref is PyBuiltinFunction builtin)
                    {
                        if (builtin.Intrinsic != Intrinsic.None)
                        {
                            frame.StackPointer = Slot.IndexOf(frame.Stack, ref callee);
                            if (GeneratorCalls.Step(thread, frame, builtin, ref first, count) is { } inner)
                            {
                                frame = inner;
                                goto resume;
                            }
                            if (builtin.Intrinsic == Intrinsic.OutsideLoop)
                                goto callOutside;
                        }
                        sp = ref callee;
                        result = builtin.Call(thread, MemoryMarshal.CreateReadOnlySpan(ref first, count), null);
                        if (!TMode.IsTraced && builtin.Intrinsic == Intrinsic.TracingSwitch && !result.IsError)
                            goto switchLoop;
                        goto pushResult;
                    }
                    else if (callee.Ref is PyType { PlainConstructor: { Code.IsGeneratorLike: false } init } type && count == instruction.Arg)
                    {
                        // The instance takes the free place, as a receiver.
                        var instance = Calls.NewInstance(type);
                        Unsafe.Add(ref callee, 1) = instance;
                        frame.StackPointer = Slot.IndexOf(frame.Stack, ref callee);
                        var construction = Calls.BeginInit(thread, frame, instance, init, MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref callee, 1), count + 1), null, out result);
                        sp = ref callee;
                        if (construction is null)
                            goto pushResult;
                        frame = construction;
                        goto goOn;
                    }
                    else if (!TMode.IsTraced && count == 0 && ReferenceEquals(callee.Ref, PySuper.TypeObject) && Unsafe.Add(ref code, pc) is { Op: Opcode.LOAD_METHOD } lookup)
                    {
                        // super().name(…): the super object would be forgotten at once.
                        if (MethodSites.TryLoadOfSuper(frame, pyCode.NameArray[lookup.Arg], ref pyCode.CacheArray[lookup.Cache], out result, out Unsafe.Add(ref callee, 1)))
                        {
                            callee = result;
                            sp = ref Unsafe.Add(ref callee, 2);
                            pc++;
                            continue;
                        }
                        Unsafe.Add(ref callee, 1) = Value.Unbound;
                    }
                    frame.StackPointer = Slot.IndexOf(frame.Stack, ref callee);
                    var called = Calls.Begin(thread, frame, callee, MemoryMarshal.CreateReadOnlySpan(ref first, count), null, out result);
                    sp = ref callee;
                    if (called is null)
                        goto pushResult;
                    frame = called;
                    goto goOn;
                }

                case Opcode.CALL_KW:
                {
                    frame.InstructionPointer = pc - 1;
                    ref var callee = ref Unsafe.Subtract(ref sp, instruction.Arg + 3);
                    var names = Unsafe.As<PyTuple>(Unsafe.Subtract(ref sp, 1).Ref!);
                    var bound = !Unsafe.Add(ref callee, 1).IsUnbound;
                    var args = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref callee, bound ? 1 : 2), bound ? instruction.Arg + 1 : instruction.Arg);
                    frame.StackPointer = Slot.IndexOf(frame.Stack, ref callee);
                    var called = Calls.Begin(thread, frame, callee, args, names, out result);
                    sp = ref callee;
                    if (called is null)
                        goto pushResult;
                    frame = called;
                    goto goOn;
                }

                case Opcode.CALL_FUNCTION_EX:
                {
                    frame.InstructionPointer = pc - 1;
                    var kwargs = Value.Unbound;
                    if (instruction.Arg != 0)
                    {
                        sp = ref Unsafe.Subtract(ref sp, 1);
                        kwargs = sp;
                    }
                    sp = ref Unsafe.Subtract(ref sp, 2);
                    frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
                    var called = Calls.BeginStarred(thread, frame, sp, Unsafe.Add(ref sp, 1), kwargs, out result);
                    if (called is null)
                        goto pushResult;
                    frame = called;
                    goto goOn;
                }

                case Opcode.BEFORE_WITH:
                {
                    frame.InstructionPointer = pc - 1;
                    frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
                    var called = Calls.BeginWith(thread, frame, out result);
                    if (called is null)
                        goto pushResult;
                    frame = called;
                    goto goOn;
                }

                case Opcode.MAKE_FUNCTION:
                {
                    var count = System.Numerics.BitOperations.PopCount((uint)instruction.Arg) + 1;
                    sp = ref Unsafe.Subtract(ref sp, count);
                    sp = Definitions.MakeFunction(frame, instruction.Arg, MemoryMarshal.CreateReadOnlySpan(ref sp, count));
                    sp = ref Unsafe.Add(ref sp, 1);
                    continue;
                }

                // --- exceptions

                case Opcode.RAISE_VARARGS:
                    frame.InstructionPointer = pc - 1;
                    sp = ref Unsafe.Subtract(ref sp, instruction.Arg);
                    if (Raising.Raise(thread, instruction.Arg, sp, Unsafe.Add(ref sp, 1)))
                        goto error;
                    goto unwind;

                case Opcode.RERAISE:
                {
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    thread.Pending = Unsafe.As<PyException>(sp.Ref!);
                    frame.InstructionPointer = instruction.Arg != 0 ? (int)Unsafe.Subtract(ref sp, instruction.Arg).Bits : pc - 1;
                    // The handler is looked up for this instruction, the traceback keeps the line of the original one.
                    pc--;
                    goto unwindAt;
                }

                case Opcode.PUSH_EXC_INFO:
                {
                    var previous = frame.Handled;
                    var exception = Unsafe.As<PyException>(Unsafe.Subtract(ref sp, 1).Ref!);
                    Unsafe.Subtract(ref sp, 1) = previous is null ? Value.None : previous;
                    sp = exception;
                    sp = ref Unsafe.Add(ref sp, 1);
                    if (previous is null)
                        thread.Interpreter.HandlingFrames++;
                    frame.Handled = exception;
                    continue;
                }

                case Opcode.POP_EXCEPT:
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    frame.Handled = sp.Ref as PyException;
                    if (frame.Handled is null)
                        thread.Interpreter.HandlingFrames--;
                    continue;

                case Opcode.CHECK_EXC_MATCH:
                    frame.InstructionPointer = pc - 1;
                    result = Raising.Matches(thread, Unsafe.Subtract(ref sp, 2), Unsafe.Subtract(ref sp, 1));
                    goto replaceTop;

                // --- generators and coroutines

                case Opcode.YIELD_VALUE:
                {
                    frame.InstructionPointer = pc - 1;
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    result = Slot.Read(sp);
                    // The suspended frame must not keep what it has given away.
                    sp = default;
                    frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
                    goto yield;
                }

                case Opcode.YIELD_FROM:
                {
                    frame.InstructionPointer = pc - 1;
                    ref var iterator = ref Unsafe.Subtract(ref sp, 2);
                    // Nothing delegates to an async generator: asking for the other two needs no call.
                    var body = iterator.Ref as PyCoroutine ?? (PyGenerator?)(iterator.Ref as PySyncGenerator);
                    if (!TMode.IsTraced && body is { CanBeLinked: true } && frame.Generator!.Ancestors < PyGenerator.MaxAncestors)
                    {
                        result = Slot.Read(Unsafe.Subtract(ref sp, 1));
                        frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp) - 1;
                        if (body.State == GeneratorState.Created && !result.IsNone)
                        {
                            sp = ref Unsafe.Subtract(ref sp, 1);
                            PyGenerator.CannotSendToFresh(thread, body);
                            goto error;
                        }
                        frame = frame.Generator!.Link(thread, body);
                        frame.Stack[frame.StackPointer++] = result;
                        if (--thread.Budget <= 0)
                        {
                            if (!thread.CheckBudget())
                                goto enter;
                        }
                        goto resume;
                    }
                    if (body is not null)
                        body.Ancestors = frame.Generator!.Ancestors + 1;
                    var status = Delegation.Send(thread, iterator, Unsafe.Subtract(ref sp, 1), out result);
                    sp = ref Unsafe.Subtract(ref sp, 1);
                    if (status == SendStatus.Yielded)
                    {
                        frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
                        goto yield;
                    }
                    if (status == SendStatus.Raised)
                        goto error;
                    if (TMode.IsTraced && !(result.IsNone && Unsafe.Subtract(ref sp, 1).Ref is PySyncGenerator) && !Tracing.ReportStopIteration(thread, frame, result))
                        goto error;
                    Unsafe.Subtract(ref sp, 1) = result;
                    continue;
                }

                case Opcode.GET_AWAITABLE:
                    if (Unsafe.Subtract(ref sp, 1).Ref is PyCoroutine { State: GeneratorState.Created })
                        continue;
                    frame.InstructionPointer = pc - 1;
                    result = Delegation.GetAwaitable(thread, Unsafe.Subtract(ref sp, 1), instruction.Arg);
                    goto replaceTop;

                default:
                {
                    // What is too rare to have a place in this loop; the stack effect comes from the opcode table.
                    frame.InstructionPointer = pc - 1;
                    frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
                    if (!ColdOperations.Execute(thread, frame, instruction))
                    {
                        if (instruction.Op == Opcode.END_ASYNC_FOR)
                            goto unwind;
                        goto error;
                    }
                    sp = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Stack), frame.StackPointer);
                    continue;
                }
            }

            // A binary operator: the operands are where left and right say, on the stack or not; the result goes to sp.
            var operation = (BinaryOperation)Unsafe.Add(ref code, pc - 1).Arg;
            if (QuickOperators.TryBinary(operation, in left, in right, ref sp))
            {
                sp = ref Unsafe.Add(ref sp, 1);
                continue;
            }
            frame.InstructionPointer = pc - 1;
            result = Arithmetic.Binary(thread, operation, left, right);
            goto pushResult;
        }

    budget:
        // The frame says where the next instruction is, so that an exception raised here shows the right line, and so that
        // the loop can be left and entered again: that is how a program that never leaves it gets the optimised code.
        frame.InstructionPointer = pc;
        if (!thread.CheckBudget())
            goto error;
        frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
        return Value.Reenter;

    deleted:
        if (!thread.Interpreter.Collector.IsWorthCollecting(result))
            goto loop;
        thread.HasDeleted = true;
        frame.InstructionPointer = pc - 1;
        frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
        return Value.Reenter;

    callOutside:
        thread.HasWaitingCall = true;
        frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp);
        return Value.Reenter;

    switchLoop:
        sp = result;
        frame.InstructionPointer = pc;
        frame.StackPointer = Slot.IndexOf(frame.Stack, ref sp) + 1;
        return Value.Reenter;

    pushResult:
        if (result.IsError)
            goto error;
        sp = result;
        sp = ref Unsafe.Add(ref sp, 1);
        goto loop;

    replaceTop:
        if (result.IsError)
            goto error;
        Unsafe.Subtract(ref sp, 1) = result;
        goto loop;

    yield:
        if (TMode.IsTraced && !Tracing.ReportYield(thread, frame, result))
            goto unwindPast;
        {
            var resumer = FrameExits.Yield(thread, frame, result);
            if (resumer is null)
                return result;
            frame = resumer;
            goto goOn;
        }

    leave:
        if (TMode.IsTraced && !Tracing.ReportReturn(thread, frame, result))
            goto unwindPast;
        if (frame.Generator is null)
        {
            var caller = FrameExits.Return(thread, frame, ref result);
            if (caller is null)
                return result;
            frame = caller;
            goto goOn;
        }
        {
            var resumer = FrameExits.Finish<TMode>(thread, frame, result, out var target);
            if (resumer is null)
                return result;
            frame = resumer;
            pc = target;
            goto enter;
        }

    error:
        Raising.AddTraceback(thread, frame);
        if (TMode.IsTraced)
            Tracing.ReportException(thread, frame);
    unwind:
        pc = frame.InstructionPointer;
        goto unwindAt;
    unwindPast:
        // A hook failed while the frame was being left: its own handlers are not asked.
        pc = -1;
    unwindAt:
        pc = FrameExits.EnterHandler(thread, frame, pc);
        if (pc >= 0)
        {
            sp = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Stack), frame.StackPointer);
            goto loop;
        }
        var outer = FrameExits.Unwind<TMode>(thread, frame);
        if (outer is null)
            return Value.Error;
        frame = outer;
        goto enter;
    }
}
