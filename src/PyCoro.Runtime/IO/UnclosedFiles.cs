// A stream that a program forgets to close is written out and closed all the same when nothing refers to it any more, or at
// exit. Of streams that lie on one another only the topmost is watched: what it still holds must go down first.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class UnclosedFiles
{
    /// <summary>Sees to a stream; instances of Python classes see to themselves, by <c>__del__</c>.</summary>
    internal static void Watch(VmThread thread, PyIOBase stream)
    {
        if (!stream.Type.IsHeapType)
            thread.Interpreter.Finalization.Watch(stream, static (finalizer, forgotten) => ((PyIOBase)forgotten).Finish(finalizer));
    }

    /// <summary>Another stream lies on this one now, and closes it.</summary>
    internal static void TakeOver(VmThread thread, Value stream)
    {
        if (stream.Ref is PyIOBase { Type.IsHeapType: false } below)
            thread.Interpreter.Finalization.Forget(below);
    }

    /// <summary>A stream has given the one below it away.</summary>
    internal static void GiveBack(VmThread thread, PyIOBase above, Value stream)
    {
        TakeOver(thread, above);
        if (stream.Ref is PyFileIO or PyBufferedStream)
            Watch(thread, (PyIOBase)stream.Ref);
    }
}
