import ssl
import _certificates as certs

client, server = certs.connect(certs.client_context(), certs.server_context())


def attempt(title, function, *args):
    try:
        print(title, function(*args))
    except ssl.SSLError as error:
        print(title, error.args[0], certs.show(error))


attempt('client unwraps', client.tls.unwrap)
attempt('client writes', client.tls.write, b'late')
certs.carry(client, server)
attempt('server reads', server.tls.read)
attempt('server reads again', server.tls.read)
attempt('server unwraps', server.tls.unwrap)
certs.carry(client, server)
attempt('client unwraps again', client.tls.unwrap)
attempt('client reads', client.tls.read)
