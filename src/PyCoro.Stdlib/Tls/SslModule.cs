// _ssl: what the module ssl, which is written in Python, stands on.

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Tls;

/// <summary>Implementation module for SSL socket operations.  See the socket module
/// for documentation.</summary>
[PyModule("_ssl", Types = [typeof(PySslContext), typeof(PySslConnection), typeof(PyMemoryBio), typeof(PyCertificate), typeof(PySslSession)])]
internal static partial class SslModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        void Set(string name, Value value) => module.Dict.SetStr(thread.Interpreter.Intern(name), value);
        foreach (var (name, number) in SslConstants.All)
            Set(name, Value.Int(number));
        foreach (var name in new[] { "HAS_ALPN", "HAS_ECDH", "HAS_SNI", "HAS_TLS_UNIQUE", "HAS_TLSv1_2", "HAS_TLSv1_3", "HAS_TLSv1", "HAS_TLSv1_1" })
            Set(name, Value.True);
        foreach (var name in new[] { "HAS_NPN", "HAS_SSLv2", "HAS_SSLv3" })
            Set(name, Value.False);
        Set("_DEFAULT_CIPHERS", Value.Str(CipherStrings.Default));
        var version = LibraryVersion.Current;
        Set("OPENSSL_VERSION", Value.Str(version.Text));
        Set("OPENSSL_VERSION_NUMBER", Value.Int(version.Number));
        Set("OPENSSL_VERSION_INFO", version.Parts);
        Set("_OPENSSL_API_VERSION", version.Parts);
        var errors = TlsErrors.Of(thread);
        foreach (var type in new[] { errors.Error, errors.ZeroReturn, errors.WantRead, errors.WantWrite, errors.Syscall, errors.End, errors.Verification })
            Set(type.Name, type);
        return Value.None;
    }

    /// <summary>Mix string into the OpenSSL PRNG state.
    ///
    /// entropy (a float) is a lower bound on the entropy contained in
    /// string.  See RFC 4086.</summary>
    [PyFunction("RAND_add")]
    private static Value RandomAdd(VmThread thread, Value @string, double entropy)
    {
        // The system's generator takes care of itself.
        _ = entropy;
        return @string.Ref is PyStr || Buffers.Require(thread, @string, out _) ? Value.None : Value.Error;
    }

    /// <summary>Generate n cryptographically strong pseudo-random bytes.</summary>
    [PyFunction("RAND_bytes")]
    private static Value RandomBytes(VmThread thread, int n) =>
        n < 0 ? thread.ValueError("num must be positive") : new PyBytes(RandomNumberGenerator.GetBytes(n));

    /// <summary>Generate n pseudo-random bytes.
    ///
    /// Return a pair (bytes, is_cryptographic).  is_cryptographic is True
    /// if the bytes generated are cryptographically strong.</summary>
    [PyFunction("RAND_pseudo_bytes")]
    private static Value RandomPseudoBytes(VmThread thread, int n)
    {
        if (!Runtime.Modules.Warnings.Issue(thread, ExceptionTypes.DeprecationWarning, "ssl.RAND_pseudo_bytes() is deprecated"))
            return Value.Error;
        var bytes = RandomBytes(thread, n);
        return bytes.IsError ? bytes : PyTuple.Of(bytes, Value.True);
    }

    /// <summary>Returns True if the OpenSSL PRNG has been seeded with enough data and False if not.
    ///
    /// It is necessary to seed the PRNG with RAND_add() on some platforms before
    /// using the ssl() function.</summary>
    [PyFunction("RAND_status")]
    private static bool RandomStatus() => true;

    /// <summary>Return search paths and environment vars that are used by SSLContext's set_default_verify_paths() to load default CAs.
    ///
    /// The values are 'cert_file_env', 'cert_file', 'cert_dir_env', 'cert_dir'.</summary>
    [PyFunction("get_default_verify_paths")]
    private static PyTuple GetDefaultPlaces() => PyTuple.Of(
        Value.Str(DefaultPlaces.FileVariable), Value.Str(DefaultPlaces.File), Value.Str(DefaultPlaces.FolderVariable), Value.Str(DefaultPlaces.Folder));

    /// <summary>Lookup NID, short name, long name and OID of an ASN1_OBJECT.
    ///
    /// By default objects are looked up by OID. With name=True short and
    /// long name are also matched.</summary>
    [PyFunction("txt2obj", Signature = "txt, name=False")]
    private static Value TextToObject(VmThread thread, string txt, bool name = false) =>
        KnownObject.Find(txt, name) is { } found ? Show(found) : thread.ValueError($"unknown object '{txt}'");

    /// <summary>Lookup NID, short name, long name and OID of an ASN1_OBJECT by NID.</summary>
    [PyFunction("nid2obj")]
    private static Value NumberToObject(VmThread thread, int nid)
    {
        if (nid < 0)
            return thread.ValueError("NID must be positive.");
        if (nid == 0)
            return thread.ValueError("Unknown object");
        return KnownObject.Find(nid) is { } found ? Show(found) : thread.ValueError($"unknown NID {nid}");
    }

    [PyFunction("_test_decode_cert")]
    private static Value DecodeCertificate(VmThread thread, Value path)
    {
        if (!PathArgument.TryRead(thread, path, "_test_decode_cert", out var file))
            return Value.Error;
        var certificates = new List<X509Certificate2>();
        try
        {
            if (PemText.TryRead(File.ReadAllText(file.Text, Encoding.Latin1), certificates, []) && certificates.Count > 0)
                return CertificateText.Describe(certificates[0]);
        }
        catch (Exception exception) when (SystemErrors.IsIO(exception))
        {
            return thread.Raise(TlsErrors.Of(thread).Error, "Can't open file");
        }
        return thread.Raise(TlsErrors.Of(thread).Error, "Error decoding PEM-encoded file");
    }

    private static PyTuple Show(KnownObject known) =>
        PyTuple.Of(Value.Int(known.Number), Value.Str(known.ShortName), Value.Str(known.LongName), Value.Str(known.Identifier));
}
