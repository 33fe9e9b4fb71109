# the left operand says which class comes out


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'a' + b'b', b'a' + bytearray(b'b'), bytearray(b'a') + b'b', b'a' + memoryview(b'b'), b'ab' * 2, 2 * bytearray(b'x'), b'a' * 0, b'a' * -1))
show(lambda: (b'a' + 'b'))
show(lambda: (b'a' + 1))
show(lambda: (bytearray(b'a') + 'b'))
show(lambda: (b'a' * 'x'))
show(lambda: (b'a' * 1.5))
show(lambda: ('a' + b'b'))
