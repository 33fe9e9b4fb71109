import ssl
import _certificates as certs

server_settings = certs.server_context()
server_settings.verify_mode = ssl.CERT_REQUIRED
server_settings.load_verify_locations(cadata=certs.CA)
for pem in certs.SERVER, certs.EXPIRED, None:
    client_settings = certs.client_context()
    if pem:
        client_settings.load_cert_chain(certs.as_file(pem))
    client, server = certs.connect(client_settings, server_settings)
    print(certs.show(client.result), '|', certs.show(server.result))
    if server.result == 'done':
        print(server.tls.getpeercert()['subject'])
