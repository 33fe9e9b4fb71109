import socket

print(socket.inet_aton("1.2.3.4"), socket.inet_ntoa(b"\x7f\0\0\x01"))
print(socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET6, b"\0" * 15 + b"\1"))
print(hex(socket.htons(0x1234)), hex(socket.ntohl(0x12345678)))
for call in (
    lambda: socket.inet_aton("x"), lambda: socket.inet_ntoa(b"1"), lambda: socket.inet_pton(2, "x"), lambda: socket.inet_ntop(2, b"x"),
    lambda: socket.inet_ntop(99, b"abcd"), lambda: socket.htons(-1), lambda: socket.htons(1 << 16), lambda: socket.htonl(1 << 40),
    lambda: socket.htonl("x"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
