import zlib


def attempt(make):
    try:
        print(make())
    except (zlib.error, ValueError, TypeError) as error:
        print(type(error).__name__, error)


good = bytes.fromhex("789c4b4c4a0600024d0127")
for data in [
    b"", good, good[:-1], good + b"more", good[:-1] + b"\0", b"\x78\x9d", b"\x88\x1c", b"\x78\x9c\x07", b"\x78\x9c\x01\x01\x00\x01\x00",
    b"\x78\xbb\0\0\0\x01" + good[2:], b"\x1f\x8b\x08\x00", b"\x78\x9c\xed\xff\xff\xff\xff\xff\xff\xff",
]:
    for wbits in (15, -15, 31, 47):
        attempt(lambda: zlib.decompress(data, wbits))
attempt(lambda: zlib.decompress(good, 100))
attempt(lambda: zlib.decompressobj(100))
attempt(lambda: zlib.compress(b"", 10))
attempt(lambda: zlib.compressobj(memLevel=0))
attempt(lambda: zlib.compressobj(zdict="text"))
attempt(lambda: zlib.decompressobj().decompress(good, -1))
attempt(lambda: zlib.compress("text"))
c = zlib.compressobj()
c.flush()
attempt(lambda: c.compress(b"a"))
attempt(c.flush)
attempt(c.copy)
