// Objects of ASN.1 that certificates name, with the numbers and names that OpenSSL has for them (as ssl._txt2obj shows them).

namespace PyCoro.Stdlib.Tls;

/// <summary>An object with its number, its short and long name and its identifier.</summary>
internal sealed record KnownObject(int Number, string ShortName, string LongName, string Identifier)
{
    private static readonly KnownObject[] All =
    [
        new(13, "CN", "commonName", "2.5.4.3"),
        new(100, "SN", "surname", "2.5.4.4"),
        new(105, "serialNumber", "serialNumber", "2.5.4.5"),
        new(14, "C", "countryName", "2.5.4.6"),
        new(15, "L", "localityName", "2.5.4.7"),
        new(16, "ST", "stateOrProvinceName", "2.5.4.8"),
        new(660, "street", "streetAddress", "2.5.4.9"),
        new(17, "O", "organizationName", "2.5.4.10"),
        new(18, "OU", "organizationalUnitName", "2.5.4.11"),
        new(106, "title", "title", "2.5.4.12"),
        new(107, "description", "description", "2.5.4.13"),
        new(860, "businessCategory", "businessCategory", "2.5.4.15"),
        new(661, "postalCode", "postalCode", "2.5.4.17"),
        new(173, "name", "name", "2.5.4.41"),
        new(99, "GN", "givenName", "2.5.4.42"),
        new(101, "initials", "initials", "2.5.4.43"),
        new(509, "generationQualifier", "generationQualifier", "2.5.4.44"),
        new(174, "dnQualifier", "dnQualifier", "2.5.4.46"),
        new(510, "pseudonym", "pseudonym", "2.5.4.65"),
        new(1089, "organizationIdentifier", "organizationIdentifier", "2.5.4.97"),
        new(48, "emailAddress", "emailAddress", "1.2.840.113549.1.9.1"),
        new(49, "unstructuredName", "unstructuredName", "1.2.840.113549.1.9.2"),
        new(55, "unstructuredAddress", "unstructuredAddress", "1.2.840.113549.1.9.8"),
        new(458, "UID", "userId", "0.9.2342.19200300.100.1.1"),
        new(391, "DC", "domainComponent", "0.9.2342.19200300.100.1.25"),
        new(955, "jurisdictionL", "jurisdictionLocalityName", "1.3.6.1.4.1.311.60.2.1.1"),
        new(956, "jurisdictionST", "jurisdictionStateOrProvinceName", "1.3.6.1.4.1.311.60.2.1.2"),
        new(957, "jurisdictionC", "jurisdictionCountryName", "1.3.6.1.4.1.311.60.2.1.3"),
        new(910, "anyExtendedKeyUsage", "Any Extended Key Usage", "2.5.29.37.0"),
        new(129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"),
        new(130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"),
        new(131, "codeSigning", "Code Signing", "1.3.6.1.5.5.7.3.3"),
        new(132, "emailProtection", "E-mail Protection", "1.3.6.1.5.5.7.3.4"),
        new(133, "timeStamping", "Time Stamping", "1.3.6.1.5.5.7.3.8"),
        new(180, "OCSPSigning", "OCSP Signing", "1.3.6.1.5.5.7.3.9"),
        new(82, "subjectKeyIdentifier", "X509v3 Subject Key Identifier", "2.5.29.14"),
        new(83, "keyUsage", "X509v3 Key Usage", "2.5.29.15"),
        new(85, "subjectAltName", "X509v3 Subject Alternative Name", "2.5.29.17"),
        new(86, "issuerAltName", "X509v3 Issuer Alternative Name", "2.5.29.18"),
        new(87, "basicConstraints", "X509v3 Basic Constraints", "2.5.29.19"),
        new(103, "crlDistributionPoints", "X509v3 CRL Distribution Points", "2.5.29.31"),
        new(89, "certificatePolicies", "X509v3 Certificate Policies", "2.5.29.32"),
        new(90, "authorityKeyIdentifier", "X509v3 Authority Key Identifier", "2.5.29.35"),
        new(126, "extendedKeyUsage", "X509v3 Extended Key Usage", "2.5.29.37"),
        new(177, "authorityInfoAccess", "Authority Information Access", "1.3.6.1.5.5.7.1.1"),
        new(4, "MD5", "md5", "1.2.840.113549.2.5"),
        new(64, "SHA1", "sha1", "1.3.14.3.2.26"),
        new(672, "SHA256", "sha256", "2.16.840.1.101.3.4.2.1"),
        new(673, "SHA384", "sha384", "2.16.840.1.101.3.4.2.2"),
        new(674, "SHA512", "sha512", "2.16.840.1.101.3.4.2.3"),
        new(6, "rsaEncryption", "rsaEncryption", "1.2.840.113549.1.1.1"),
        new(408, "id-ecPublicKey", "id-ecPublicKey", "1.2.840.10045.2.1"),
    ];

    /// <summary>The object with an identifier, or by a name when names will do.</summary>
    internal static KnownObject? Find(string text, bool names) =>
        Array.Find(All, item => item.Identifier == text || (names && (item.ShortName == text || item.LongName == text)));

    /// <summary>The object with a number.</summary>
    internal static KnownObject? Find(int number) => Array.Find(All, item => item.Number == number);

    /// <summary>The long name of an identifier; the identifier itself when it has none.</summary>
    internal static string NameOf(string identifier) => Find(identifier, false)?.LongName ?? identifier;
}
