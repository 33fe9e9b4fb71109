using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Compression;

/// <summary>A stream that is being decompressed.</summary>
[PyType("Decompress", Module = "zlib")]
internal sealed partial class PyDecompress : PyObject
{
    private readonly Inflater _inflater;
    private readonly Value _dictionary;
    private bool _isClosed;
    private bool _hasFailed;

    internal PyDecompress(Inflater inflater, Value dictionary) : base(TypeObject.RootShape)
    {
        _inflater = inflater;
        _dictionary = dictionary;
    }

    [PyGetter("unused_data", Member = true)]
    private PyBytes UnusedData { get; set; } = new([]);

    [PyGetter("unconsumed_tail", Member = true)]
    private PyBytes UnconsumedTail { get; set; } = new([]);

    [PyGetter("eof", Member = true)]
    private bool IsAtEnd { get; set; }

    /// <summary>Return a bytes object containing the decompressed version of the data.
    ///
    ///   data
    ///     The binary data to decompress.
    ///   max_length
    ///     The maximum allowable length of the decompressed data.
    ///     Unconsumed input data will be stored in
    ///     the unconsumed_tail attribute.
    ///
    /// After calling this function, some of the input data may still be stored in
    /// internal buffers for later processing.
    /// Call the flush() method to clear these buffers.</summary>
    [PyMethod("decompress", Signature = "data, /, max_length=0")]
    private Value Decompress(VmThread thread, Value data, long maxLength = 0)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        if (maxLength < 0)
            return thread.ValueError("max_length must be non-negative");
        return Read(thread, bytes, maxLength == 0 ? long.MaxValue : maxLength);
    }

    /// <summary>Return a bytes object containing any remaining decompressed data.
    ///
    ///   length
    ///     the initial size of the output buffer.</summary>
    [PyMethod("flush", Signature = "length=16384, /")]
    private Value Flush(VmThread thread, long length = 16384)
    {
        if (length <= 0)
            return thread.ValueError("length must be greater than zero");
        if (_isClosed || _hasFailed)
            return new PyBytes([]);
        var result = Read(thread, UnconsumedTail.Content, long.MaxValue);
        _isClosed = IsAtEnd;
        return result;
    }

    /// <summary>Return a copy of the decompression object.</summary>
    [PyMethod("copy")]
    [PyMethod("__copy__")]
    private Value Copy(VmThread thread) => _isClosed
        ? thread.ValueError("Inconsistent stream state")
        : new PyDecompress(_inflater.Copy(), _dictionary) { UnusedData = UnusedData, UnconsumedTail = UnconsumedTail, IsAtEnd = IsAtEnd };

    [PyMethod("__deepcopy__")]
    private Value DeepCopy(VmThread thread, Value memo) => Copy(thread);

    private Value Read(VmThread thread, ReadOnlySpan<byte> data, long mostOutput)
    {
        if (_isClosed)
            return thread.Raise(ZlibModule.Error, "Error -2 while decompressing data: inconsistent stream state");
        if (IsAtEnd)
        {
            if (data.Length > 0)
                UnusedData = new PyBytes([.. UnusedData.Content, .. data]);
            return new PyBytes([]);
        }
        var status = _inflater.Read(data, mostOutput, out var output);
        if (status == InflateStatus.NeedsDictionary)
        {
            if (_dictionary.IsUnbound)
            {
                _inflater.ForgetInput();
                _hasFailed = true;
                return thread.Raise(ZlibModule.Error, "Error 2 while decompressing data");
            }
            Buffers.TryRead(_dictionary, out var dictionary);
            if (!_inflater.SetDictionary(dictionary))
                return thread.Raise(ZlibModule.Error, "Error -3 while setting zdict: invalid input data");
            status = _inflater.Read([], mostOutput, out output);
        }
        UnconsumedTail = new PyBytes([]);
        switch (status)
        {
            case InflateStatus.Malformed:
                _hasFailed = true;
                return thread.Raise(ZlibModule.Error, $"Error -3 while decompressing data: {_inflater.Problem}");
            case InflateStatus.OutputIsFull:
                UnconsumedTail = new PyBytes(_inflater.Rest.ToArray());
                _inflater.ForgetInput();
                break;
            case InflateStatus.End:
                IsAtEnd = true;
                UnusedData = new PyBytes([.. UnusedData.Content, .. _inflater.Rest]);
                _inflater.ForgetInput();
                break;
        }
        return new PyBytes(output);
    }
}
