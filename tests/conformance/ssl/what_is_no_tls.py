import _certificates as certs

client = certs.Side('client', certs.client_context(), server_hostname='localhost')
client.step()
client.incoming.write(b'HTTP/1.1 200 OK\r\n\r\n')
client.step()
print(certs.show(client.result))
server = certs.Side('server', certs.server_context(), server_side=True)
server.incoming.write(b'GET / HTTP/1.1\r\n\r\n')
server.step()
print(certs.show(server.result))
