# hex and fromhex


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'\x00\xab\xff'.hex(), b'\x00\xab\xff'.hex(':'), b'\1\2\3\4\5'.hex('-', 2), b'\1\2\3\4\5'.hex('-', -2), b'\1\2'.hex(b'_'), bytearray(b'a').hex(), b''.hex(':'), b'\1\2'.hex('-', 0)))
show(lambda: (bytes.fromhex('00 ab FF'), bytes.fromhex(''), bytearray.fromhex('0a0b'), bytes.fromhex(' 0a\n0b\t')))
show(lambda: (bytes.fromhex('a')))
show(lambda: (bytes.fromhex('a g')))
show(lambda: (bytes.fromhex('0 1')))
show(lambda: (bytes.fromhex('zz')))
show(lambda: (bytes.fromhex(1)))
show(lambda: (b'a'.hex('xx')))
show(lambda: (b'a'.hex('\xe9')))
