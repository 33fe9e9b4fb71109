using System.Buffers.Binary;
using System.Text;

namespace PyCoro.Stdlib.Tls;

/// <summary>What a client offers (RFC 8446, 4.1.2), as far as SslStream does not tell.</summary>
internal sealed record ClientHello(ushort[] Suites, string[] Protocols)
{
    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const int VersionAndRandom = 34;
    private const ushort ProtocolNegotiation = 16;

    /// <summary>Reads the hello in a record; an empty one when it is none, or is spread over records.</summary>
    internal static ClientHello Read(ReadOnlySpan<byte> record)
    {
        var nothing = new ClientHello([], []);
        const byte Hello = 1;
        if (record.Length < RecordHeader + MessageHeader + VersionAndRandom || record[RecordHeader] != Hello)
            return nothing;
        var rest = record[(RecordHeader + MessageHeader + VersionAndRandom)..];
        if (!TryTake(ref rest, 1, out _) || !TryTake(ref rest, 2, out var suites) || !TryTake(ref rest, 1, out _))
            return nothing;
        var numbers = new ushort[suites.Length / 2];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadUInt16BigEndian(suites[(2 * i)..]);
        TryTake(ref rest, 2, out var extensions);
        while (extensions.Length >= MessageHeader)
        {
            var kind = BinaryPrimitives.ReadUInt16BigEndian(extensions);
            extensions = extensions[2..];
            if (!TryTake(ref extensions, 2, out var content))
                break;
            if (kind == ProtocolNegotiation && TryTake(ref content, 2, out var names))
                return new ClientHello(numbers, Names(names));
        }
        return new ClientHello(numbers, []);
    }

    private static string[] Names(ReadOnlySpan<byte> list)
    {
        var names = new List<string>();
        while (TryTake(ref list, 1, out var name) && !name.IsEmpty)
            names.Add(Encoding.Latin1.GetString(name));
        return [.. names];
    }

    // A vector that begins with its length.
    private static bool TryTake(ref ReadOnlySpan<byte> rest, int lengthSize, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (rest.Length < lengthSize)
            return false;
        var length = lengthSize == 1 ? rest[0] : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (rest.Length < lengthSize + length)
            return false;
        content = rest.Slice(lengthSize, length);
        rest = rest[(lengthSize + length)..];
        return true;
    }
}
