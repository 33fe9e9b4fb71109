import socket

print(repr(socket.AF_INET), repr(socket.SOCK_STREAM), repr(socket.MSG_PEEK), repr(socket.AI_PASSIVE))
print(socket.AF_INET, socket.AddressFamily(1), type(socket.SOL_SOCKET).__name__)
with socket.socket() as sock:
    print(repr(sock.family), repr(sock.type), sock.proto)
print(socket.timeout, socket.error, socket.gaierror.__mro__[1], socket.SocketType)
