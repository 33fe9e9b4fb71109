// A file that a program forgets to close is written out and closed all the same when nothing refers to it any more, or at
// exit; a ResourceWarning says so to those who asked for it.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class UnclosedFiles
{
    private static readonly PyStr CloseName = PyStr.Constant("close");

    /// <summary>Sees to what open() returned, whose file is <paramref name="raw"/>.</summary>
    internal static Value Watch(VmThread thread, PyObject stream, PyFileIO raw)
    {
        thread.Interpreter.Finalization.Watch(stream, (finalizer, forgotten) => Finish(finalizer, forgotten, raw));
        return stream;
    }

    private static void Finish(VmThread thread, PyObject stream, PyFileIO raw)
    {
        if (raw.IsClosed || stream is PyTextStream { IsDetached: true } or PyBinaryStream { IsClosed: true })
            return;
        if (raw.ClosesDescriptor)
        {
            var text = Texts.Repr(thread, stream);
            var message = text is null ? Value.Error : Value.Str($"unclosed file {text.Text}");
            if (message.IsError || Warnings.Warn(thread, message, ExceptionTypes.ResourceWarning, 1, stream).IsError)
                thread.Interpreter.ReportUnraisable(thread, raw);
        }
        // What fails now has nobody to be told, as in CPython.
        if (thread.CallMethod(stream, CloseName).IsError)
            thread.Pending = null;
    }
}
