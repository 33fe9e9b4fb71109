// mmap.mmap: a file as a mutable sequence of bytes that also reads and writes at a position. Arguments may run Python code
// (__index__) that closes the map, so each method asks for the mapping after its arguments are numbers.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Memory;

/// <summary>Maps length bytes from the file specified by the file descriptor fileno,
/// and returns a mmap object.
///
/// If length is 0, the maximum length of the map
/// will be the current size of the file when mmap is called.
/// flags specifies the nature of the mapping. MAP_PRIVATE creates a
/// private copy-on-write mapping, so changes to the contents of the mmap
/// object will be private to this process, and MAP_SHARED creates a mapping
/// that's shared with all other processes mapping the same areas of the file.
/// The default value is MAP_SHARED.
///
/// To map anonymous memory, pass -1 as the fileno.</summary>
[PyType("mmap", Module = "mmap", Subclassable = true)]
internal partial class PyMmap : PyObject
{
    internal const int AccessDefault = 0;
    internal const int AccessRead = 1;
    internal const int AccessWrite = 2;
    internal const int AccessCopy = 3;

    private const string Gone = "mmap closed or invalid";
    private const uint FileKind = 0xF000;
    private const uint RegularFile = 0x8000;

    private static readonly string[] AccessNames = ["ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"];

    private readonly int _access;
    private readonly long _offset;
    private Mapping? _mapping;
    private long _position;
    private int _exports;

    private PyMmap(Shape shape, Mapping mapping, int access, long offset) : base(shape) =>
        (_mapping, _access, _offset) = (mapping, access, offset);

    /// <summary>closed</summary>
    [PyGetter("closed")]
    private bool IsClosed => _mapping is null;

    [PyNew(Signature = "fileno, length, flags=1, prot=3, access=0, offset=0")]
    private static Value New(VmThread thread, PyType type, int fileno, long length, int flags = Mapping.Shared, int prot = Mapping.Readable | Mapping.Writable, int access = AccessDefault, long offset = 0)
    {
        if (length < 0)
            return thread.OverflowError("memory mapped length must be positive");
        if (offset < 0)
            return thread.OverflowError("memory mapped offset must be positive");
        if (access != AccessDefault && (flags != Mapping.Shared || prot != (Mapping.Readable | Mapping.Writable)))
            return thread.ValueError("mmap can't specify both access and flags, prot.");
        switch (access)
        {
            case AccessRead:
                prot = Mapping.Readable;
                break;
            case AccessWrite:
                break;
            case AccessCopy:
                flags = Mapping.Private;
                break;
            case AccessDefault when (prot & (Mapping.Readable | Mapping.Writable)) is var wanted && wanted != (Mapping.Readable | Mapping.Writable):
                access = wanted == Mapping.Writable ? AccessWrite : AccessRead;
                break;
            case AccessDefault:
                break;
            default:
                return thread.ValueError("mmap invalid access parameter.");
        }
        if (!Auditing.Raise(thread, "mmap.__new__", Value.Int(fileno), Value.Int(length), Value.Int(access), Value.Int(offset))
            || !FitsFile(thread, fileno, offset, ref length))
        {
            return Value.Error;
        }
        var result = Mapping.Make(length, prot, flags, fileno, offset, out var mapping);
        if (mapping is null)
            return SystemErrors.Raise(thread, (int)-result);
        return length <= int.MaxValue ? new Viewable(type.RootShape, mapping, access, offset) : new PyMmap(type.RootShape, mapping, access, offset);
    }

    /// <summary>Close the mmap. Subsequent calls to other methods of the object will raise a ValueError.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread)
    {
        if (_exports > 0)
            return thread.Raise(ExceptionTypes.BufferError, "cannot close exported pointers exist");
        _mapping?.Dispose();
        _mapping = null;
        return Value.None;
    }

    /// <summary>The map itself, to be closed at the end of the block.</summary>
    [PyMethod("__enter__")]
    private Value Enter(VmThread thread) => IsOpen(thread, out _) ? this : Value.Error;

    /// <summary>Close the map.</summary>
    [PyMethod("__exit__", Signature = "*args")]
    private Value Exit(VmThread thread, ReadOnlySpan<Value> args) => Close(thread);

    /// <summary>Return the length of the file, which can be larger than the size of the memory-mapped area.</summary>
    [PyMethod("size")]
    private Value Size(VmThread thread)
    {
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        var result = thread.Interpreter.Options.OperatingSystem.GetStatus(mapping.Descriptor, out var status);
        return result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.Int(status.Size);
    }

