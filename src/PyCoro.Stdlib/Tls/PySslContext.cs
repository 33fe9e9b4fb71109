// The settings of connections. What SslStream has no setting for is kept where it changes nothing, and refused where a program
// would rely on it. Certificates are in PySslContext.Certificates, what SslStream is given in PySslContext.Options.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;
using PyCoro.Stdlib.Sockets;

namespace PyCoro.Stdlib.Tls;

/// <summary>What an SSLContext is natively.</summary>
[PyType("_SSLContext", Module = "_ssl", Subclassable = true, IsDocumented = false)]
internal sealed partial class PySslContext : PyObject
{
    internal const int ProtocolTls = 2;
    internal const int ProtocolClient = 16;
    internal const int ProtocolServer = 17;
    internal const int MinimumSupported = -2;
    internal const int MaximumSupported = -1;
    internal const int Version10 = 769;
    internal const int Version13 = 772;
    private const int OldestProtocol = 3;
    private const int NewestFixedProtocol = 5;
    private const int VersionOf3 = 768;
    private const long UsualOptions = 2186412112;
    private const long VersionOptions = SslConstants.NoTls10 | SslConstants.NoTls11 | SslConstants.NoTls12 | SslConstants.NoTls13 | SslConstants.NoSsl3;

    private int _minimum = MinimumSupported;
    private int _maximum = MaximumSupported;
    private int _tickets = 2;
    private CipherSuite[] _suites = CipherStrings.Read(CipherStrings.Default)!;

    internal PySslContext(Shape shape) : base(shape) { }

    /// <summary>CERT_NONE, CERT_OPTIONAL or CERT_REQUIRED.</summary>
    internal int VerifyMode { get; private set; }

    /// <summary>The certificate must name the host.</summary>
    internal bool ChecksHostName { get; private set; }

    /// <summary>A common name will do for that.</summary>
    internal bool ChecksCommonName => (HostFlags & SslConstants.NeverCheckSubject) == 0;

    /// <summary>How certificates are verified.</summary>
    internal VerifyFlags VerifyFlags { get; private set; } = VerifyFlags.TrustedFirst;

    /// <summary>OpenSSL's options.</summary>
    internal long Options { get; private set; } = UsualOptions;

    /// <summary>The function that is asked when a client names the server; None without one.</summary>
    internal Value NameCallback { get; private set; } = Value.None;

    /// <summary>The suites that may be used.</summary>
    internal IReadOnlyList<CipherSuite> Suites => _suites;

    /// <summary>A missing end of the peer is taken for one.</summary>
    internal bool IgnoresMissingEnd => (Options & SslConstants.IgnoreUnexpectedEnd) != 0;

    private int HostFlags { get; set; } = SslConstants.NoPartialWildcards;

    /// <summary>PROTOCOL_TLS and its siblings.</summary>
    [PyGetter("protocol")]
    private int Protocol { get; set; }

    /// <summary>Create and return a new object.</summary>
    [PyNew(Signature = "protocol, /")]
    private static Value New(VmThread thread, PyType type, int protocol)
    {
        if (protocol is not (ProtocolTls or ProtocolClient or ProtocolServer or (>= OldestProtocol and <= NewestFixedProtocol)))
            return thread.ValueError($"invalid or unsupported protocol version {protocol}");
        var deprecated = protocol switch
        {
            ProtocolTls => "PROTOCOL_TLS",
            3 => "PROTOCOL_TLSv1",
            4 => "PROTOCOL_TLSv1_1",
            5 => "PROTOCOL_TLSv1_2",
            _ => null,
        };
        if (deprecated is not null && !WarnDeprecated(thread, $"ssl.{deprecated} is deprecated"))
            return Value.Error;
        var context = new PySslContext(type.RootShape) { Protocol = protocol };
        if (protocol is ProtocolTls or ProtocolClient or ProtocolServer)
            context._minimum = Version13 - 1;
        if (protocol == ProtocolClient)
            (context.VerifyMode, context.ChecksHostName) = (SslConstants.CertRequired, true);
        return context;
    }

    [PyMethod("_wrap_socket", Signature = "sock, server_side, server_hostname=None, *, owner=None, session=None")]
    private Value WrapSocket(VmThread thread, PySocket sock, bool server_side, Value server_hostname = default, Value owner = default, Value session = default) =>
        Wrap(thread, new TlsTransport(sock), server_side, server_hostname, owner, session);

    [PyMethod("_wrap_bio", Signature = "incoming, outgoing, server_side, server_hostname=None, *, owner=None, session=None")]
    private Value WrapBio(
        VmThread thread, PyMemoryBio incoming, PyMemoryBio outgoing, bool server_side, Value server_hostname = default, Value owner = default, Value session = default) =>
        Wrap(thread, new TlsTransport(incoming, outgoing), server_side, server_hostname, owner, session);

    [PyMethod("set_ciphers")]
    private Value SetCiphers(VmThread thread, string cipherlist)
    {
        if (CipherStrings.Read(cipherlist) is not { } suites)
            return thread.Raise(TlsErrors.Of(thread).Error, "No cipher can be selected.");
        _suites = suites;
        _policy = null;
        return Value.None;
    }

