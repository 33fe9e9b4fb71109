import socket

with socket.socket(type=socket.SOCK_DGRAM) as first, socket.socket(type=socket.SOCK_DGRAM) as second:
    first.bind(("127.0.0.1", 0))
    second.bind(("127.0.0.1", 0))
    print(first.sendto(b"question", second.getsockname()))
    data, sender = second.recvfrom(100)
    print(data, sender == first.getsockname())
    print(second.sendto(b"answer", 0, sender), first.recv(3), first.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
