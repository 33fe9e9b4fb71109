import _certificates as certs

for title, pem, trusted, host in (
        ('self-signed', certs.SELF_SIGNED, certs.CA, 'localhost'),
        ('unknown issuer', certs.SERVER, certs.SELF_SIGNED, 'localhost'),
        ('expired', certs.EXPIRED, certs.CA, 'localhost'),
        ('other host', certs.OTHER_HOST, certs.CA, 'localhost'),
        ('other address', certs.SERVER, certs.CA, '127.0.0.2'),
        ('wildcard', certs.SERVER, certs.CA, 'www.example.org'),
        ('two labels', certs.SERVER, certs.CA, 'a.b.example.org'),
        ('address', certs.SERVER, certs.CA, '127.0.0.1'),
        ('trusted itself', certs.SELF_SIGNED, certs.SELF_SIGNED, 'localhost')):
    client, server = certs.connect(certs.client_context(trusted), certs.server_context(pem), host)
    print(title)
    print(' ', certs.show(client.result))
    print(' ', certs.show(server.result))
    if client.result != 'done':
        print(' ', client.result.verify_code, client.result.verify_message, client.result.library, client.result.reason)