    [PyMethod("get_ciphers")]
    private PyList GetCiphers() => new([.. _suites.Select(static suite => (Value)suite.Describe())]);

    [PyMethod("_set_alpn_protocols")]
    private Value SetProtocols(VmThread thread, Value protos)
    {
        if (!Buffers.Require(thread, protos, out var bytes))
            return Value.Error;
        var names = new List<byte[]>();
        while (!bytes.IsEmpty)
        {
            var length = Math.Min(bytes[0], bytes.Length - 1);
            names.Add(bytes.Slice(1, length).ToArray());
            bytes = bytes[(1 + length)..];
        }
        _protocols = [.. names];
        return Value.None;
    }

    /// <summary>Connections of sessions: none is kept, so all is 0.</summary>
    [PyMethod("session_stats")]
    private PyDict SessionStats()
    {
        var dict = new PyDict();
        string[] names = ["number", "connect", "connect_good", "connect_renegotiate", "accept", "accept_good", "accept_renegotiate", "hits", "misses", "timeouts", "cache_full"];
        foreach (var name in names)
            dict.SetStr(PyStr.Of(name), Value.Int(0));
        return dict;
    }

    [PyMethod("set_ecdh_curve")]
    private Value SetCurve(VmThread thread, Value name)
    {
        if (!PathArgument.TryRead(thread, name, "set_ecdh_curve", out var curve))
            return Value.Error;
        return curve.Text is "prime256v1" or "secp256r1" or "P-256" or "secp384r1" or "P-384" or "secp521r1" or "P-521"
            ? Value.None
            : thread.ValueError($"unknown elliptic curve name '{curve.Text}'");
    }

    [PyGetter("check_hostname")]
    private bool GetCheckHostName() => ChecksHostName;

    [PySetter("check_hostname")]
    private Value SetCheckHostName(VmThread thread, Value value)
    {
        if (!Truth.TryTest(thread, value, out var checks))
            return Value.Error;
        ChecksHostName = checks;
        if (checks && VerifyMode == SslConstants.CertNone)
            VerifyMode = SslConstants.CertRequired;
        return Value.None;
    }

    [PyGetter("_host_flags")]
    private int GetHostFlags() => HostFlags;

    [PySetter("_host_flags")]
    private Value SetHostFlags(VmThread thread, Value value)
    {
        if (!TryInt(thread, value, out var flags))
            return Value.Error;
        HostFlags = (int)flags;
        return Value.None;
    }

    [PyGetter("verify_mode")]
    private int GetVerifyMode() => VerifyMode;

    [PySetter("verify_mode")]
    private Value SetVerifyMode(VmThread thread, Value value)
    {
        if (!Conversions.TryIndex64(thread, value, out var mode))
            return Value.Error;
        if (mode is not (SslConstants.CertNone or SslConstants.CertOptional or SslConstants.CertRequired))
            return thread.ValueError("invalid value for verify_mode");
        if (mode == SslConstants.CertNone && ChecksHostName)
            return thread.ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
        VerifyMode = (int)mode;
        return Value.None;
    }

    [PyGetter("verify_flags")]
    private long GetVerifyFlags() => (long)VerifyFlags;

    [PySetter("verify_flags")]
    private Value SetVerifyFlags(VmThread thread, Value value)
    {
        if (!TryInt(thread, value, out var flags))
            return Value.Error;
        VerifyFlags = (VerifyFlags)flags;
        return Value.None;
    }

    [PyGetter("options")]
    private long GetOptions() => Options;

    [PySetter("options")]
    private Value SetOptions(VmThread thread, Value value)
    {
        if (!TryInt(thread, value, out var options))
            return Value.Error;
        if ((options & ~Options & VersionOptions) != 0 && !WarnDeprecated(thread, "ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated"))
            return Value.Error;
        Options = options & 0xFFFFFFFF;
        return Value.None;
    }

    [PyGetter("minimum_version")]
    private int GetMinimum() => _minimum;

    [PySetter("minimum_version")]
    private Value SetMinimum(VmThread thread, Value value)
    {
        if (!TryVersion(thread, value, out var version))
            return Value.Error;
        _minimum = version == MaximumSupported ? Version13 : version;
        return Value.None;
    }

    [PyGetter("maximum_version")]
    private int GetMaximum() => _maximum;

    [PySetter("maximum_version")]
    private Value SetMaximum(VmThread thread, Value value)
    {
        if (!TryVersion(thread, value, out var version))
            return Value.Error;
        _maximum = version == MinimumSupported ? Version10 : version;
        return Value.None;
    }

    /// <summary>Control the number of TLSv1.3 session tickets</summary>
    [PyGetter("num_tickets")]
    private int GetTickets() => _tickets;

    [PySetter("num_tickets")]
    private Value SetTickets(VmThread thread, Value value)
    {
        if (!Conversions.TryIndex64(thread, value, out var number))
            return Value.Error;
        if (number < 0)
            return thread.ValueError("value must be non-negative");
        if (Protocol != ProtocolServer)
            return thread.ValueError("SSLContext is not a server context.");
        _tickets = (int)number;
        return Value.None;
    }

