# how bytes show


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'abc', b'', b'\x00\x7f\x80\xff', b'\t\n\r\\', b"a'b", b'a"b', b'a\'"b', str(b'x'), repr(bytearray(b"a'")), bytearray(), bytes(3), b'\0', rb'\n'))
