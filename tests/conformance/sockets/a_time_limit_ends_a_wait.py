import socket

first, second = socket.socketpair()
first.settimeout(0.01)
print(first.gettimeout(), first.getblocking())
try:
    first.recv(1)
except TimeoutError as error:
    print(repr(error), error.errno)
first.setblocking(False)
try:
    first.recv(1)
except BlockingIOError as error:
    print(error)
print(first.gettimeout(), first.getblocking())
for wrong in (-1, "a", float("nan"), 1e30, 1 << 80):
    try:
        first.settimeout(wrong)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
first.close()
second.close()
