using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Compression;

/// <summary>A stream that is being compressed.</summary>
[PyType("Compress", Module = "zlib")]
internal sealed partial class PyCompress : PyObject
{
    private readonly Deflater _deflater;

    internal PyCompress(Deflater deflater) : base(TypeObject.RootShape) => _deflater = deflater;

    /// <summary>Returns a bytes object containing compressed data.
    ///
    ///   data
    ///     Binary data to be compressed.
    ///
    /// After calling this function, some of the input data may still
    /// be stored in internal buffers for later processing.
    /// Call the flush() method to clear these buffers.</summary>
    [PyMethod("compress")]
    private Value Compress(VmThread thread, Value data)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        return _deflater.IsFinished
            ? thread.Raise(ZlibModule.Error, "Error -2 while compressing data: inconsistent stream state")
            : new PyBytes(_deflater.Write(bytes));
    }

    /// <summary>Return a bytes object containing any remaining compressed data.
    ///
    ///   mode
    ///     One of the constants Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH.
    ///     If mode == Z_FINISH, the compressor object can no longer be
    ///     used after calling the flush() method.  Otherwise, more data
    ///     can still be compressed.</summary>
    [PyMethod("flush", Signature = "mode=4, /")]
    private Value Flush(VmThread thread, int mode = (int)ZlibModule.Finish)
    {
        if (mode == (int)FlushMode.None)
            return new PyBytes([]);
        return _deflater.IsFinished || mode is < 0 or > (int)FlushMode.Block
            ? thread.Raise(ZlibModule.Error, "Error -2 while flushing: inconsistent stream state")
            : new PyBytes(_deflater.Flush((FlushMode)mode));
    }

    /// <summary>Return a copy of the compression object.</summary>
    [PyMethod("copy")]
    [PyMethod("__copy__")]
    private Value Copy(VmThread thread) =>
        _deflater.IsFinished ? thread.ValueError("Inconsistent stream state") : new PyCompress(_deflater.Copy());

    [PyMethod("__deepcopy__")]
    private Value DeepCopy(VmThread thread, Value memo) => Copy(thread);
}
