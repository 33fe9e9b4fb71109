// A context's own certificate with its key, and those that it trusts.

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Tls;

internal sealed partial class PySslContext
{
    private const int LongestPassword = 1024;
    private const int CertificateLine = 3905;
    private const int KeyLine = 3926;
    private const int TrustLine = 4154;
    private const int DataLine = 4020;

    /// <summary>What the context trusts.</summary>
    internal TrustStore Trusted { get; } = new();

    [PyMethod("load_cert_chain", Signature = "certfile, keyfile=None, password=None")]
    private Value LoadOwn(VmThread thread, Value certfile, Value keyfile = default, Value password = default)
    {
        if (!TryPath(thread, certfile, "certfile", out var certificatePath) || !TryPath(thread, keyfile, "keyfile", out var keyPath) || !CheckPassword(thread, password))
            return Value.Error;
        if (certificatePath is null)
            return thread.TypeError("certfile should be a valid filesystem path");
        if (!TryReadFile(thread, certificatePath, out var certificateText))
            return Value.Error;
        var certificates = new List<X509Certificate2>();
        if (!PemText.TryRead(certificateText, certificates, []) || certificates.Count == 0)
            return TlsErrors.RaiseFile(thread, "SSL", CertificateLine);
        var keyText = certificateText;
        if (keyPath is not null && !TryReadFile(thread, keyPath, out keyText))
            return Value.Error;
        if (!PrivateKeys.TryFind(keyText, out var key, out var isEncrypted))
            return TlsErrors.RaiseFile(thread, "SSL", KeyLine);
        string? secret = null;
        if (isEncrypted && !TryPassword(thread, password, out secret))
            return Value.Error;
        if (PrivateKeys.Join(certificates[0], key, secret) is not { } joined)
        {
            return PrivateKeys.IsReadable(key, secret)
                ? TlsErrors.RaiseNumbered(thread, 116, "X509", "key values mismatch", KeyLine)
                : TlsErrors.RaiseFile(thread, "SSL", KeyLine);
        }
        // One for each kind of key; a later one takes the place of an earlier one.
        _own.RemoveAll(known => known.Certificate.GetKeyAlgorithm() == joined.GetKeyAlgorithm());
        _own.Add(new OwnCertificate(joined, [.. certificates[1..]]));
        return Value.None;
    }

    [PyMethod("load_verify_locations", Signature = "cafile=None, capath=None, cadata=None")]
    private Value LoadTrusted(VmThread thread, Value cafile = default, Value capath = default, Value cadata = default)
    {
        if (IsNothing(cafile) && IsNothing(capath) && IsNothing(cadata))
            return thread.TypeError("cafile, capath and cadata cannot be all omitted");
        if (!TryPath(thread, cafile, "cafile", out var file) || !TryPath(thread, capath, "capath", out var folder))
            return Value.Error;
        if (!IsNothing(cadata) && !LoadData(thread, cadata))
            return Value.Error;
        if (file is not null && !LoadFile(thread, file))
            return Value.Error;
        if (folder is not null)
            Trusted.AddFolder(folder);
        return Value.None;
    }

    [PyMethod("set_default_verify_paths")]
    private void LoadDefaults(VmThread thread)
    {
        var (file, folder) = DefaultPlaces.Of(thread);
        // As in OpenSSL, places that do not exist are no error.
        if (File.Exists(file) && !LoadFile(thread, file))
            thread.Pending = null;
        Trusted.AddFolder(folder);
    }

    [PyMethod("load_dh_params")]
    private Value LoadParameters(VmThread thread, Value path)
    {
        if (!PathArgument.TryRead(thread, path, "load_dh_params", out var file))
            return Value.Error;
        if (!File.Exists(file.Text))
            return SystemErrors.Raise(thread, NoSuchFile, path);
        if (!TryReadFile(thread, file.Text, out var text))
            return Value.Error;
        // SslStream takes the parameters from the system; a file that holds some is none the worse for that.
        return text.Contains("-----BEGIN DH PARAMETERS-----", StringComparison.Ordinal)
            ? Value.None
            : TlsErrors.RaiseNumbered(thread, 108, "PEM", "no start line", 4202);
    }

    /// <summary>Returns quantities of loaded X.509 certificates.
    ///
    /// X.509 certificates with a CA extension and certificate revocation lists
    /// inside the context's cert store.
    ///
    /// NOTE: Certificates in a capath directory aren't loaded unless they have
    /// been used at least once.</summary>
    [PyMethod("cert_store_stats")]
    private PyDict Statistics()
    {
        var dict = new PyDict();
        dict.SetStr(PyStr.Of("x509"), Value.Int(Trusted.Certificates.Count));
        dict.SetStr(PyStr.Of("crl"), Value.Int(Trusted.RevocationLists.Count));
        dict.SetStr(PyStr.Of("x509_ca"), Value.Int(Trusted.Certificates.Count(TrustStore.IsAuthority)));
        return dict;
    }

