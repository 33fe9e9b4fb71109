import ssl
import _certificates as certs

client = certs.Side('client', certs.client_context(), server_hostname='localhost')
for ask in client.tls.do_handshake, client.tls.read, lambda: client.tls.write(b'x'):
    try:
        ask()
    except ssl.SSLWantReadError as error:
        print(error.args[0], certs.show(error))
print(client.outgoing.pending > 100, client.tls.version(), client.tls.cipher(), client.tls.selected_alpn_protocol())
try:
    client.tls.getpeercert()
except ValueError as error:
    print(error)
