using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PyCoro.Stdlib.Tls;

/// <summary>Reads what stands in PEM files (RFC 7468): certificates and lists of revoked ones.</summary>
internal static class PemText
{
    private const string Start = "-----BEGIN ";

    /// <summary>All certificates and lists in a text. False when something that says it is one is none.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, List<X509Certificate2> certificates, List<byte[]> lists)
    {
        while (text.IndexOf(Start) is >= 0 and var start)
        {
            text = text[start..];
            var label = text[Start.Length..];
            var labelEnd = label.IndexOf("-----");
            label = labelEnd < 0 ? [] : label[..labelEnd];
            var isCertificate = label is "CERTIFICATE" or "X509 CERTIFICATE" or "TRUSTED CERTIFICATE";
            if (isCertificate || label is "X509 CRL")
            {
                if (!PemEncoding.TryFind(text, out var fields) || fields.Location.Start.Value != 0)
                    return false;
                var bytes = Convert.FromBase64String(text[fields.Base64Data].ToString());
                if (!isCertificate)
                    lists.Add(bytes);
                else if (TryReadCertificate(bytes, out var certificate))
                    certificates.Add(certificate);
                else
                    return false;
                text = text[fields.Location.End..];
                continue;
            }
            text = text[Start.Length..];
        }
        return true;
    }

    /// <summary>A certificate in DER.</summary>
    internal static bool TryReadCertificate(ReadOnlySpan<byte> bytes, out X509Certificate2 certificate)
    {
        certificate = null!;
        try
        {
            certificate = X509CertificateLoader.LoadCertificate(bytes);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
