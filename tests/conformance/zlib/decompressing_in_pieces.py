import zlib

# Made by CPython's zlib from b"abc" * 20 + bytes(range(60)) with a dynamic, a fixed and a stored block.
data = b"abc" * 20 + bytes(range(60))
packed = bytes.fromhex("789c4a4c4a4e4ca21a0600000000ffff") + b"\x01\x3c\x00\xc3\xff" + bytes(range(60))
packed += zlib.adler32(data).to_bytes(4, "big")
for step in (1, 2, 3, 10, 1000):
    d = zlib.decompressobj()
    whole = b"".join(d.decompress((packed + b"rest")[i:i + step]) for i in range(0, len(packed) + 4, step))
    print(step, whole == data, d.eof, d.unused_data, d.unconsumed_tail)
d = zlib.decompressobj()
whole, left = b"", packed
while not d.eof:
    whole += d.decompress(left, 7)
    left = d.unconsumed_tail
print(whole == data, left)
d = zlib.decompressobj()
first = d.decompress(packed, 50)
twin = d.copy()
print(len(first), first + d.flush() == data, first + twin.decompress(twin.unconsumed_tail) == data, d.eof, twin.eof)