    /// <summary>The current security level</summary>
    [PyGetter("security_level")]
    private int SecurityLevel => 2;

    [PyGetter("post_handshake_auth")]
    private bool AuthenticatesLater { get; set; }

    [PySetter("post_handshake_auth")]
    private Value SetAuthenticatesLater(VmThread thread, Value value)
    {
        if (!Truth.TryTest(thread, value, out var later))
            return Value.Error;
        AuthenticatesLater = later;
        return Value.None;
    }

    [PyGetter("keylog_filename")]
    private Value GetKeyLog() => Value.None;

    [PySetter("keylog_filename")]
    private Value SetKeyLog(VmThread thread, Value value) =>
        value.IsNone ? Value.None : thread.Raise(ExceptionTypes.NotImplementedError, "SSLContext.keylog_filename: SslStream does not give its keys away");

    [PyGetter("_msg_callback")]
    private Value GetMessageCallback() => Value.None;

    [PySetter("_msg_callback")]
    private Value SetMessageCallback(VmThread thread, Value value) =>
        value.IsNone ? Value.None : thread.Raise(ExceptionTypes.NotImplementedError, "SSLContext._msg_callback: SslStream does not show its messages");

    /// <summary>Set a callback that will be called when a server name is provided by the SSL/TLS client in the SNI extension.
    ///
    /// If the argument is None then the callback is disabled. The method is called
    /// with the SSLSocket, the server name as a string, and the SSLContext object.
    /// See RFC 6066 for details of the SNI extension.</summary>
    [PyGetter("sni_callback")]
    private Value GetNameCallback() => NameCallback;

    [PySetter("sni_callback")]
    private Value SetNameCallback(VmThread thread, Value value)
    {
        if (Protocol == ProtocolClient)
            return thread.ValueError("sni_callback cannot be set on TLS_CLIENT context");
        if (!value.IsNone && value.Type.LookupSpecial(Special.Call).IsUnbound)
            return thread.TypeError("not a callable object");
        NameCallback = value;
        return Value.None;
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(NameCallback);
    }

    private Value Wrap(VmThread thread, TlsTransport transport, bool isServer, Value hostName, Value owner, Value session)
    {
        const int Line = 802;
        if (isServer && Protocol == ProtocolClient)
            return TlsErrors.RaiseText(thread, 0, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context", Line);
        if (!isServer && Protocol == ProtocolServer)
            return TlsErrors.RaiseText(thread, 0, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context", Line);
        if (!session.IsUnbound && !session.IsNone)
            return thread.Raise(ExceptionTypes.NotImplementedError, "SSLSession: SslStream does not let programs resume sessions");
        string? name = null;
        if (!hostName.IsUnbound && !hostName.IsNone && !TryHostName(thread, hostName, out name))
            return Value.Error;
        return new PySslConnection(this, transport, isServer, name, owner.IsUnbound ? Value.None : owner);
    }

    private static bool TryHostName(VmThread thread, Value value, out string? name)
    {
        name = null;
        if (value.Ref is PyStr { Text: var text })
        {
            if (text.Contains('\0'))
            {
                thread.TypeError("argument must be encoded string without null bytes, not str");
                return false;
            }
            // The module ssl has encoded it.
            name = text;
            return true;
        }
        if (!Buffers.TryRead(value, out var bytes))
        {
            thread.TypeError($"argument must be str, bytes or bytearray, not {value.Type.Name}");
            return false;
        }
        name = System.Text.Encoding.Latin1.GetString(bytes);
        return true;
    }

    private bool TryVersion(VmThread thread, Value value, out int version)
    {
        version = 0;
        if (!TryInt(thread, value, out var number))
            return false;
        if (Protocol is >= OldestProtocol and <= NewestFixedProtocol)
        {
            thread.ValueError("The context's protocol doesn't support modification of highest and lowest version.");
            return false;
        }
        var deprecated = number switch { VersionOf3 => "SSLv3", Version10 => "TLSv1", Version10 + 1 => "TLSv1_1", _ => null };
        if (deprecated is not null && !WarnDeprecated(thread, $"ssl.TLSVersion.{deprecated} is deprecated"))
            return false;
        version = (int)number;
        if (number is MinimumSupported or MaximumSupported or (>= VersionOf3 and <= Version13))
            return true;
        thread.ValueError($"Unsupported TLS/SSL version 0x{number & 0xFFFFFFFF:x}");
        return false;
    }

    private static bool TryInt(VmThread thread, Value value, out long number)
    {
        number = 0;
        if (!value.IsFloat && value.Ref is null or PyInt)
            return Conversions.TryIndex64(thread, value, out number);
        if (value.TryGetInt64(out number))
            return true;
        thread.TypeError($"argument must be int, not {value.Type.Name}");
        return false;
    }

    private static bool WarnDeprecated(VmThread thread, string text) => Runtime.Modules.Warnings.Issue(thread, ExceptionTypes.DeprecationWarning, text, 2);
}