    /// <summary>Returns a list of dicts with information of loaded CA certs.
    ///
    /// If the optional argument is True, returns a DER-encoded copy of the CA
    /// certificate.
    ///
    /// NOTE: Certificates in a capath directory aren't loaded unless they have
    /// been used at least once.</summary>
    [PyMethod("get_ca_certs", Signature = "binary_form=False")]
    private PyList GetAuthorities(bool binary_form = false) =>
        new([.. Trusted.Certificates.Where(TrustStore.IsAuthority).Select(item => binary_form ? new PyBytes(item.RawData) : (Value)CertificateText.Describe(item))]);

    private const int NoSuchFile = 2;

    private static bool IsNothing(Value value) => value.IsUnbound || value.IsNone;

    private static bool TryPath(VmThread thread, Value value, string name, out string? path)
    {
        path = null;
        if (IsNothing(value))
            return true;
        if (!PathArgument.TryRead(thread, value, "load", out var argument))
        {
            if (thread.ClearPending(ExceptionTypes.TypeError))
                thread.TypeError($"{name} should be a valid filesystem path");
            return false;
        }
        path = argument.Text;
        return true;
    }

    private static bool TryReadFile(VmThread thread, string path, out string text)
    {
        text = "";
        try
        {
            text = File.ReadAllText(path, Encoding.Latin1);
            return true;
        }
        catch (Exception exception) when (SystemErrors.IsIO(exception))
        {
            SystemErrors.Raise(thread, exception);
            return false;
        }
    }

    private bool LoadFile(VmThread thread, string path)
    {
        if (!TryReadFile(thread, path, out var text))
            return false;
        var certificates = new List<X509Certificate2>();
        var lists = new List<byte[]>();
        if (!PemText.TryRead(text, certificates, lists))
        {
            TlsErrors.RaiseFile(thread, "X509", TrustLine);
            return false;
        }
        if (certificates.Count == 0 && lists.Count == 0)
        {
            TlsErrors.RaiseNumbered(thread, 136, "X509", "no certificate or crl found", TrustLine);
            return false;
        }
        certificates.ForEach(Trusted.Add);
        lists.ForEach(Trusted.Add);
        return true;
    }

    private bool LoadData(VmThread thread, Value data)
    {
        var certificates = new List<X509Certificate2>();
        if (data.Ref is PyStr { Text: var text } && text.All(char.IsAscii))
        {
            if (text.Length == 0)
                return Refuse(thread.ValueError("Empty certificate data"));
            if (!PemText.TryRead(text, certificates, []) || certificates.Count == 0)
                return Refuse(TlsErrors.RaiseText(thread, 0, "no start line: cadata does not contain a certificate", DataLine));
        }
        else if (data.Ref is not PyStr && Buffers.TryRead(data, out var bytes))
        {
            if (bytes.IsEmpty)
                return Refuse(thread.ValueError("Empty certificate data"));
            if (!TryReadEncoded(bytes, certificates))
                return Refuse(TlsErrors.RaiseText(thread, 0, "not enough data: cadata does not contain a certificate", DataLine));
        }
        else
        {
            return Refuse(thread.TypeError("cadata should be an ASCII string or a bytes-like object"));
        }
        certificates.ForEach(Trusted.Add);
        return true;
    }

    private static bool Refuse(Value _) => false;

    // Certificates in DER, one after the other.
    private static bool TryReadEncoded(ReadOnlySpan<byte> bytes, List<X509Certificate2> certificates)
    {
        while (!bytes.IsEmpty)
        {
            if (!System.Formats.Asn1.AsnDecoder.TryReadEncodedValue(bytes, System.Formats.Asn1.AsnEncodingRules.BER, out _, out _, out _, out var length)
                || !PemText.TryReadCertificate(bytes[..length], out var certificate))
            {
                return false;
            }
            certificates.Add(certificate);
            bytes = bytes[length..];
        }
        return true;
    }

    private static bool CheckPassword(VmThread thread, Value password)
    {
        if (IsNothing(password) || !password.Type.LookupSpecial(Runtime.Types.Special.Call).IsUnbound)
            return true;
        return TryPasswordText(thread, password, "password should be a string or callable", out _);
    }

    private static bool TryPassword(VmThread thread, Value password, out string? secret)
    {
        secret = null;
        if (IsNothing(password))
        {
            TlsErrors.RaiseFile(thread, "SSL", KeyLine);
            return false;
        }
        if (password.Type.LookupSpecial(Runtime.Types.Special.Call).IsUnbound)
            return TryPasswordText(thread, password, "password should be a string or callable", out secret);
        var answer = thread.Call(password);
        return !answer.IsError && TryPasswordText(thread, answer, "password callback must return a string", out secret);
    }

    private static bool TryPasswordText(VmThread thread, Value value, string complaint, out string? secret)
    {
        secret = null;
        if (value.Ref is PyStr text)
            secret = text.Text;
        else if (value.Ref is PyBytes or PyByteArray && Buffers.TryRead(value, out var bytes))
            secret = Encoding.UTF8.GetString(bytes);
        else
            return Refuse(thread.TypeError(complaint));
        return Encoding.UTF8.GetByteCount(secret) <= LongestPassword
            || Refuse(thread.ValueError($"password cannot be longer than {LongestPassword} bytes"));
    }
}
