using System.Security.Cryptography;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

/// <summary>Which OpenSSL SslStream works with.</summary>
internal sealed record LibraryVersion(string Text, long Number, PyTuple Parts)
{
    /// <summary>That of this process; a version of OpenSSL 3.0 where SslStream works with another library.</summary>
    internal static LibraryVersion Current
    {
        get
        {
            var number = OperatingSystem.IsLinux() ? SafeEvpPKeyHandle.OpenSslVersion : 0x30000000;
            var (major, minor, patch) = (number >> 28 & 0xF, number >> 20 & 0xFF, number >> 4 & 0xFF);
            var parts = PyTuple.Of(Value.Int(major), Value.Int(minor), Value.Int(0), Value.Int(patch), Value.Int(0));
            return new LibraryVersion($"OpenSSL {major}.{minor}.{patch}", number, parts);
        }
    }
}
