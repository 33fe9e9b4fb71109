// The control messages of sendmsg(2), struct cmsghdr: a length, a level, a type, then the data, each aligned to eight bytes.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Sockets;

/// <summary>Control messages, packed and unpacked.</summary>
internal static class ControlMessages
{
    private const int HeaderSize = 16;
    private const int Alignment = 8;

    /// <summary>CMSG_LEN.</summary>
    internal static long LengthOf(long dataLength) => HeaderSize + dataLength;

    /// <summary>CMSG_SPACE.</summary>
    internal static long SpaceOf(long dataLength) => HeaderSize + (dataLength + Alignment - 1) / Alignment * Alignment;

    /// <summary>The bytes of tuples (level, type, data); null when it raised.</summary>
    internal static byte[]? Pack(VmThread thread, Value[] messages)
    {
        var all = new List<byte>();
        foreach (var message in messages)
        {
            if (Iteration.ToArray(thread, message) is not { } parts)
            {
                thread.Pending = null;
                thread.TypeError($"[sendmsg() ancillary data items]() argument must be 3-item sequence, not {message.Type.Name}");
                return null;
            }
            if (parts.Length != 3)
            {
                thread.TypeError($"[sendmsg() ancillary data items]() argument must be sequence of length 3, not {parts.Length}");
                return null;
            }
            if (!Conversions.TryIndex64(thread, parts[0], out var level) || !Conversions.TryIndex64(thread, parts[1], out var type)
                || !Buffers.Require(thread, parts[2], out var data))
            {
                return null;
            }
            var place = all.Count;
            all.AddRange(new byte[SpaceOf(data.Length)]);
            var packed = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all)[place..];
            BitConverter.TryWriteBytes(packed, LengthOf(data.Length));
            BitConverter.TryWriteBytes(packed[8..], (int)level);
            BitConverter.TryWriteBytes(packed[12..], (int)type);
            data.CopyTo(packed[HeaderSize..]);
        }
        return [.. all];
    }

    /// <summary>A list of tuples out of what was received; what was cut off is as short as it came.</summary>
    internal static PyList Unpack(ReadOnlySpan<byte> bytes)
    {
        var result = new PyList();
        while (bytes.Length >= HeaderSize)
        {
            var length = (int)Math.Min(BitConverter.ToInt64(bytes), bytes.Length);
            if (length < HeaderSize)
                break;
            result.Append(PyTuple.Of(
                Value.Int(BitConverter.ToInt32(bytes[8..])), Value.Int(BitConverter.ToInt32(bytes[12..])),
                new PyBytes(bytes[HeaderSize..length].ToArray())));
            bytes = bytes[(int)Math.Min(SpaceOf(length - HeaderSize), bytes.Length)..];
        }
        return result;
    }
}
