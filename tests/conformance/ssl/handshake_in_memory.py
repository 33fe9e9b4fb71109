import _certificates as certs

client, server = certs.connect(certs.client_context(), certs.server_context())
for side in client, server:
    print(side.name, side.result, side.tls.version(), side.tls.cipher(), side.tls.server_side)

client.tls.write(b'hello')
certs.carry(client, server)
print(server.tls.read(), server.tls.pending())
server.tls.write(b'x' * 20000)
certs.carry(client, server)
print(len(client.tls.read(5)), client.tls.pending(), len(client.tls.read(20000)), len(client.tls.read(20000)))
