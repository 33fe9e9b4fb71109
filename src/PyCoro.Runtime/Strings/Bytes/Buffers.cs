// The buffer protocol (C API, Buffer Protocol), as far as it shows in Python: an object that holds bytes lends them as a
// span. Who keeps a view of it (memoryview) says so, because a bytearray must not change its size meanwhile.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>A bytes-like object.</summary>
internal interface IBuffer
{
    /// <summary>The bytes; valid until Python code runs.</summary>
    Span<byte> Memory { get; }

    /// <summary>The bytes must not be changed.</summary>
    bool IsReadOnly { get; }

    /// <summary>Format of an item in the notation of <c>struct</c>.</summary>
    string Format { get; }

    /// <summary>Bytes of an item.</summary>
    int ItemSize { get; }

    /// <summary>A view begins to use it.</summary>
    void AddExport();

    /// <summary>A view has been released.</summary>
    void RemoveExport();
}

/// <summary>Bytes out of bytes-like values.</summary>
internal static class Buffers
{
    /// <summary>The bytes of any bytes-like object; false for others.</summary>
    internal static bool TryRead(Value value, out ReadOnlySpan<byte> bytes)
    {
        switch (value.Ref)
        {
            case ByteSequence sequence:
                bytes = sequence.Span;
                return true;
            case IBuffer buffer and not PyMemoryView { IsUsable: false }:
                bytes = buffer.Memory;
                return true;
            default:
                bytes = default;
                return false;
        }
    }

    /// <summary>A bytes-like object whose bytes may be changed and lie side by side; TypeError or BufferError and false for others.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="value">The object.</param>
    /// <param name="what">What the message calls it: <c>readinto() argument</c>.</param>
    /// <param name="buffer">The object's bytes.</param>
    internal static bool RequireWritable(VmThread thread, Value value, string what, out IBuffer buffer)
    {
        buffer = null!;
        if (value.Ref is PyMemoryView && !Require(thread, value, out _))
            return false;
        if (value.Ref is IBuffer { IsReadOnly: false } found)
        {
            buffer = found;
            return true;
        }
        thread.TypeError($"{what} must be read-write bytes-like object, not {value.Type.Name}");
        return false;
    }

    /// <summary>The bytes of a bytes-like object that lie side by side; TypeError or BufferError and false for others.</summary>
    internal static bool Require(VmThread thread, Value value, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (value.Ref is PyMemoryView view)
        {
            if (!view.Check(thread))
                return false;
            if (!view.IsContiguous)
            {
                thread.Raise(ExceptionTypes.BufferError, "memoryview: underlying buffer is not C-contiguous");
                return false;
            }
        }
        if (TryRead(value, out bytes))
            return true;
        thread.TypeError($"a bytes-like object is required, not '{value.Type.QualifiedNativeName}'");
        return false;
    }
}
