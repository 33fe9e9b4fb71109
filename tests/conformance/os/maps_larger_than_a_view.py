# expectation: memory is counted in 32 bits where .NET shows it as a span
import mmap
import os

descriptor = os.memfd_create("large")
os.ftruncate(descriptor, 3 << 30)
with mmap.mmap(descriptor, 0) as m:
    m[-5:] = b"last\n"
    m.seek(-5, os.SEEK_END)
    print(len(m), m.readline(), m.find(b"last", 0), m.rfind(b"\0", 0), m[(3 << 30) - 4])
    m.move(0, (3 << 30) - 5, 4)
    print(m[:6])
    try:
        memoryview(m)
    except TypeError as error:
        print(error)
