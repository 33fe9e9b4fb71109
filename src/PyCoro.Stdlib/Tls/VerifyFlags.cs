namespace PyCoro.Stdlib.Tls;

/// <summary>verify_flags of a context, with OpenSSL's numbers.</summary>
[Flags]
internal enum VerifyFlags
{
    /// <summary>The certificate of the peer must be on no list.</summary>
    CheckLeafRevocation = 4,

    /// <summary>Nor any other of its chain.</summary>
    CheckChainRevocation = 8,

    /// <summary>Stricter rules for certificates.</summary>
    Strict = 32,

    /// <summary>Trusted certificates are preferred: always so.</summary>
    TrustedFirst = 32768,

    /// <summary>Any trusted certificate ends a chain, self-signed or not.</summary>
    PartialChain = 524288,
}