    /// <summary>Resize the map and the underlying file, if any.</summary>
    [PyMethod("resize")]
    private Value Resize(VmThread thread, long newsize)
    {
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        if (_exports > 0)
            return thread.Raise(ExceptionTypes.BufferError, "mmap can't resize with extant buffers exported.");
        if (_access is AccessRead or AccessCopy)
            return thread.TypeError("mmap can't resize a readonly or copy-on-write memory map.");
        if (newsize < 0 || newsize > long.MaxValue - _offset)
            return thread.ValueError("new size out of range");
        if (newsize > int.MaxValue && this is Viewable)
            return thread.Raise(ExceptionTypes.NotImplementedError, "resizing a map that began smaller than 2 GiB beyond that size is not implemented");
        return Done(thread, mapping.Resize(newsize, _offset));
    }

    /// <summary>Flush changes made to the in-memory copy of a file back to disk.</summary>
    [PyMethod("flush", Signature = "offset=0, size=None, /")]
    private Value Flush(VmThread thread, long offset, long? size)
    {
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        var length = size ?? mapping.Length;
        if (offset < 0 || length < 0 || length > mapping.Length - offset)
            return thread.ValueError("flush values out of range");
        if (_access is AccessRead or AccessCopy)
            return Value.None;
        return Blocking.TryCall(thread, () => mapping.Flush(offset, length), out var result) ? Done(thread, result) : Value.Error;
    }

    /// <summary>Send advice option to the kernel about the memory region beginning at start and extending length bytes.</summary>
    [PyMethod("madvise", Signature = "option, start=0, length=None, /")]
    private Value Advise(VmThread thread, int option, long start, long? length)
    {
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        var bytes = length ?? mapping.Length;
        if (start < 0 || start >= mapping.Length)
            return thread.ValueError("madvise start out of bounds");
        if (bytes < 0)
            return thread.ValueError("madvise length invalid");
        if (bytes > long.MaxValue - start)
            return thread.OverflowError("madvise length too large");
        return Done(thread, mapping.Advise(option, start, System.Math.Min(bytes, mapping.Length - start)));
    }

    [PyMethod("__repr__")]
    private string Repr() => _mapping is { } mapping
        ? $"<{Type.QualifiedNativeName} closed=False, access={AccessNames[_access]}, length={mapping.Length}, pos={_position}, offset={_offset}>"
        : $"<{Type.QualifiedNativeName} closed=True>";

    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread) => thread.TypeError($"cannot pickle '{Type.QualifiedNativeName}' object");

    // Only a plain file has a size that a map must fit.
    private static bool FitsFile(VmThread thread, int descriptor, long offset, ref long length)
    {
        if (descriptor == Mapping.NoFile || thread.Interpreter.Options.OperatingSystem.GetStatus(descriptor, out var status) < 0 || (status.Mode & FileKind) != RegularFile)
            return true;
        string problem;
        if (length == 0)
        {
            if (status.Size > offset)
            {
                length = status.Size - offset;
                return true;
            }
            problem = status.Size == 0 ? "cannot mmap an empty file" : "mmap offset is greater than file size";
        }
        else if (offset <= status.Size && length <= status.Size - offset)
        {
            return true;
        }
        else
        {
            problem = "mmap length is greater than file size";
        }
        thread.ValueError(problem);
        return false;
    }

    private bool IsOpen(VmThread thread, out Mapping mapping)
    {
        mapping = _mapping!;
        if (mapping is not null)
            return true;
        thread.ValueError(Gone);
        return false;
    }

    private bool IsWritable(VmThread thread, out Mapping mapping)
    {
        if (!IsOpen(thread, out mapping))
            return false;
        if (_access != AccessRead)
            return true;
        thread.TypeError("mmap can't modify a readonly memory map.");
        return false;
    }

    private static Value Done(VmThread thread, long result) => result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.None;

    /// <summary>A map whose bytes a view can show: views count in 32 bits.</summary>
    private sealed class Viewable(Shape shape, Mapping mapping, int access, long offset) : PyMmap(shape, mapping, access, offset), IBuffer
    {
        Span<byte> IBuffer.Memory => _mapping is { } mapping ? mapping.Bytes(0, (int)mapping.Length) : default;

        bool IBuffer.IsReadOnly => _access == AccessRead;

        string IBuffer.Format => "B";

        int IBuffer.ItemSize => 1;

        void IBuffer.AddExport() => _exports++;

        void IBuffer.RemoveExport() => _exports--;
    }
}
