// The certificates that a context trusts. Folders in OpenSSL's form (one certificate a file, called by a hash of its name) are
// read when a peer is verified for the first time; what was of use then belongs to the context from there on.

using System.Security.Cryptography.X509Certificates;

namespace PyCoro.Stdlib.Tls;

/// <summary>Certificates and lists of revoked ones.</summary>
internal sealed class TrustStore
{
    private const string BasicConstraints = "2.5.29.19";
    private const string KeyUsage = "2.5.29.15";

    private readonly List<X509Certificate2> _certificates = [];
    private readonly HashSet<string> _known = [];
    private readonly List<string> _folders = [];
    private readonly List<X509Certificate2> _inFolders = [];

    /// <summary>Lists of revoked certificates, encoded.</summary>
    internal List<byte[]> RevocationLists { get; } = [];

    /// <summary>The certificates that were loaded.</summary>
    internal IReadOnlyList<X509Certificate2> Certificates => _certificates;

    /// <summary>Adds a certificate, once.</summary>
    internal void Add(X509Certificate2 certificate)
    {
        if (_known.Add(certificate.Thumbprint))
            _certificates.Add(certificate);
    }

    /// <summary>Adds a list of revoked certificates.</summary>
    internal void Add(byte[] list)
    {
        if (!RevocationLists.Exists(known => known.AsSpan().SequenceEqual(list)))
            RevocationLists.Add(list);
    }

    /// <summary>Adds a folder to look into.</summary>
    internal void AddFolder(string path) => _folders.Add(path);

    /// <summary>Was the certificate loaded?</summary>
    internal bool Contains(X509Certificate2 certificate) => _known.Contains(certificate.Thumbprint);

    /// <summary>All that may be the root of a chain.</summary>
    internal X509Certificate2Collection Roots()
    {
        ReadFolders();
        var roots = new X509Certificate2Collection();
        roots.AddRange(_certificates.Concat(_inFolders).ToArray());
        return roots;
    }

    /// <summary>Keeps the certificates of folders that a chain was built with.</summary>
    internal void KeepUsed(X509Chain chain)
    {
        foreach (var element in chain.ChainElements)
        {
            if (_inFolders.Find(certificate => certificate.Thumbprint == element.Certificate.Thumbprint) is { } used)
                Add(used);
        }
    }

    /// <summary>May the certificate sign others?</summary>
    internal static bool IsAuthority(X509Certificate2 certificate)
    {
        if (certificate.Extensions[BasicConstraints] is { } constraints)
            return new X509BasicConstraintsExtension(constraints, constraints.Critical).CertificateAuthority;
        if (certificate.Extensions[KeyUsage] is { } usage)
            return new X509KeyUsageExtension(usage, usage.Critical).KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign);
        // Certificates of the first version say nothing; those that sign themselves may.
        return certificate.Version == 1 && certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
    }

    private void ReadFolders()
    {
        if (_folders.Count == 0)
            return;
        var found = new List<X509Certificate2>();
        foreach (var file in _folders.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).Where(IsHashed))
        {
            // Like OpenSSL, which finds no certificate there when it looks for one.
            PemText.TryRead(File.ReadAllText(file), found, RevocationLists);
        }
        _folders.Clear();
        _inFolders.AddRange(found.DistinctBy(certificate => certificate.Thumbprint));
    }

    // Eight digits, a dot and a number: 4a6481c9.0.
    private static bool IsHashed(string path)
    {
        const int Digits = 8;
        var name = Path.GetFileName(path);
        return name.Length > Digits + 1 && name[Digits] == '.' && name[..Digits].All(char.IsAsciiHexDigitLower) && name[(Digits + 1)..].All(char.IsAsciiDigit);
    }
}
