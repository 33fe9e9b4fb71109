import os
name = f'/tmp/reading_and_writing_in_the_middle_{os.getpid()}'
fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL)
os.unlink(name)
print(os.pwrite(fd, b"hello", 2), os.pread(fd, 3, 1), os.writev(fd, [b"a", bytearray(b"b")]), os.read(fd, 10))
os.posix_fallocate(fd, 0, 100)
print(os.fstat(fd).st_size)
os.fchmod(fd, 0o640)
print(oct(os.fstat(fd).st_mode))
os.lockf(fd, os.F_LOCK, 0)
os.lockf(fd, os.F_ULOCK, 0)
other = os.memfd_create("copy")
print(os.sendfile(other, fd, 0, 5), os.pread(other, 5, 0))
counter = os.eventfd(3)
os.eventfd_write(counter, 4)
print(os.eventfd_read(counter))
r, w = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
print(os.get_inheritable(r), os.get_blocking(w))
try:
    os.pread(-1, 1, 0)
except OSError as e:
    print(e)
