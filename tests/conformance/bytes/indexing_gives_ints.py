# items are ints, slices are bytes


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1], bytearray(b'abc')[::2], list(b'ab'), [x for x in bytearray(b'ab')], len(b'abc'), tuple(reversed(b'ab'))))
show(lambda: (b'a'[1]))
show(lambda: (bytearray(b'a')[1]))
show(lambda: (b'a'.__getitem__('x')))
show(lambda: (bytearray(b'a').__getitem__('x')))
show(lambda: (b'a'[::0]))
show(lambda: (97 in b'abc', b'bc' in b'abc', b'' in b'abc', bytearray(b'b') in b'abc', 1 in b'abc'))
show(lambda: (300 in b'abc'))
show(lambda: ('a' in b'abc'))
show(lambda: (type(iter(b'')).__name__, type(iter(bytearray())).__name__))
