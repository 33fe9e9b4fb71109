using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Binary;

namespace PyCoro.Stdlib.Compression;

/// <summary>The functions in this module allow compression and decompression using the
/// zlib library, which is based on GNU zip.
///
/// adler32(string[, start]) -- Compute an Adler-32 checksum.
/// compress(data[, level]) -- Compress data, with compression level 0-9 or -1.
/// compressobj([level[, ...]]) -- Return a compressor object.
/// crc32(string[, start]) -- Compute a CRC-32 checksum.
/// decompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.
/// decompressobj([wbits[, zdict]]) -- Return a decompressor object.
///
/// 'wbits' is window buffer size and container format.
/// Compressor objects support compress() and flush() methods; decompressor
/// objects support decompress() and flush().</summary>
[PyModule("zlib")]
internal static partial class ZlibModule
{
    /// <summary>What a level of -1 means.</summary>
    internal const int DefaultLevel = 6;

    [PyConstant("error")]
    internal static readonly PyType Error = NativeExceptions.Define("zlib", "error", static () => ExceptionTypes.Exception);

    [PyConstant("DEFLATED")]
    internal const long Deflated = 8;

    [PyConstant("DEF_BUF_SIZE")]
    private const long DefaultBufferSize = 16384;

    [PyConstant("DEF_MEM_LEVEL")]
    private const long DefaultMemoryLevel = 8;

    [PyConstant("MAX_WBITS")]
    internal const long MaxWindowBits = 15;

    [PyConstant("ZLIB_VERSION")]
    private const string Version = "1.2.13";

    [PyConstant("ZLIB_RUNTIME_VERSION")]
    private const string RuntimeVersion = Version;

    [PyConstant("Z_NO_COMPRESSION")]
    private const long NoCompression = 0;

    [PyConstant("Z_BEST_SPEED")]
    private const long BestSpeed = 1;

    [PyConstant("Z_BEST_COMPRESSION")]
    private const long BestCompression = 9;

    [PyConstant("Z_DEFAULT_COMPRESSION")]
    private const long DefaultCompression = -1;

    [PyConstant("Z_DEFAULT_STRATEGY")]
    private const long DefaultStrategy = 0;

    [PyConstant("Z_FILTERED")]
    private const long Filtered = 1;

    [PyConstant("Z_HUFFMAN_ONLY")]
    private const long HuffmanOnly = Deflater.HuffmanOnly;

    [PyConstant("Z_RLE")]
    private const long RunLengths = Deflater.RunLengths;

    [PyConstant("Z_FIXED")]
    private const long FixedCodes = Deflater.FixedCodes;

    [PyConstant("Z_NO_FLUSH")]
    private const long NoFlush = (long)FlushMode.None;

    [PyConstant("Z_PARTIAL_FLUSH")]
    private const long PartialFlush = (long)FlushMode.Partial;

    [PyConstant("Z_SYNC_FLUSH")]
    private const long SyncFlush = (long)FlushMode.Sync;

    [PyConstant("Z_FULL_FLUSH")]
    private const long FullFlush = (long)FlushMode.Full;

    [PyConstant("Z_FINISH")]
    internal const long Finish = (long)FlushMode.Finish;

    [PyConstant("Z_BLOCK")]
    private const long Block = (long)FlushMode.Block;

    [PyConstant("Z_TREES")]
    private const long Trees = (long)FlushMode.Trees;

    /// <summary>Compute an Adler-32 checksum of data.
    ///
    ///   value
    ///     Starting value of the checksum.
    ///
    /// The returned checksum is an integer.</summary>
    [PyFunction("adler32", Signature = "data, value=1, /")]
    private static Value Adler32(VmThread thread, Value data, Value value)
    {
        if (!Buffers.Require(thread, data, out var bytes) || !Checksums.TryStart(thread, value.IsUnbound ? Value.Int(1) : value, out var start))
            return Value.Error;
        return Value.Int((long)Checksums.Adler32(bytes, start));
    }

    /// <summary>Compute a CRC-32 checksum of data.
    ///
    ///   value
    ///     Starting value of the checksum.
    ///
    /// The returned checksum is an integer.</summary>
    [PyFunction("crc32", Signature = "data, value=0, /")]
    private static Value Crc32(VmThread thread, Value data, Value value) => Checksums.Crc32(thread, data, value);

