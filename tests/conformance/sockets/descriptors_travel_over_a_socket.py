import os
import socket

first, second = socket.socketpair()
read, write = os.pipe()
with first, second:
    print(socket.send_fds(first, [b"with ", b"a pipe"], [write]))
    data, descriptors, flags, address = socket.recv_fds(second, 100, 4)
    print(data, len(descriptors), flags, address)
    os.write(descriptors[0], b"through the copy")
    print(os.read(read, 100))
    for fd in (read, write, *descriptors):
        os.close(fd)
    print(first.sendmsg([b"one", bytearray(b"two"), memoryview(b"three")]))
    buffers = [bytearray(4), bytearray(10)]
    print(second.recvmsg_into(buffers), buffers)
    print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4))
