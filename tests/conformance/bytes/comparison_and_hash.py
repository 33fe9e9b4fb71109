# bytes compare with bytes-like objects only


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'a' < b'b', b'a' == bytearray(b'a'), bytearray(b'a') == b'a', b'a' == memoryview(b'a'), b'a' == 'a', b'a' != 'a', b'ab' > b'a', b'\xff' > b'a', bytearray(b'a') <= b'a'))
show(lambda: (hash(b'abc') == hash(b'ab' + b'c'), {b'a': 1}[b'a']))
show(lambda: (b'a' < 'a'))
show(lambda: (hash(bytearray())))
show(lambda: ({bytearray(): 1}))
