import socket

first, second = socket.socketpair()
file = first.makefile("rb")
first.close()
second.sendall(b"still here")
second.close()
print(file.read())
file.close()
for call in (lambda: first.makefile("x"), lambda: file.read(), lambda: first.recv(1)):
    try:
        call()
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)
