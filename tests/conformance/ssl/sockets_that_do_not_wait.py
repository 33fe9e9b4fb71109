import select
import socket
import ssl
import _certificates as certs

ours, theirs = socket.socketpair()
for end in ours, theirs:
    end.setblocking(False)
try:
    certs.client_context().wrap_socket(ours, server_hostname='localhost')
except ValueError as error:
    print(error)
ours, theirs = socket.socketpair()
for end in ours, theirs:
    end.setblocking(False)
client = certs.client_context().wrap_socket(ours, server_hostname='localhost', do_handshake_on_connect=False)
server = certs.server_context().wrap_socket(theirs, server_side=True, do_handshake_on_connect=False)
done = set()
while len(done) < 2:
    for end in client, server:
        try:
            end.do_handshake()
            done.add(end)
        except ssl.SSLWantReadError:
            pass
for title, attempt in (('recv', lambda: client.recv(10)), ('fill', lambda: [client.send(b'x' * 100000) for _ in range(1000)])):
    try:
        attempt()
    except ssl.SSLError as error:
        print(title, type(error).__name__, error.args[0])
client.settimeout(0.01)
for attempt in lambda: client.recv(10), lambda: client.send(b'x'):
    try:
        attempt()
    except TimeoutError as error:
        print(error)
client.close()
server.close()
