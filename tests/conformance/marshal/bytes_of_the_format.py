import marshal

for value in None, 1, 2**31, -2**40, 1.5, 1j, "a", "\u00e9", b"ab", (1, 2), [1], {1: 2}, {1}, "x" * 300:
    print(repr(value)[:10], marshal.dumps(value, 2)[:24], marshal.dumps(value, 0)[:24])
for data in (
    b"", b"i", b"?", b"i\x01", b"(\xff\xff\xff\xff", b"[\x01\x00\x00\x00", b"r\x00\x00\x00\x00", b"l\x02\x00\x00\x00\x00\x00\x00\x00",
    b"s\xff\xff\xff\xff", b"0", b"z\x05ab", b"I\xfe\xdc\xba\x98\x76\x54\x32\x10", b"\xa9\x02\xe9\x01\x00\x00\x00r\x01\x00\x00\x00",
):
    try:
        print(data, marshal.loads(data))
    except Exception as error:
        print(data, type(error).__name__, error)
