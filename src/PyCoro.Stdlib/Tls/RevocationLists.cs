// Lists of revoked certificates (RFC 5280, 5) that a program has loaded. .NET fetches lists by itself and takes none from a
// program, so the few fields that matter are read here.

using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PyCoro.Stdlib.Tls;

/// <summary>Says whether certificates are revoked.</summary>
internal static class RevocationLists
{
    /// <summary>What is wrong with the leaf of a chain, or with any of its certificates when the flags say so.</summary>
    internal static VerificationFailure? Check(X509Certificate2 certificate, X509Chain chain, TrustStore store, VerifyFlags flags)
    {
        var count = flags.HasFlag(VerifyFlags.CheckChainRevocation) ? chain.ChainElements.Count : 1;
        for (var i = 0; i < count; i++)
        {
            var checkedOne = i == 0 ? certificate : chain.ChainElements[i].Certificate;
            var issuer = chain.ChainElements[Math.Min(i + 1, chain.ChainElements.Count - 1)].Certificate;
            if (CheckOne(checkedOne, issuer, store) is { } failure)
                return failure;
        }
        return null;
    }

    private static VerificationFailure? CheckOne(X509Certificate2 certificate, X509Certificate2 issuer, TrustStore store)
    {
        var failure = new VerificationFailure(3, "unable to get certificate CRL");
        foreach (var encoded in store.RevocationLists)
        {
            try
            {
                var list = Read(encoded);
                if (!list.Issuer.Span.SequenceEqual(certificate.IssuerName.RawData))
                    continue;
                if (!IsSigned(list, issuer))
                    return new VerificationFailure(8, "CRL signature failure");
                if (list.Until is { } until && until < DateTimeOffset.UtcNow)
                    return new VerificationFailure(12, "CRL has expired");
                var number = new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true);
                return list.Revoked.Contains(number) ? new VerificationFailure(23, "certificate revoked") : null;
            }
            catch (Exception exception) when (exception is AsnContentException or CryptographicException)
            {
                failure = new VerificationFailure(3, "unable to get certificate CRL");
            }
        }
        return failure;
    }

    // CertificateList ::= SEQUENCE { tbs SEQUENCE { version?, algorithm, issuer, thisUpdate, nextUpdate?, revoked? SEQUENCE OF
    // SEQUENCE { serial, … }, … }, algorithm, signature }
    private static RevocationList Read(byte[] encoded)
    {
        var outer = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        var signed = outer.PeekEncodedValue();
        var body = outer.ReadSequence();
        var algorithm = outer.ReadSequence().ReadObjectIdentifier();
        var signature = outer.ReadBitString(out _);
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            body.ReadInteger();
        body.ReadSequence();
        var issuer = body.ReadEncodedValue();
        ReadTime(body);
        var until = body.HasData && body.PeekTag().TagValue is (int)UniversalTagNumber.UtcTime or (int)UniversalTagNumber.GeneralizedTime
            ? ReadTime(body)
            : (DateTimeOffset?)null;
        var revoked = new HashSet<BigInteger>();
        if (body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            var entries = body.ReadSequence();
            while (entries.HasData)
                revoked.Add(entries.ReadSequence().ReadInteger());
        }
        return new RevocationList(signed, algorithm, signature, issuer, until, revoked);
    }

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().TagValue == (int)UniversalTagNumber.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();

    private static bool IsSigned(RevocationList list, X509Certificate2 issuer)
    {
        HashAlgorithmName? hash = list.Algorithm switch
        {
            "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" => HashAlgorithmName.SHA1,
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => null,
        };
        if (hash is not { } known)
            return false;
        using var rsa = issuer.GetRSAPublicKey();
        if (rsa is not null)
            return rsa.VerifyData(list.Signed.Span, list.Signature, known, RSASignaturePadding.Pkcs1);
        using var curve = issuer.GetECDsaPublicKey();
        return curve is not null && curve.VerifyData(list.Signed.Span, list.Signature, known, DSASignatureFormat.Rfc3279DerSequence);
    }

    private sealed record RevocationList(
        ReadOnlyMemory<byte> Signed, string Algorithm, byte[] Signature, ReadOnlyMemory<byte> Issuer, DateTimeOffset? Until, HashSet<BigInteger> Revoked);
}
