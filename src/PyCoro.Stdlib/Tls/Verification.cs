// What OpenSSL finds wrong with a certificate, found with .NET's chains: its codes and words (verify(1), Diagnostics), the
// first thing that OpenSSL would complain about, and the alert that the peer is sent.

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PyCoro.Stdlib.Tls;

/// <summary>Why a certificate is refused: a code of OpenSSL and its words.</summary>
internal sealed record VerificationFailure(int Code, string Message)
{
    /// <summary>The alert for the peer (RFC 8446, 6.2).</summary>
    internal byte Alert => Code switch
    {
        10 => 45,
        9 or 62 or 64 => 42,
        23 => 44,
        26 => 43,
        3 or 18 or 19 or 20 or 21 => 48,
        7 => 51,
        _ => 46,
    };
}

/// <summary>Checks certificates of peers.</summary>
internal static class Verification
{
    /// <summary>What is wrong with the certificate; null when it is right.</summary>
    /// <param name="certificate">The peer's certificate.</param>
    /// <param name="chain">The chain that .NET has built for it, with the context's roots.</param>
    /// <param name="roots">Where the context's certificates and lists of revoked ones are.</param>
    /// <param name="hostName">Whom the certificate must be for; null for anyone.</param>
    /// <param name="checksCommonName">A common name will do, when there is no alternative name.</param>
    /// <param name="flags">The flags of the context.</param>
    internal static VerificationFailure? Check(
        X509Certificate2 certificate, X509Chain chain, TrustStore roots, string? hostName, bool checksCommonName, VerifyFlags flags)
    {
        // OpenSSL looks for a name first of all that a chain is asked for, after the chain itself is built.
        return CheckChain(certificate, chain, roots, flags)
            ?? CheckName(certificate, hostName, checksCommonName)
            ?? (flags.HasFlag(VerifyFlags.CheckLeafRevocation) ? RevocationLists.Check(certificate, chain, roots, flags) : null)
            ?? CheckTimes(chain);
    }

    private static VerificationFailure? CheckChain(X509Certificate2 certificate, X509Chain chain, TrustStore roots, VerifyFlags flags)
    {
        var found = X509ChainStatusFlags.NoError;
        foreach (var status in chain.ChainStatus)
            found |= status.Status;
        var isSelfSigned = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
        if ((found & (X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot)) != 0
            && !(flags.HasFlag(VerifyFlags.PartialChain) && HasTrusted(chain, roots)))
        {
            if (isSelfSigned)
                return new VerificationFailure(18, "self-signed certificate");
            return found.HasFlag(X509ChainStatusFlags.PartialChain)
                ? new VerificationFailure(20, "unable to get local issuer certificate")
                : new VerificationFailure(19, "self-signed certificate in certificate chain");
        }
        if (found.HasFlag(X509ChainStatusFlags.NotSignatureValid))
            return new VerificationFailure(7, "certificate signature failure");
        if (found.HasFlag(X509ChainStatusFlags.NotValidForUsage))
            return new VerificationFailure(26, "unsuitable certificate purpose");
        if (found.HasFlag(X509ChainStatusFlags.InvalidBasicConstraints))
            return new VerificationFailure(24, "invalid CA certificate");
        return null;
    }

    private static bool HasTrusted(X509Chain chain, TrustStore roots)
    {
        foreach (var element in chain.ChainElements)
        {
            if (roots.Contains(element.Certificate))
                return true;
        }
        return false;
    }

    private static VerificationFailure? CheckName(X509Certificate2 certificate, string? hostName, bool checksCommonName)
    {
        if (hostName is null || Matches(certificate, hostName, checksCommonName))
            return null;
        return IPAddress.TryParse(hostName, out _)
            ? new VerificationFailure(64, $"IP address mismatch, certificate is not valid for '{hostName}'.")
            : new VerificationFailure(62, $"Hostname mismatch, certificate is not valid for '{hostName}'.");
    }

    private static bool Matches(X509Certificate2 certificate, string hostName, bool checksCommonName)
    {
        try
        {
            return certificate.MatchesHostname(hostName, allowWildcards: true, allowCommonName: checksCommonName);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static VerificationFailure? CheckTimes(X509Chain chain)
    {
        var now = chain.ChainPolicy.VerificationTime;
        for (var i = chain.ChainElements.Count - 1; i >= 0; i--)
        {
            var certificate = chain.ChainElements[i].Certificate;
            if (now < certificate.NotBefore)
                return new VerificationFailure(9, "certificate is not yet valid");
            if (now > certificate.NotAfter)
                return new VerificationFailure(10, "certificate has expired");
        }
        return null;
    }
}
