// What a context says, as SslStream is told.

using System.Net.Security;
using System.Runtime.Versioning;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PyCoro.Stdlib.Tls;

internal sealed partial class PySslContext
{
    private byte[][] _protocols = [];
    private readonly List<OwnCertificate> _own = [];
    private CipherSuitesPolicy? _policy;

    /// <summary>There is a certificate to show to peers.</summary>
    internal bool HasOwn => _own.Count > 0;

    /// <summary>The versions that may be spoken.</summary>
    internal SslProtocols Versions
    {
        get
        {
            // SslProtocols names those before 1.2 no more, but they are its numbers.
            const int Tls10 = 192;
            const int Tls11 = 768;
            (int Version, int Protocol, long Ban)[] known =
            [
                (Version10, Tls10, SslConstants.NoTls10),
                (Version10 + 1, Tls11, SslConstants.NoTls11),
                (Version10 + 2, (int)SslProtocols.Tls12, SslConstants.NoTls12),
                (Version13, (int)SslProtocols.Tls13, SslConstants.NoTls13),
            ];
            var versions = 0;
            foreach (var (version, protocol, ban) in known)
            {
                var isIn = Protocol is >= OldestProtocol and <= NewestFixedProtocol
                    ? version == Version10 + Protocol - OldestProtocol
                    : version >= _minimum && (_maximum == MaximumSupported || version <= _maximum);
                if (isIn && (Options & ban) == 0)
                    versions |= protocol;
            }
            return (SslProtocols)versions;
        }
    }

    /// <summary>The settings of a client.</summary>
    internal SslClientAuthenticationOptions ForClient(string? hostName, RemoteCertificateValidationCallback verify) => new()
    {
        TargetHost = hostName ?? "",
        EnabledSslProtocols = Versions,
        ApplicationProtocols = _protocols.Length == 0 ? null : [.. _protocols.Select(static name => new SslApplicationProtocol(name))],
        CipherSuitesPolicy = Policy(),
        ClientCertificateContext = _own.Count == 0 ? null : _own[^1].Context,
        CertificateChainPolicy = ChainPolicy(),
        RemoteCertificateValidationCallback = verify,
        AllowTlsResume = false,
        AllowRenegotiation = false,
    };

    /// <summary>The settings of a server, for what a client offers.</summary>
    internal SslServerAuthenticationOptions ForServer(ClientHello hello, RemoteCertificateValidationCallback verify) => new()
    {
        EnabledSslProtocols = Versions,
        // SslStream refuses a client that offers others only; OpenSSL goes on without.
        ApplicationProtocols = Array.Exists(_protocols, name => Array.IndexOf(hello.Protocols, System.Text.Encoding.Latin1.GetString(name)) >= 0)
            ? [.. _protocols.Select(static name => new SslApplicationProtocol(name))]
            : null,
        CipherSuitesPolicy = Policy(),
        ServerCertificateContext = OwnFor(hello).Context,
        ClientCertificateRequired = VerifyMode != SslConstants.CertNone,
        CertificateChainPolicy = ChainPolicy(),
        RemoteCertificateValidationCallback = verify,
        AllowTlsResume = false,
        AllowRenegotiation = false,
    };

    // OpenSSL prefers elliptic curves where the client can do with them.
    private OwnCertificate OwnFor(ClientHello hello)
    {
        const string EllipticCurve = "1.2.840.10045.2.1";
        var curve = _own.Find(static own => own.Certificate.GetKeyAlgorithm() == EllipticCurve);
        var other = _own.Find(static own => own.Certificate.GetKeyAlgorithm() != EllipticCurve);
        if (curve is null || other is null)
            return _own[0];
        return Array.Exists(_suites, suite => suite.Authentication == "ECDSA" && Array.IndexOf(hello.Suites, suite.Id) >= 0) ? curve : other;
    }

    private X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        if (VerifyMode != SslConstants.CertNone)
            policy.CustomTrustStore.AddRange(Trusted.Roots());
        return policy;
    }

    private CipherSuitesPolicy? Policy()
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsAndroid())
            return null;
        return _policy ??= MakePolicy();
    }

    [UnsupportedOSPlatform("windows")]
    [UnsupportedOSPlatform("android")]
    private CipherSuitesPolicy MakePolicy() => new(_suites.Select(static suite => (TlsCipherSuite)suite.Id));

    /// <summary>A certificate to show to peers, its key and those that lead from it to a root.</summary>
    private sealed record OwnCertificate(X509Certificate2 Certificate, X509Certificate2Collection Intermediates)
    {
        private SslStreamCertificateContext? _context;

        internal SslStreamCertificateContext Context => _context ??= SslStreamCertificateContext.Create(Certificate, Intermediates, offline: true);
    }
}
