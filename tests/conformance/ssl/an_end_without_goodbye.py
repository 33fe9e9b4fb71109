import ssl
import _certificates as certs

client, server = certs.connect(certs.client_context(), certs.server_context())
server.incoming.write_eof()
for _ in range(2):
    try:
        server.tls.read()
    except ssl.SSLEOFError as error:
        print(error.args[0], certs.show(error))
try:
    server.tls.unwrap()
except ssl.SSLError as error:
    print(certs.show(error))

client = certs.Side('client', certs.client_context(), server_hostname='localhost')
client.incoming.write_eof()
client.step()
print(certs.show(client.result))
