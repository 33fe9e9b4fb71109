// The opcodes that are too rare, or do too much, to be worth a place in the loop. They work on the frame's operand stack;
// the loop has published its stack pointer and takes it back afterwards.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class ColdOperations
{
    private static readonly PyStr BuildClassName = PyStr.Constant("__build_class__");
    private static readonly PyStr Annotations = PyStr.Constant("__annotations__");

    /// <summary>Executes one instruction; false when it raised.</summary>
    internal static bool Execute(VmThread thread, Frame frame, Instruction instruction)
    {
        switch (instruction.Op)
        {
            case Opcode.LOAD_BUILD_CLASS:
            {
                var build = Variables.LoadBuiltin(thread, frame, BuildClassName);
                return Push(frame, build.IsUnbound ? thread.RaiseNameError(ExceptionTypes.NameError, "__build_class__ not found", "__build_class__") : build);
            }
            case Opcode.LOAD_ASSERTION_ERROR:
                return Push(frame, ExceptionTypes.AssertionError);
            case Opcode.LOAD_CLASSDEREF:
                return Push(frame, Variables.LoadClassDeref(thread, frame, instruction.Arg));
            case Opcode.DELETE_ATTR:
                return !Attributes.Delete(thread, Pop(frame), frame.Code.Names[instruction.Arg]).IsError;
            case Opcode.DELETE_SUBSCR:
            {
                var key = Pop(frame);
                return !Items.Delete(thread, Pop(frame), key).IsError;
            }
            case Opcode.UNARY_POSITIVE:
                return Replace(frame, Arithmetic.Positive(thread, Peek(frame, 1)));
            case Opcode.UNARY_INVERT:
                return Replace(frame, Arithmetic.Invert(thread, Peek(frame, 1)));
            case Opcode.DICT_MERGE:
            {
                var mapping = Pop(frame);
                return !Displays.MergeKeywords(thread, Peek(frame, instruction.Arg + 2), Peek(frame, instruction.Arg), mapping).IsError;
            }
            case Opcode.UNPACK_EX:
                return UnpackStarred(thread, frame, instruction.Arg & 0xFF, instruction.Arg >> 8);
            case Opcode.SETUP_ANNOTATIONS:
                return SetupAnnotations(thread, frame);
            case Opcode.IMPORT_NAME:
            {
                var names = Pop(frame);
                var level = Pop(frame);
                return Push(frame, Importing.ImportName(thread, frame, frame.Code.Names[instruction.Arg], names, level));
            }
            case Opcode.IMPORT_FROM:
                return Push(frame, Importing.ImportFrom(thread, Peek(frame, 1), frame.Code.Names[instruction.Arg]));
            case Opcode.IMPORT_STAR:
                return !Importing.ImportStar(thread, frame, Pop(frame)).IsError;
            case Opcode.PRINT_EXPR:
                return !thread.Interpreter.DisplayHook(thread, Pop(frame)).IsError;
            case Opcode.CHECK_EG_MATCH:
            {
                var clause = Peek(frame, 1);
                var outcome = ExceptionGroups.Match(thread, Peek(frame, 2), clause, out var rest);
                if (outcome.IsError)
                    return false;
                Peek(frame, 2) = rest;
                Peek(frame, 1) = outcome;
                if (outcome.Ref is PyException match)
                    frame.Handled = match;
                return true;
            }
            case Opcode.PREP_RERAISE_STAR:
            {
                var raised = Pop(frame);
                var original = Pop(frame);
                return Push(frame, ExceptionGroups.PrepareReraise(thread, original, (PyList)raised.Ref!));
            }
            case Opcode.BEFORE_ASYNC_WITH:
            {
                var manager = Peek(frame, 1);
                var enter = BeginWith(thread, frame, Special.AEnter, Special.AExit, "asynchronous ");
                return !enter.IsError && Push(frame, thread.CallSpecial(enter, manager));
            }
            case Opcode.WITH_EXCEPT_START:
            {
                var exception = (PyException)Peek(frame, 1).Ref!;
                Value traceback = exception.Traceback is { } trace ? trace : Value.None;
                return Push(frame, thread.Call(Peek(frame, 4), exception.Type, exception, traceback));
            }
            case Opcode.GET_YIELD_FROM_ITER:
                return Replace(frame, Delegation.GetYieldFromIterator(thread, frame, Peek(frame, 1)));
            case Opcode.ASYNC_GEN_WRAP:
                return Replace(frame, new PyAsyncGenWrappedValue(Peek(frame, 1)));
            case Opcode.GET_AITER:
                return Replace(frame, AsyncIteration.GetIter(thread, Peek(frame, 1)));
            case Opcode.GET_ANEXT:
                return Push(frame, AsyncIteration.GetNext(thread, Peek(frame, 1)));
            case Opcode.END_ASYNC_FOR:
            {
                var exception = (PyException)Pop(frame).Ref!;
                Pop(frame);
                if (exception.Type.IsSubtypeOf(ExceptionTypes.StopAsyncIteration))
                    return true;
                // Its traceback names this line already: the loop unwinds without another entry.
                thread.Reraise(exception);
                return false;
            }
            case Opcode.GET_LEN:
                return Items.TryLength(thread, Peek(frame, 1), out var length) && Push(frame, Value.Int(length));
            case Opcode.MATCH_MAPPING:
                return Push(frame, Value.Bool(PatternMatching.IsMapping(Peek(frame, 1))));
            case Opcode.MATCH_SEQUENCE:
                return Push(frame, Value.Bool(PatternMatching.IsSequence(Peek(frame, 1))));
            case Opcode.MATCH_KEYS:
                return Push(frame, PatternMatching.Keys(thread, Peek(frame, 2), (PyTuple)Peek(frame, 1).Ref!));
            case Opcode.MATCH_CLASS:
            {
                var names = (PyTuple)Pop(frame).Ref!;
                var type = Pop(frame);
                return Push(frame, PatternMatching.Class(thread, Pop(frame), type, instruction.Arg, names));
            }
        }
        thread.Raise(ExceptionTypes.SystemError, $"internal error: opcode {instruction.Op} has no implementation");
        return false;
    }

    private static ref Value Peek(Frame frame, int depth) => ref frame.Stack[frame.StackPointer - depth];

    private static Value Pop(Frame frame) => frame.Stack[--frame.StackPointer];

    private static bool Push(Frame frame, Value value)
    {
        if (value.IsError)
            return false;
        frame.Stack[frame.StackPointer++] = value;
        return true;
    }

    private static bool Replace(Frame frame, Value value)
    {
        if (value.IsError)
            return false;
        Peek(frame, 1) = value;
        return true;
    }

    private static bool UnpackStarred(VmThread thread, Frame frame, int before, int after)
    {
        var iterable = Pop(frame);
        var targets = frame.Stack.AsSpan(frame.StackPointer, before + 1 + after);
        if (!Displays.UnpackStarred(thread, iterable, before, after, targets))
            return false;
        frame.StackPointer += targets.Length;
        return true;
    }

    private static bool SetupAnnotations(VmThread thread, Frame frame)
    {
        if (frame.Namespace.Ref is PyDict { Type.IsHeapType: false } dict)
        {
            if (dict.GetStr(Annotations).IsUnbound)
                dict.SetStr(Annotations, new PyDict());
            return true;
        }
        var found = Items.Get(thread, frame.Namespace, Annotations);
        if (!found.IsError)
            return true;
        return thread.ClearPending(ExceptionTypes.KeyError) && !Items.Set(thread, frame.Namespace, Annotations, new PyDict()).IsError;
    }

    /// <summary>Puts the exit method of the context manager on top in its place. The method to enter it with, to be called with the
    /// manager; or Error.</summary>
    internal static Value BeginWith(VmThread thread, Frame frame, Special enter, Special exit, string kind)
    {
        var manager = Peek(frame, 1);
        var type = manager.Type;
        var enterMethod = type.LookupSpecial(enter);
        var exitMethod = type.LookupSpecial(exit);
        if (enterMethod.IsUnbound || exitMethod.IsUnbound)
        {
            var missing = enterMethod.IsUnbound ? "" : $" (missed {SpecialNames.Name(exit).Text} method)";
            return thread.TypeError($"'{type.Name}' object does not support the {kind}context manager protocol{missing}");
        }
        var bound = Attributes.Bind(thread, exitMethod, manager, type);
        return Replace(frame, bound) ? enterMethod : Value.Error;
    }
}
