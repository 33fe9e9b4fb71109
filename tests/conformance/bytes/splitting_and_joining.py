# split, rsplit, splitlines, partition, join


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b' a  b '.split(), b'a,b,,c'.split(b','), b'a,b,c'.split(b',', 1), b'a,b,c'.rsplit(b',', 1), b' a b '.rsplit(None, 1), bytearray(b'a b').split(), b'a\x1cb\xa0c'.split()))
show(lambda: (b'a\nb\r\nc\rd\x0be'.splitlines(), b'a\n\nb'.splitlines(True), b''.splitlines()))
show(lambda: (b'a=b=c'.partition(b'='), b'a=b=c'.rpartition(b'='), bytearray(b'ab').partition(b'x'), b'ab'.rpartition(b'x')))
show(lambda: (b','.join([b'a', bytearray(b'b'), memoryview(b'c')]), bytearray(b'-').join([b'a', b'b']), b''.join([]), b','.join(b'x' for _ in range(2))))
show(lambda: (b','.join(['a'])))
show(lambda: (b','.join([b'a', 1])))
show(lambda: (b','.join(1)))
show(lambda: (b','.join('ab')))
show(lambda: (b'a'.split(b'')))
show(lambda: (b'a'.split(1)))
show(lambda: (b'a'.partition('x')))
