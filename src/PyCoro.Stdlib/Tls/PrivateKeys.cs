using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PyCoro.Stdlib.Tls;

/// <summary>Private keys in PEM files.</summary>
internal static class PrivateKeys
{
    /// <summary>The first private key of a text.</summary>
    internal static bool TryFind(string text, out string key, out bool isEncrypted)
    {
        (key, isEncrypted) = ("", false);
        var rest = text.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label].EndsWith("PRIVATE KEY"))
            {
                key = rest[fields.Location].ToString();
                isEncrypted = rest[fields.Label].StartsWith("ENCRYPTED");
                return true;
            }
            rest = rest[fields.Location.End..];
        }
        return false;
    }

    /// <summary>The certificate with its key; null when they do not belong together, or the key cannot be read.</summary>
    internal static X509Certificate2? Join(X509Certificate2 certificate, string key, string? password)
    {
        try
        {
            var text = certificate.ExportCertificatePem();
            return password is null ? X509Certificate2.CreateFromPem(text, key) : X509Certificate2.CreateFromEncryptedPem(text, key, password);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Is it a key, and the password right?</summary>
    internal static bool IsReadable(string key, string? password) => CanImport(RSA.Create(), key, password) || CanImport(ECDsa.Create(), key, password);

    private static bool CanImport(AsymmetricAlgorithm algorithm, string key, string? password)
    {
        try
        {
            if (password is null)
                algorithm.ImportFromPem(key);
            else
                algorithm.ImportFromEncryptedPem(key, password);
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            return false;
        }
        finally
        {
            algorithm.Dispose();
        }
    }
}
