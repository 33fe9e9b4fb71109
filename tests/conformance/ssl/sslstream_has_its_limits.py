# expectation: TLS is SslStream's, which cannot do all that OpenSSL can (docs/differences.md)
import ssl
import _certificates as certs

context = certs.client_context()


def attempt(title, function, *args):
    try:
        print(title, function(*args))
    except Exception as error:
        print(title, certs.show(error))


attempt('keylog_filename', setattr, context, 'keylog_filename', 'keys')
attempt('_msg_callback', setattr, context, '_msg_callback', print)
attempt('wrap_bio', lambda: context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname='localhost', session=1))

client, server = certs.connect(context, certs.server_context())
print(client.tls.session, client.tls.session_reused)
attempt('verify_client_post_handshake', server.tls.verify_client_post_handshake)

# The server has done its handshake when the client looks at its certificate.
old = certs.server_context(certs.EXPIRED)
old.maximum_version = ssl.TLSVersion.TLSv1_2
client, server = certs.connect(certs.client_context(), old)
print(certs.show(client.result), '|', certs.show(server.result))
