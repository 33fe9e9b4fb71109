using System.Security.Authentication;
using System.Security.Authentication.ExtendedProtection;
using System.Security.Cryptography.X509Certificates;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

internal sealed partial class PySslConnection
{
    private readonly bool _isServer;
    private readonly string? _hostName;
    private PySslContext _context;
    private Value _owner;

    /// <summary>_setter_context(ctx)
    /// This changes the context associated with the SSLSocket. This is typically
    /// used from within a callback function set by the sni_callback
    /// on the SSLContext to change the certificate information associated with the
    /// SSLSocket before the cryptographic exchange handshake messages
    /// </summary>
    [PyGetter("context")]
    private PySslContext GetContext() => _context;

    [PySetter("context")]
    private Value SetContext(VmThread thread, Value value)
    {
        if (value.Ref is not PySslContext context)
            return thread.TypeError("The value must be a SSLContext");
        _context = context;
        return Value.None;
    }

    /// <summary>Whether this is a server-side socket.</summary>
    [PyGetter("server_side")]
    private bool IsServer() => _isServer;

    /// <summary>The currently set server hostname (for SNI).</summary>
    [PyGetter("server_hostname")]
    private Value HostName() => _hostName is null ? Value.None : Value.Str(_hostName);

    /// <summary>The Python-level owner of this object.Passed as "self" in servername callback.</summary>
    [PyGetter("owner")]
    private Value GetOwner() => _owner;

    [PySetter("owner")]
    private Value SetOwner(Value value)
    {
        _owner = value;
        return Value.None;
    }

    /// <summary>_setter_session(session)
    /// Get / set SSLSession.</summary>
    [PyGetter("session")]
    private Value GetSession() => Value.None;

    [PySetter("session")]
    private Value SetSession(VmThread thread, Value value) =>
        value.IsNone ? Value.None : thread.Raise(ExceptionTypes.NotImplementedError, "SSLSession: SslStream does not let programs resume sessions");

    /// <summary>Was the client session reused during handshake?</summary>
    [PyGetter("session_reused")]
    private bool IsSessionReused() => false;

    /// <summary>Returns the certificate for the peer.
    ///
    /// If no certificate was provided, returns None.  If a certificate was
    /// provided, but not validated, returns an empty dictionary.  Otherwise
    /// returns a dict containing information about the peer certificate.
    ///
    /// If the optional argument is True, returns a DER-encoded copy of the
    /// peer certificate, or None if no certificate was provided.  This will
    /// return the certificate even if it wasn't validated.</summary>
    [PyMethod("getpeercert", Signature = "der=False, /")]
    private Value GetPeerCertificate(VmThread thread, bool der = false)
    {
        if (!_engine.IsReady)
            return thread.ValueError("handshake not done yet");
        if (_peerCertificate is null)
            return Value.None;
        if (der)
            return new PyBytes(_peerCertificate);
        if (_context.VerifyMode == SslConstants.CertNone)
            return new PyDict();
        using var certificate = X509CertificateLoader.LoadCertificate(_peerCertificate);
        return CertificateText.Describe(certificate);
    }

    [PyMethod("get_unverified_chain")]
    private Value UnverifiedChain() => _peerCertificate is null ? Value.None : Chain(_peerChain);

    [PyMethod("get_verified_chain")]
    private Value VerifiedChain() => _peerCertificate is null ? Value.None : Chain(_verifiedChain);

    /// <summary>Get channel binding data for current connection.
    ///
    /// Raise ValueError if the requested `cb_type` is not supported.  Return bytes
    /// of the data or None if the data is not available (e.g. before the handshake).
    /// Only 'tls-unique' channel binding data from RFC 5929 is supported.</summary>
    [PyMethod("get_channel_binding", Signature = "cb_type='tls-unique'")]
    private Value GetChannelBinding(VmThread thread, string cb_type = "tls-unique")
    {
        if (cb_type != "tls-unique")
            return thread.ValueError($"'{cb_type}' channel binding type not implemented");
        if (!_engine.IsReady || _engine.Stream.TransportContext.GetChannelBinding(ChannelBindingKind.Unique) is not { } binding)
            return Value.None;
        // SEC_CHANNEL_BINDINGS: a header of 32 bytes, "tls-unique:", and the message that was meant.
        const int Header = 32 + 11;
        var bytes = new byte[Math.Max(0, binding.Size - Header)];
        if (bytes.Length > 0)
            System.Runtime.InteropServices.Marshal.Copy(binding.DangerousGetHandle() + Header, bytes, 0, bytes.Length);
        binding.Dispose();
        return new PyBytes(bytes);
    }

    [PyMethod("cipher")]
    private Value Cipher() => Suite()?.Summary() is { } summary ? summary : Value.None;

    [PyMethod("shared_ciphers")]
    private Value SharedCiphers()
    {
        if (!_isServer || !_engine.IsReady)
            return Value.None;
        var shared = _hello.Suites.Select(static id => CipherSuite.Find(id)).OfType<CipherSuite>().Where(suite => _context.Suites.Contains(suite));
        return new PyList([.. shared.Select(static suite => (Value)suite.Summary())]);
    }

    [PyMethod("version")]
    private Value Version()
    {
        if (!_engine.IsReady)
            return Value.None;
        return Value.Str(_engine.Stream.SslProtocol switch
        {
            SslProtocols.Tls13 => "TLSv1.3",
            SslProtocols.Tls12 => "TLSv1.2",
            (SslProtocols)768 => "TLSv1.1",
            _ => "TLSv1",
        });
    }

    [PyMethod("selected_alpn_protocol")]
    private Value SelectedProtocol()
    {
        if (!_engine.IsReady || _engine.Stream.NegotiatedApplicationProtocol.Protocol is not { IsEmpty: false } name)
            return Value.None;
        return Value.Str(System.Text.Encoding.ASCII.GetString(name.Span));
    }

    /// <summary>None: SslStream does not compress.</summary>
    [PyMethod("compression")]
    private void Compression() { }

    private CipherSuite? Suite() => _engine.IsReady ? CipherSuite.Find((int)_engine.Stream.NegotiatedCipherSuite) : null;

    private static PyList Chain(byte[][] certificates) => new([.. certificates.Select(static bytes => (Value)new PyCertificate(bytes))]);
}
