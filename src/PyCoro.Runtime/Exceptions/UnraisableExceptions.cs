// Exceptions where no caller can catch them (library reference, sys.unraisablehook): a destructor's, a callback's.

using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Tracebacks;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Exceptions;

internal static class UnraisableExceptions
{
    /// <summary>Takes the pending exception to <c>sys.unraisablehook</c>. The message is None for "Exception ignored in".</summary>
    internal static void Report(VmThread thread, Value source, Value message)
    {
        var exception = thread.TakePending();
        var interpreter = thread.Interpreter;
        if (exception.Traceback is null && thread.Top is { } frame)
            Raising.AddTraceback(exception, frame);
        var arguments = (PyTuple)StructSequence.Make(
            TypeOf(thread), exception.Type, exception, exception.Traceback is { } trace ? trace : Value.None, message, source).Ref!;
        var hook = interpreter.GetSys("unraisablehook");
        if (!Auditing.Raise(thread, "sys.unraisablehook", hook.IsUnbound ? Value.None : hook, arguments))
            thread.Pending = null;
        if (hook.IsUnbound || hook.IsNone)
        {
            Print(thread, arguments);
            return;
        }
        if (!thread.Call(hook, arguments).IsError)
            return;
        var failure = thread.TakePending();
        Print(thread, PyTuple.Of(
            failure.Type, failure, failure.Traceback is { } where ? where : Value.None,
            Value.Str("Exception ignored in sys.unraisablehook"), hook));
    }

    /// <summary>Is it what hooks are called with?</summary>
    internal static bool IsArguments(VmThread thread, Value value) => ReferenceEquals(value.Type, TypeOf(thread));

    /// <summary>What is written without a hook.</summary>
    internal static void Print(VmThread thread, PyTuple arguments)
    {
        var saved = thread.Pending;
        thread.Pending = null;
        var output = new TracebackMargin();
        var (source, message) = (arguments.Items[4], arguments.Items[3]);
        if (!source.IsNone)
        {
            var shown = Texts.Repr(thread, source)?.Text ?? "<object repr() failed>";
            output.Write($"{(message.IsNone ? "Exception ignored in" : Texts.Str(thread, message)?.Text)}: {shown}\n");
        }
        else if (!message.IsNone)
        {
            output.Write($"{Texts.Str(thread, message)?.Text}:\n");
        }
        thread.Pending = null;
        if (arguments.Items[2].Ref is PyTraceback traceback)
        {
            output.Write("Traceback (most recent call last):\n");
            TracebackText.WriteEntries(thread, traceback, output);
        }
        if (arguments.Items[1].Ref is PyException exception)
            ExceptionLines.WriteName(thread, exception, output);
        else if (arguments.Items[0].Ref is PyType type)
            output.Write($"{type.Name}\n");
        thread.Pending = saved;
        thread.Interpreter.WriteError(thread, output.ToString());
    }

    private static PyType TypeOf(VmThread thread) => thread.Interpreter.State<ArgumentsType>().Get(thread);

    private sealed class ArgumentsType
    {
        private PyType? _type;

        internal PyType Get(VmThread thread) => _type ??= StructSequence.MakeType(
            thread.Interpreter, "builtins", "UnraisableHookArgs", "exc_type", "exc_value", "exc_traceback", "err_msg", "object");
    }
}
