import mmap
import os

descriptor = os.memfd_create("map")
empty = os.memfd_create("empty")
os.write(descriptor, b"abc" * 10)


def refused(function, *arguments, **keywords):
    try:
        print(repr(function(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


refused(mmap.mmap, empty, 0)
refused(mmap.mmap, descriptor, 31)
refused(mmap.mmap, descriptor, 0, offset=4096)
refused(mmap.mmap, descriptor, 0, offset=1)
refused(mmap.mmap, descriptor, -1)
refused(mmap.mmap, descriptor, 1, offset=-1)
refused(mmap.mmap, descriptor, 1, access=9)
refused(mmap.mmap, descriptor, 1, prot=mmap.PROT_READ, access=mmap.ACCESS_READ)
refused(mmap.mmap, -2, 10)
refused(mmap.mmap, "file", 10)

m = mmap.mmap(descriptor, 0)
for key in (30, -31, "a", 1.5):
    refused(m.__getitem__, key)
for key, value in ((30, 1), (0, 256), (0, -1), (0, b"a"), ("a", 1), (slice(0, 2), b"abc"), (slice(0, 2), "ab"), (slice(0, 2), 5)):
    refused(m.__setitem__, key, value)
refused(m.__delitem__, 0)
refused(m.__delitem__, slice(0, 2))
refused(m.read, "a")
refused(m.write, "text")
refused(m.write_byte, 256)
refused(m.write_byte, b"a")
refused(m.seek, -1)
refused(m.seek, 31)
refused(m.seek, 0, 5)
m.seek(0, 2)
refused(m.read_byte)
refused(m.write_byte, 1)
refused(m.write, b"a")
refused(m.move, 0, 20, 11)
refused(m.flush, -1, 5)
refused(m.flush, 1, 5)
refused(m.flush, 0, 31)
refused(m.madvise, mmap.MADV_NORMAL, 30)
refused(m.madvise, mmap.MADV_NORMAL, 0, -1)
refused(m.resize, -1)
refused(m.find, "a")
refused(lambda: m + m)

readonly = mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
refused(readonly.__setitem__, 0, 1)
refused(readonly.write, b"a")
refused(readonly.write_byte, 1)
refused(readonly.move, 0, 1, 1)
refused(readonly.resize, 10)
refused(mmap.mmap(descriptor, 0, access=mmap.ACCESS_COPY).resize, 10)
refused(mmap.mmap(-1, 10).size)


class Closes:
    """Closes the map while it is asked for a number."""

    def __index__(self):
        m.close()
        return 1


for use in (lambda: m[Closes()], lambda: m[Closes():3], lambda: m.read(Closes()), lambda: m.__setitem__(Closes(), 1),
            lambda: m.find(b"a", Closes()), lambda: m.move(0, 1, Closes()), lambda: m.write_byte(Closes())):
    m = mmap.mmap(descriptor, 0)
    refused(use)
for name in ("read", "read_byte", "readline", "tell", "size", "flush", "__enter__", "__len__"):
    refused(getattr(m, name))
