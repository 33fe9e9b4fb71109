import mmap
import os

descriptor = os.memfd_create("map")
os.write(descriptor, b"one\ntwo\nthree\n")
m = mmap.mmap(descriptor, 0)
print(m, len(m), m.size(), m.closed)

# A file, with a position ...
print(m.read(2), m.readline(), m.tell(), m.read_byte(), m.readline(), m.read(), m.read(), m.readline())
print(m.seek(-6, os.SEEK_END), m.readline())
m.seek(4)
print(m.write(b"TWO"), m.write_byte(33), m.tell())

# ... and a sequence of bytes.
print(m[0], m[-1], m[:4], m[::5], m[3:1], m[2:-2][-3:])
m[0] = 79
m[1:3] = b"NE"
m[8:13:2] = b"ABC"
print(os.pread(descriptor, 100, 0))
print(m.find(b"T"), m.find(b"T", 0), m.find(b"T", 5), m.rfind(b"N", -20, 3), m.rfind(b"\n"), m.find(b""))
m.move(0, 8, 5)
print(m[:], m.flush(), m.flush(0, 5), m.madvise(mmap.MADV_SEQUENTIAL))
print(list(m)[:2], 65 in m, b"A" in m)
m.resize(20)
print(len(m), m[12:], os.fstat(descriptor).st_size)
with memoryview(m) as view:
    view[0] = 97
    print(view.nbytes, view.readonly, m[0])
    for change in (m.close, lambda: m.resize(10)):
        try:
            change()
        except BufferError as error:
            print(error)
m.close()
print(m, m.closed, m.close())

# A private map keeps its changes to itself.
with mmap.mmap(descriptor, 5, access=mmap.ACCESS_COPY) as private:
    private[:] = b"-----"
    print(private[:], private)
print(os.pread(descriptor, 5, 0))
anonymous = mmap.mmap(-1, 10, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
anonymous.write(b"memory")
print(anonymous[:7], anonymous)


class Named(mmap.mmap):
    pass


named = Named(-1, 3)
named.name = "n"
print(named, named.name)
