# Threads that wait for a pipe or a socket wait for this very program: what the others do in their time comes first.
import os
import socket
import threading
import time

start = time.monotonic()


def log(*what):
    print(f"{time.monotonic() - start:.1f}", *what)


def later(seconds, action, *arguments):
    threading.Timer(seconds, action, arguments).start()


read, write = os.pipe()
later(0.3, os.write, write, b"raw")
log(os.read(read, 10))
later(0.3, os.write, write, b"line\n")
with open(read, "rb", closefd=False) as file:
    log(file.readline())
later(0.2, os.write, write, b"te")
later(0.4, os.write, write, b"xt\n")
with open(read, closefd=False) as file:
    log(next(file))

server = socket.create_server(("127.0.0.1", 0))


def serve():
    connection, _ = server.accept()
    log("accepted")
    with connection:
        while data := connection.recv(100):
            time.sleep(0.3)
            # Two small pieces: the second waits until the first is confirmed.
            connection.send(data)
            connection.send(data.upper())
    log("served")


thread = threading.Thread(target=serve)
thread.start()
time.sleep(0.3)
client = socket.create_connection(server.getsockname(), timeout=0.2)
client.sendall(b"a")
try:
    client.recv(1)
except TimeoutError:
    log("not yet")
client.settimeout(0.5)
log(client.recv(1), client.recv(1))
time.sleep(0.3)
client.close()
thread.join()
log("end")
