import socket
import ssl
import threading
import _certificates as certs


def serve(plain):
    with certs.server_context().wrap_socket(plain, server_side=True) as tls:
        while data := tls.recv(100):
            tls.sendall(data.upper())
        plain = tls.unwrap()
        plain.sendall(b'plain again')


ours, theirs = socket.socketpair()
thread = threading.Thread(target=serve, args=(theirs,))
thread.start()
tls = certs.client_context().wrap_socket(ours, server_hostname='localhost')
print(type(tls).__name__, tls.version(), ours.fileno(), tls.server_hostname, tls.server_side)
tls.sendall(b'hello ' * 3)
buffer = bytearray(18)
print(tls.recv_into(buffer), buffer, tls.pending())
with tls.makefile('rw', buffering=100) as file:
    print('a line', file=file, flush=True)
    print(repr(file.readline()))
for name, args in (('recvfrom', (1,)), ('sendto', (b'x', 'there')), ('recvmsg', (1,)), ('dup', ()), ('recv', (1, socket.MSG_PEEK))):
    try:
        getattr(tls, name)(*args)
    except (ValueError, NotImplementedError) as error:
        print(type(error).__name__, error)
plain = tls.unwrap()
print(plain is tls, tls.recv(100))
thread.join()
tls.close()
