using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Create a new buffered reader using the given readable raw IO object.</summary>
[PyType("BufferedReader", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBufferedReader : PyBufferedStream
{
    internal PyBufferedReader(Shape shape) : base(shape) { }

    internal PyBufferedReader(PyFileIO raw, int size = DefaultSize) : base(TypeObject.RootShape, raw, size) { }

    private protected override bool Reads => true;

    private protected override bool Writes => false;

    [PyMethod("__init__", Signature = "raw, buffer_size=8192")]
    private Value Initialize(VmThread thread, Value raw, Value bufferSize) => Init(thread, raw, bufferSize);

    [PyMethod("peek", Signature = "size=0, /")]
    private Value Peek(VmThread thread, long size = 0) => PeekAhead(thread);
}

/// <summary>A buffer for a writeable sequential RawIO object.
///
/// The constructor creates a BufferedWriter for the given writeable raw
/// stream. If the buffer_size is not given, it defaults to
/// DEFAULT_BUFFER_SIZE.</summary>
[PyType("BufferedWriter", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBufferedWriter : PyBufferedStream
{
    internal PyBufferedWriter(Shape shape) : base(shape) { }

    internal PyBufferedWriter(PyFileIO raw, int size = DefaultSize) : base(TypeObject.RootShape, raw, size) { }

    private protected override bool Reads => false;

    private protected override bool Writes => true;

    [PyMethod("__init__", Signature = "raw, buffer_size=8192")]
    private Value Initialize(VmThread thread, Value raw, Value bufferSize) => Init(thread, raw, bufferSize);
}

/// <summary>A buffered interface to random access streams.
///
/// The constructor creates a reader and writer for a seekable stream,
/// raw, given in the first argument. If the buffer_size is omitted it
/// defaults to DEFAULT_BUFFER_SIZE.</summary>
[PyType("BufferedRandom", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBufferedRandom : PyBufferedStream
{
    internal PyBufferedRandom(Shape shape) : base(shape) { }

    internal PyBufferedRandom(PyFileIO raw, int size = DefaultSize) : base(TypeObject.RootShape, raw, size) { }

    private protected override bool Reads => true;

    private protected override bool Writes => true;

    [PyMethod("__init__", Signature = "raw, buffer_size=8192")]
    private Value Initialize(VmThread thread, Value raw, Value bufferSize) => Init(thread, raw, bufferSize);

    [PyMethod("peek", Signature = "size=0, /")]
    private Value Peek(VmThread thread, long size = 0) => PeekAhead(thread);
}
