using System.Buffers.Binary;
using System.Security.Authentication;
using System.Text;

namespace PyCoro.Stdlib.Tls;

/// <summary>What a client offers (RFC 8446, 4.1.2), as far as SslStream does not tell.</summary>
internal sealed record ClientHello(ushort[] Suites, string[] Protocols, SslProtocols Versions)
{
    /// <summary>A hello that says nothing.</summary>
    internal static readonly ClientHello Silent = new([], [], SslProtocols.None);

    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const int VersionAndRandom = 34;
    private const ushort ProtocolNegotiation = 16;
    private const ushort SupportedVersions = 43;

    /// <summary>Reads the hello in a record; an empty one when it is none, or is spread over records.</summary>
    internal static ClientHello Read(ReadOnlySpan<byte> record)
    {
        const byte Hello = 1;
        if (record.Length < RecordHeader + MessageHeader + VersionAndRandom || record[RecordHeader] != Hello)
            return Silent;
        var rest = record[(RecordHeader + MessageHeader + VersionAndRandom)..];
        if (!TryTake(ref rest, 1, out _) || !TryTake(ref rest, 2, out var suites) || !TryTake(ref rest, 1, out _))
            return Silent;
        var numbers = new ushort[suites.Length / 2];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadUInt16BigEndian(suites[(2 * i)..]);
        // Before 1.3 the hello itself says which version is the newest that the client speaks.
        var (protocols, versions) = (Array.Empty<string>(), UpTo(record[RecordHeader + MessageHeader + 1]));
        TryTake(ref rest, 2, out var extensions);
        while (extensions.Length >= MessageHeader)
        {
            var kind = BinaryPrimitives.ReadUInt16BigEndian(extensions);
            extensions = extensions[2..];
            if (!TryTake(ref extensions, 2, out var content))
                break;
            if (kind == ProtocolNegotiation && TryTake(ref content, 2, out var names))
                protocols = Names(names);
            else if (kind == SupportedVersions && TryTake(ref content, 1, out var list))
                versions = Listed(list);
        }
        return new ClientHello(numbers, protocols, versions);
    }

    // Versions are 3.1 (TLS 1.0) to 3.4 (TLS 1.3).
    private static SslProtocols Version(int minor) => minor switch
    {
        1 => (SslProtocols)192,
        2 => (SslProtocols)768,
        3 => SslProtocols.Tls12,
        4 => SslProtocols.Tls13,
        _ => SslProtocols.None,
    };

    private static SslProtocols UpTo(int minor)
    {
        var versions = SslProtocols.None;
        for (var version = 1; version <= Math.Min(minor, 3); version++)
            versions |= Version(version);
        return versions;
    }

    private static SslProtocols Listed(ReadOnlySpan<byte> list)
    {
        var versions = SslProtocols.None;
        for (var i = 0; i + 1 < list.Length; i += 2)
            versions |= list[i] == 3 ? Version(list[i + 1]) : SslProtocols.None;
        return versions;
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
