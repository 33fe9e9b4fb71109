import ssl
import _certificates as certs


def attempt(client_settings, server_settings):
    client, server = certs.connect(client_settings, server_settings)
    print(certs.show(client.result), '|', certs.show(server.result), client.tls.cipher())


old = certs.server_context()
old.maximum_version = ssl.TLSVersion.TLSv1_2
attempt(certs.client_context(), old)
new = certs.client_context()
new.minimum_version = ssl.TLSVersion.TLSv1_3
attempt(new, old)
few = certs.client_context()
few.maximum_version = ssl.TLSVersion.TLSv1_2
few.set_ciphers('ECDHE-ECDSA-AES128-GCM-SHA256')
attempt(few, old)
old.set_ciphers('ECDHE-ECDSA-AES256-GCM-SHA384')
attempt(few, old)
