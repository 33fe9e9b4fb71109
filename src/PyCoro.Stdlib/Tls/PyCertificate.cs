using System.Security.Cryptography.X509Certificates;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

/// <summary>A certificate of a peer's chain.</summary>
[PyType("Certificate", Module = "_ssl", IsDocumented = false)]
internal sealed partial class PyCertificate : PyObject
{
    private const int Pem = 1;
    private const int Der = 2;

    private readonly byte[] _encoded;

    internal PyCertificate(byte[] encoded) : base(TypeObject.RootShape) => _encoded = encoded;

    [PyMethod("public_bytes", Signature = "format=1")]
    private Value PublicBytes(VmThread thread, int format = Pem)
    {
        if (format == Der)
            return new PyBytes(_encoded);
        if (format != Pem)
            return thread.ValueError("Unsupported format");
        using var certificate = X509CertificateLoader.LoadCertificate(_encoded);
        return Value.Str(certificate.ExportCertificatePem() + "\n");
    }

    [PyMethod("get_info")]
    private PyDict GetInfo()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(_encoded);
        return CertificateText.Describe(certificate);
    }

    [PyMethod("__repr__")]
    private string Repr()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(_encoded);
        return $"<_ssl.Certificate '{certificate.Subject}'>";
    }

    [PyMethod("__eq__")]
    private Value IsEqual(Value other) =>
        other.Ref is PyCertificate certificate ? Value.Bool(_encoded.AsSpan().SequenceEqual(certificate._encoded)) : Value.NotImplemented;

    [PyMethod("__hash__")]
    private long Hash()
    {
        var hash = new HashCode();
        hash.AddBytes(_encoded);
        return hash.ToHashCode();
    }
}
