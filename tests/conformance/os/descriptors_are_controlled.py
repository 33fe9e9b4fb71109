import fcntl
import os
import struct

read, write = os.pipe()
print(fcntl.fcntl(read, fcntl.F_GETFD) == fcntl.FD_CLOEXEC, fcntl.fcntl(write, fcntl.F_GETFL) & os.O_NONBLOCK)
fcntl.fcntl(write, fcntl.F_SETFL, os.O_NONBLOCK)
print(os.get_blocking(write), fcntl.fcntl(read, fcntl.F_GETPIPE_SZ) > 0)
os.write(write, b'12345')
waiting = bytearray(4)
FIONREAD = 0x541B
print(fcntl.ioctl(read, FIONREAD, waiting), struct.unpack('i', waiting), struct.unpack('i', fcntl.ioctl(read, FIONREAD, bytes(4))))
with open(__file__) as file:
    print(fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB), fcntl.flock(file, fcntl.LOCK_UN), fcntl.lockf(file, fcntl.LOCK_SH), fcntl.lockf(file, fcntl.LOCK_UN))
    lock = struct.pack('hhqqi', fcntl.F_RDLCK, 0, 0, 0, 0)
    print(struct.unpack('hhqqi', fcntl.fcntl(file, fcntl.F_GETLK, lock))[0] == fcntl.F_UNLCK)
for call in (lambda: fcntl.fcntl('a', 1), lambda: fcntl.fcntl(-1, 1), lambda: fcntl.fcntl(9999, 1), lambda: fcntl.fcntl(read, 1, b'x' * 2000),
             lambda: fcntl.fcntl(read, 1, 1.5), lambda: fcntl.lockf(read, 0)):
    try:
        print(call())
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
