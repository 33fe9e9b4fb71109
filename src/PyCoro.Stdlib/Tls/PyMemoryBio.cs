using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

/// <summary>Bytes between a program that transports them by itself and a TLS connection (library reference: ssl, MemoryBIO).</summary>
[PyType("MemoryBIO", Module = "_ssl", Subclassable = true)]
internal sealed partial class PyMemoryBio : PyObject
{
    internal PyMemoryBio(Shape shape) : base(shape) { }

    /// <summary>The bytes that are there.</summary>
    internal ByteQueue Bytes { get; } = new();

    /// <summary>Nothing more will be written.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>The number of bytes pending in the memory BIO.</summary>
    [PyGetter("pending")]
    private int Pending => Bytes.Count;

    /// <summary>Whether the memory BIO is at EOF.</summary>
    [PyGetter("eof")]
    internal bool IsAtEnd => HasEnded && Bytes.Count == 0;

    /// <summary>Read up to size bytes from the memory BIO.
    ///
    /// If size is not specified, read the entire buffer.
    /// If the return value is an empty bytes instance, this means either
    /// EOF or that no data is available. Use the "eof" property to
    /// distinguish between the two.</summary>
    [PyMethod("read", Signature = "size=-1, /")]
    private PyBytes Read(int size = -1)
    {
        var bytes = new byte[size < 0 ? Bytes.Count : Math.Min(size, Bytes.Count)];
        Bytes.Read(bytes);
        return new PyBytes(bytes);
    }

    /// <summary>Writes the bytes b into the memory BIO.
    ///
    /// Returns the number of bytes written.</summary>
    [PyMethod("write")]
    private Value Write(VmThread thread, Value b)
    {
        if (!Buffers.Require(thread, b, out var bytes))
            return Value.Error;
        if (HasEnded)
            return thread.Raise(TlsErrors.Of(thread).Error, "cannot write() after write_eof()");
        Bytes.Write(bytes);
        return Value.Int(bytes.Length);
    }

    /// <summary>Write an EOF marker to the memory BIO.
    ///
    /// When all data has been read, the "eof" property will be True.</summary>
    [PyMethod("write_eof")]
    private void WriteEnd() => HasEnded = true;
}
