from _pickle import PickleBuffer

room = bytearray(range(12))
buffer = PickleBuffer(memoryview(room).cast("B", [3, 4]))
whole, raw = memoryview(buffer), buffer.raw()
print(whole.shape, whole.readonly, raw.shape, raw.format, bytes(buffer) == bytes(room))
raw[0] = 99
print(room[0], PickleBuffer(b"ab").raw().readonly, b"".join([PickleBuffer(b"cd")]), bytes(PickleBuffer(buffer))[:2])
buffer.release()
buffer.release()
for act in (buffer.raw, lambda: memoryview(buffer), lambda: PickleBuffer(1), lambda: PickleBuffer(memoryview(b"abcd")[::2]).raw(),
            lambda: type("Sub", (PickleBuffer,), {})):
    try:
        act()
    except (BufferError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
