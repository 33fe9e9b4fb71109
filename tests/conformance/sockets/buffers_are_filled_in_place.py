import socket

first, second = socket.socketpair()
with first, second:
    first.sendall(b"abcdefghij")
    buffer = bytearray(b"." * 8)
    print(second.recv_into(buffer, 3), buffer)
    print(second.recv_into(memoryview(buffer)[4:6]), buffer)
    print(second.recvfrom_into(buffer), buffer)
    for target, size in ((b"abc", 0), (bytearray(2), -1), (bytearray(2), 3)):
        try:
            second.recv_into(target, size)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
