import zlib

text = b"".join(b"line %d of a text that repeats itself\n" % (i * i % 97) for i in range(3000))
for data in [b"", b"a", b"abcabcabcabc", text, bytes(i * 7919 % 251 for i in range(70000)), b"z" * 200000]:
    sizes = []
    for level in range(-1, 10):
        for wbits in (15, 9, -15, -9, 31):
            packed = zlib.compress(data, level, wbits)
            assert zlib.decompress(packed, wbits) == data, (level, wbits)
            assert level == 0 or len(packed) < len(data) + 40
    for strategy in range(5):
        c = zlib.compressobj(strategy=strategy, zdict=b"a text that repeats")
        packed = c.compress(data) + c.flush(zlib.Z_SYNC_FLUSH) + c.compress(data) + c.flush(zlib.Z_FULL_FLUSH) + c.flush()
        d = zlib.decompressobj(zdict=b"a text that repeats")
        assert d.decompress(packed) == data * 2 and d.eof
    print(len(data), zlib.crc32(data), zlib.adler32(data))
print(len(zlib.compress(text)) < len(text) / 10, zlib.compress(b"abc"), zlib.compress(b"", 0), zlib.compress(b"", wbits=31))
