# str() of objects and of bytes


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (str(), str(1), str('a'), str(None), str(b'a'), str(b'a\xc3\xa9', 'utf-8'), str(b'\xff', 'ascii', 'replace'), str(b'a', errors='strict'), str(bytearray(b'x'), 'ascii'), str(object='q')))
show(lambda: (str('a', 'ascii')))
show(lambda: (str(1, 'ascii')))
show(lambda: (str(b'a', 1)))
show(lambda: (str(b'\xff', 'ascii')))
show(lambda: (str(1, 2, 3, 4)))