    /// <summary>Returns a bytes object containing compressed data.
    ///
    ///   data
    ///     Binary data to be compressed.
    ///   level
    ///     Compression level, in 0-9 or -1.
    ///   wbits
    ///     The window buffer size and container format.</summary>
    [PyFunction("compress", Signature = "data, /, level=-1, wbits=15")]
    private static Value Compress(VmThread thread, Value data, int level = -1, int wbits = 15)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        if (!TryOptions(level, wbits, strategy: 0, out var options))
            return thread.Raise(Error, "Bad compression level");
        var deflater = new Deflater(options);
        byte[] result = [.. deflater.Write(bytes), .. deflater.Flush(FlushMode.Finish)];
        return new PyBytes(result);
    }

    /// <summary>Return a compressor object.
    ///
    ///   level
    ///     The compression level (an integer in the range 0-9 or -1; default is
    ///     currently equivalent to 6).  Higher compression levels are slower,
    ///     but produce smaller results.
    ///   method
    ///     The compression algorithm.  If given, this must be DEFLATED.
    ///   wbits
    ///     +9 to +15: The base-two logarithm of the window size.  Include a zlib
    ///         container.
    ///     -9 to -15: Generate a raw stream.
    ///     +25 to +31: Include a gzip container.
    ///   memLevel
    ///     Controls the amount of memory used for internal compression state.
    ///     Valid values range from 1 to 9.  Higher values result in higher memory
    ///     usage, faster compression, and smaller output.
    ///   strategy
    ///     Used to tune the compression algorithm.  Possible values are
    ///     Z_DEFAULT_STRATEGY, Z_FILTERED, and Z_HUFFMAN_ONLY.
    ///   zdict
    ///     The predefined compression dictionary - a sequence of bytes
    ///     containing subsequences that are likely to occur in the input data.</summary>
    [PyFunction("compressobj", Signature = "level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None")]
    private static Value CompressObject(
        VmThread thread, int level = -1, int method = 8, int wbits = 15, int memLevel = 8, int strategy = 0, Value zdict = default)
    {
        if (!TryDictionary(thread, zdict, out var dictionary, out var hasDictionary))
            return Value.Error;
        if (method != Deflated || memLevel is < 1 or > 9 || !TryOptions(level, wbits, strategy, out var options))
            return thread.ValueError("Invalid initialization option");
        var deflater = new Deflater(options);
        if (hasDictionary)
            deflater.SetDictionary(dictionary);
        return new PyCompress(deflater);
    }

    /// <summary>Returns a bytes object containing the uncompressed data.
    ///
    ///   data
    ///     Compressed data.
    ///   wbits
    ///     The window buffer size and container format.
    ///   bufsize
    ///     The initial output buffer size.</summary>
    [PyFunction("decompress", Signature = "data, /, wbits=15, bufsize=16384")]
    private static Value Decompress(VmThread thread, Value data, int wbits = 15, long bufsize = 16384)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        if (bufsize < 0)
            return thread.ValueError("bufsize must be non-negative");
        if (Inflater.Make(wbits) is not { } inflater)
            return thread.Raise(Error, "Error -2 while preparing to decompress data: inconsistent stream state");
        return inflater.Read(bytes, long.MaxValue, out var output) switch
        {
            InflateStatus.End => new PyBytes(output),
            InflateStatus.NeedsDictionary => thread.Raise(Error, "Error 2 while decompressing data"),
            InflateStatus.Malformed => thread.Raise(Error, $"Error -3 while decompressing data: {inflater.Problem}"),
            _ => thread.Raise(Error, "Error -5 while decompressing data: incomplete or truncated stream"),
        };
    }

    /// <summary>Return a decompressor object.
    ///
    ///   wbits
    ///     The window buffer size and container format.
    ///   zdict
    ///     The predefined compression dictionary.  This must be the same
    ///     dictionary as used by the compressor that produced the input data.</summary>
    [PyFunction("decompressobj", Signature = "wbits=15, zdict=b''")]
    private static Value DecompressObject(VmThread thread, int wbits = 15, Value zdict = default)
    {
        var hasDictionary = !zdict.IsUnbound && zdict.Ref is not null;
        if (hasDictionary && !Buffers.TryRead(zdict, out _) || !zdict.IsUnbound && !hasDictionary)
            return thread.TypeError("zdict argument must support the buffer protocol");
        if (Inflater.Make(wbits) is not { } inflater)
            return thread.ValueError("Invalid initialization option");
        var isRaw = wbits < 0;
        if (hasDictionary && isRaw && Buffers.TryRead(zdict, out var dictionary))
            inflater.SetDictionary(dictionary);
        return new PyDecompress(inflater, hasDictionary && !isRaw ? zdict : Value.Unbound);
    }

    private static bool TryDictionary(VmThread thread, Value zdict, out ReadOnlySpan<byte> dictionary, out bool isGiven)
    {
        dictionary = default;
        isGiven = !zdict.IsUnbound && !zdict.IsNone;
        return !isGiven || Buffers.Require(thread, zdict, out dictionary);
    }

    private static bool TryOptions(int level, int wbits, int strategy, out DeflateOptions options)
    {
        var (container, bits) = wbits switch
        {
            < 0 => (DeflateContainer.None, -wbits),
            > 15 => (DeflateContainer.Gzip, wbits - 16),
            _ => (DeflateContainer.Zlib, wbits),
        };
        var least = container == DeflateContainer.Zlib ? 8 : 9;
        options = new DeflateOptions(level == -1 ? DefaultLevel : level, Math.Max(bits, 9), container, strategy);
        return level is >= -1 and <= 9 && bits >= least && bits <= 15 && strategy is >= 0 and <= Deflater.FixedCodes;
    }
}
