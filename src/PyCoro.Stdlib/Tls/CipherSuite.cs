// The cipher suites that both OpenSSL's default build and SslStream know, in OpenSSL's order of preference, with OpenSSL's names.
// Those with other keys than certificates (PSK, SRP), without any (ADH), and with rare ciphers (ARIA, Camellia) are left out.

using System.Globalization;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

/// <summary>A cipher suite as OpenSSL describes it.</summary>
internal sealed record CipherSuite(
    ushort Id, string Name, string Protocol, string ShownProtocol, string KeyExchange, string Authentication, string Encryption, int Bits, string Digest)
{
    /// <summary>All, best first.</summary>
    internal static readonly CipherSuite[] All =
    [
        new(0x1302, "TLS_AES_256_GCM_SHA384", "TLSv1.3", "TLSv1.3", "any", "any", "AESGCM", 256, "AEAD"),
        new(0x1303, "TLS_CHACHA20_POLY1305_SHA256", "TLSv1.3", "TLSv1.3", "any", "any", "CHACHA20/POLY1305", 256, "AEAD"),
        new(0x1301, "TLS_AES_128_GCM_SHA256", "TLSv1.3", "TLSv1.3", "any", "any", "AESGCM", 128, "AEAD"),
        new(0xC02C, "ECDHE-ECDSA-AES256-GCM-SHA384", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "AESGCM", 256, "AEAD"),
        new(0xC030, "ECDHE-RSA-AES256-GCM-SHA384", "TLSv1.2", "TLSv1.2", "ECDH", "RSA", "AESGCM", 256, "AEAD"),
        new(0x009F, "DHE-RSA-AES256-GCM-SHA384", "TLSv1.2", "TLSv1.2", "DH", "RSA", "AESGCM", 256, "AEAD"),
        new(0xCCA9, "ECDHE-ECDSA-CHACHA20-POLY1305", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "CHACHA20/POLY1305", 256, "AEAD"),
        new(0xCCA8, "ECDHE-RSA-CHACHA20-POLY1305", "TLSv1.2", "TLSv1.2", "ECDH", "RSA", "CHACHA20/POLY1305", 256, "AEAD"),
        new(0xCCAA, "DHE-RSA-CHACHA20-POLY1305", "TLSv1.2", "TLSv1.2", "DH", "RSA", "CHACHA20/POLY1305", 256, "AEAD"),
        new(0xC0AF, "ECDHE-ECDSA-AES256-CCM8", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "AESCCM8", 256, "AEAD"),
        new(0xC0AD, "ECDHE-ECDSA-AES256-CCM", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "AESCCM", 256, "AEAD"),
        new(0xC0A3, "DHE-RSA-AES256-CCM8", "TLSv1.2", "TLSv1.2", "DH", "RSA", "AESCCM8", 256, "AEAD"),
        new(0xC09F, "DHE-RSA-AES256-CCM", "TLSv1.2", "TLSv1.2", "DH", "RSA", "AESCCM", 256, "AEAD"),
        new(0xC02B, "ECDHE-ECDSA-AES128-GCM-SHA256", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "AESGCM", 128, "AEAD"),
        new(0xC02F, "ECDHE-RSA-AES128-GCM-SHA256", "TLSv1.2", "TLSv1.2", "ECDH", "RSA", "AESGCM", 128, "AEAD"),
        new(0x009E, "DHE-RSA-AES128-GCM-SHA256", "TLSv1.2", "TLSv1.2", "DH", "RSA", "AESGCM", 128, "AEAD"),
        new(0xC0AE, "ECDHE-ECDSA-AES128-CCM8", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "AESCCM8", 128, "AEAD"),
        new(0xC0AC, "ECDHE-ECDSA-AES128-CCM", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "AESCCM", 128, "AEAD"),
        new(0xC0A2, "DHE-RSA-AES128-CCM8", "TLSv1.2", "TLSv1.2", "DH", "RSA", "AESCCM8", 128, "AEAD"),
        new(0xC09E, "DHE-RSA-AES128-CCM", "TLSv1.2", "TLSv1.2", "DH", "RSA", "AESCCM", 128, "AEAD"),
        new(0xC024, "ECDHE-ECDSA-AES256-SHA384", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "AES", 256, "SHA384"),
        new(0xC028, "ECDHE-RSA-AES256-SHA384", "TLSv1.2", "TLSv1.2", "ECDH", "RSA", "AES", 256, "SHA384"),
        new(0x006B, "DHE-RSA-AES256-SHA256", "TLSv1.2", "TLSv1.2", "DH", "RSA", "AES", 256, "SHA256"),
        new(0xC023, "ECDHE-ECDSA-AES128-SHA256", "TLSv1.2", "TLSv1.2", "ECDH", "ECDSA", "AES", 128, "SHA256"),
        new(0xC027, "ECDHE-RSA-AES128-SHA256", "TLSv1.2", "TLSv1.2", "ECDH", "RSA", "AES", 128, "SHA256"),
        new(0x0067, "DHE-RSA-AES128-SHA256", "TLSv1.2", "TLSv1.2", "DH", "RSA", "AES", 128, "SHA256"),
        new(0xC00A, "ECDHE-ECDSA-AES256-SHA", "TLSv1.0", "TLSv1", "ECDH", "ECDSA", "AES", 256, "SHA1"),
        new(0xC014, "ECDHE-RSA-AES256-SHA", "TLSv1.0", "TLSv1", "ECDH", "RSA", "AES", 256, "SHA1"),
        new(0x0039, "DHE-RSA-AES256-SHA", "SSLv3", "SSLv3", "DH", "RSA", "AES", 256, "SHA1"),
        new(0xC009, "ECDHE-ECDSA-AES128-SHA", "TLSv1.0", "TLSv1", "ECDH", "ECDSA", "AES", 128, "SHA1"),
        new(0xC013, "ECDHE-RSA-AES128-SHA", "TLSv1.0", "TLSv1", "ECDH", "RSA", "AES", 128, "SHA1"),
        new(0x0033, "DHE-RSA-AES128-SHA", "SSLv3", "SSLv3", "DH", "RSA", "AES", 128, "SHA1"),
        new(0x009D, "AES256-GCM-SHA384", "TLSv1.2", "TLSv1.2", "RSA", "RSA", "AESGCM", 256, "AEAD"),
        new(0xC0A1, "AES256-CCM8", "TLSv1.2", "TLSv1.2", "RSA", "RSA", "AESCCM8", 256, "AEAD"),
        new(0xC09D, "AES256-CCM", "TLSv1.2", "TLSv1.2", "RSA", "RSA", "AESCCM", 256, "AEAD"),
        new(0x009C, "AES128-GCM-SHA256", "TLSv1.2", "TLSv1.2", "RSA", "RSA", "AESGCM", 128, "AEAD"),
        new(0xC0A0, "AES128-CCM8", "TLSv1.2", "TLSv1.2", "RSA", "RSA", "AESCCM8", 128, "AEAD"),
        new(0xC09C, "AES128-CCM", "TLSv1.2", "TLSv1.2", "RSA", "RSA", "AESCCM", 128, "AEAD"),
        new(0x003D, "AES256-SHA256", "TLSv1.2", "TLSv1.2", "RSA", "RSA", "AES", 256, "SHA256"),
        new(0x003C, "AES128-SHA256", "TLSv1.2", "TLSv1.2", "RSA", "RSA", "AES", 128, "SHA256"),
        new(0x0035, "AES256-SHA", "SSLv3", "SSLv3", "RSA", "RSA", "AES", 256, "SHA1"),
        new(0x002F, "AES128-SHA", "SSLv3", "SSLv3", "RSA", "RSA", "AES", 128, "SHA1"),
    ];

    /// <summary>A suite of TLS 1.3, which is never left out.</summary>
    internal bool IsModern => Protocol == "TLSv1.3";

    /// <summary>Encryption and authentication are one.</summary>
    internal bool IsAead => Digest == "AEAD";

    /// <summary>The suite with a number.</summary>
    internal static CipherSuite? Find(int id) => Array.Find(All, suite => suite.Id == id);

    /// <summary>Name, protocol and bits, as cipher() shows them.</summary>
    internal PyTuple Summary() => PyTuple.Of(Value.Str(Name), Value.Str(Protocol), Value.Int(Bits));

    /// <summary>All about it, as get_ciphers() shows it.</summary>
    internal PyDict Describe()
    {
        const long NumbersOfTls = 0x03000000;
        var dict = new PyDict();
        void Set(string name, Value value) => dict.SetStr(PyStr.Of(name), value);
        Set("id", Value.Int(NumbersOfTls | Id));
        Set("name", Value.Str(Name));
        Set("protocol", Value.Str(Protocol));
        Set("description", Value.Str(string.Create(CultureInfo.InvariantCulture,
            $"{Name,-30} {ShownProtocol,-7} Kx={KeyExchange,-8} Au={Authentication,-5} Enc={$"{Encryption}({Bits})",-22} Mac={Digest,-4}")));
        Set("strength_bits", Value.Int(Bits));
        Set("alg_bits", Value.Int(Bits));
        Set("aead", Value.Bool(IsAead));
        Set("symmetric", Value.Str(Encryption switch
        {
            "AESGCM" => $"aes-{Bits}-gcm",
            "AESCCM" or "AESCCM8" => $"aes-{Bits}-ccm",
            "AES" => $"aes-{Bits}-cbc",
            _ => "chacha20-poly1305",
        }));
        Set("digest", IsAead ? Value.None : Value.Str(Digest.ToLowerInvariant()));
        Set("kea", Value.Str(KeyExchange switch { "ECDH" => "kx-ecdhe", "DH" => "kx-dhe", _ => $"kx-{KeyExchange.ToLowerInvariant()}" }));
        Set("auth", Value.Str($"auth-{Authentication.ToLowerInvariant()}"));
        return dict;
    }
}
