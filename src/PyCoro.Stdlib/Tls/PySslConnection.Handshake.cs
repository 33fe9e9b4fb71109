// What SslStream asks during the handshake: a server's settings once the client's hello is there, and whether the peer's
// certificate is good. The answers come from Python's context; saying no also decides which alert the peer is sent.

using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

internal sealed partial class PySslConnection
{
    private const byte HandshakeFailure = 40;
    private const byte ProtocolVersion = 70;
    private const byte InternalError = 80;

    private VmThread? _thread;
    private ClientHello _hello = ClientHello.Silent;
    private VerificationFailure? _verificationFailure;
    private string? _refusal;
    private byte[]? _peerCertificate;
    private byte[][] _peerChain = [];
    private byte[][] _verifiedChain = [];

    private Task Authenticate(SslStream stream)
    {
        if (_context.Versions == SslProtocols.None)
            return Refuse(0, "no protocols available");
        var answers = new Answers(this);
        return _isServer
            ? stream.AuthenticateAsServerAsync(answers.Choose, null)
            : stream.AuthenticateAsClientAsync(_context.ForClient(_hostName, answers.Verify));
    }

    private ValueTask<SslServerAuthenticationOptions> Choose(Answers answers, SslClientHelloInfo info)
    {
        _hello = ClientHello.Read(_engine.Pipe.FirstRecord);
        if (!_context.NameCallback.IsNone && AskByName(info.ServerName) is { } alert)
            return new(Refuse(alert, "callback failed"));
        // SslStream tells of no 1.3 here. A hello that is spread over records is left to it.
        if (!ReferenceEquals(_hello, ClientHello.Silent) && (_hello.Versions & _context.Versions) == SslProtocols.None)
            return new(Refuse(ProtocolVersion, "unsupported protocol"));
        if (!_context.HasOwn)
            return new(Refuse(HandshakeFailure, "no shared cipher"));
        return new(_context.ForServer(_hello, answers.Verify));
    }

    // The alert when the program's function does not agree.
    private byte? AskByName(string name)
    {
        var thread = _thread!;
        var context = _context;
        var answer = thread.Call(context.NameCallback, _owner, name.Length == 0 ? Value.None : Value.Str(name), context);
        if (answer.IsError)
        {
            thread.Interpreter.ReportUnraisable(thread, context.NameCallback);
            return HandshakeFailure;
        }
        if (answer.IsNone)
            return null;
        if (Conversions.TryIndex64(thread, answer, out var alert))
            return (byte)alert;
        thread.Interpreter.ReportUnraisable(thread, answer);
        return InternalError;
    }

    // Nothing is encrypted before the server has spoken, and a server listens to plain alerts until a client has.
    private Task<SslServerAuthenticationOptions> Refuse(byte alert, string reason)
    {
        _refusal = reason;
        if (alert != 0)
            SendAlert(alert);
        return Task.FromException<SslServerAuthenticationOptions>(new AuthenticationException(reason));
    }

    private void SendAlert(byte alert)
    {
        const byte Alert = 21;
        const byte Fatal = 2;
        var outgoing = _engine.Pipe.Outgoing;
        outgoing.Skip(outgoing.Count);
        outgoing.Write([Alert, 3, 3, 0, 2, Fatal, alert]);
    }

    private bool Verify(X509Certificate? certificate, X509Chain? chain)
    {
        if (certificate is null)
        {
            if (_context.VerifyMode != SslConstants.CertRequired)
                return true;
            _refusal = "peer did not return a certificate";
            return false;
        }
        _peerCertificate = certificate.GetRawCertData();
        if (chain is not null)
        {
            _peerChain = Sent(_peerCertificate, chain);
            _verifiedChain = [.. chain.ChainElements.Select(static element => element.Certificate.RawData)];
        }
        if (_context.VerifyMode == SslConstants.CertNone || chain is null)
            return true;
        _context.Trusted.KeepUsed(chain);
        using var leaf = X509CertificateLoader.LoadCertificate(_peerCertificate);
        var hostName = _context.ChecksHostName && !_isServer ? _hostName : null;
        _verificationFailure = Verification.Check(leaf, chain, _context.Trusted, hostName, _context.ChecksCommonName, _context.VerifyFlags);
        if (_verificationFailure is null)
            return true;
        // A client of TLS 1.3 has not sent the end of its handshake yet, so it can still say why there will be none.
        if (!_isServer && _engine.Stream.SslProtocol == SslProtocols.Tls13)
            SendAlert(_verificationFailure.Alert);
        return false;
    }

    // .NET keeps what the peer sent, its own certificate among it.
    private static byte[][] Sent(byte[] certificate, X509Chain chain) =>
        [certificate, .. chain.ChainPolicy.ExtraStore.Select(static item => item.RawData).Where(item => !item.AsSpan().SequenceEqual(certificate))];

    // The native part of SslStream holds on to what it is to call, until its handle is freed, and that is when the stream is not
    // reachable any more. So what it calls must not lead to the stream.
    private sealed class Answers(PySslConnection connection)
    {
        private readonly WeakReference<PySslConnection> _connection = new(connection);

        internal ValueTask<SslServerAuthenticationOptions> Choose(SslStream stream, SslClientHelloInfo info, object? state, CancellationToken cancellation) =>
            _connection.TryGetTarget(out var connection)
                ? connection.Choose(this, info)
                : ValueTask.FromException<SslServerAuthenticationOptions>(new AuthenticationException("the connection is gone"));

        internal bool Verify(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
            _connection.TryGetTarget(out var connection) && connection.Verify(certificate, chain);
    }
}
