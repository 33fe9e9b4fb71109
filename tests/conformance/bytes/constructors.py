# what bytes and bytearray are made of


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (bytes(), bytes(3), bytes([1, 2, 255]), bytes('\xe9', 'utf-8'), bytes('\xe9', 'latin-1'), bytes('a\u20ac', 'ascii', 'replace'), bytes(b'x'), bytes(bytearray(b'y')), bytes(range(3)), bytes(memoryview(b'ab')), bytes(x for x in [65])))
show(lambda: (bytearray(), bytearray(2), bytearray(b'ab'), bytearray([1]), bytearray('a', 'ascii')))
show(lambda: (bytes('a')))
show(lambda: (bytearray('a')))
show(lambda: (bytes(-1)))
show(lambda: (bytes([256])))
show(lambda: (bytes([-1])))
show(lambda: (bytearray([256])))
show(lambda: (bytes(['a'])))
show(lambda: (bytes(1.5)))
show(lambda: (bytearray(1.5)))
show(lambda: (bytes(1, 'a')))
show(lambda: (bytes(5, errors='x')))
show(lambda: (bytes(b'a', 'utf-8')))
show(lambda: (bytes(10**30)))
show(lambda: (bytes(None)))
show(lambda: (bytes('a', 1)))
