# find, index, count, startswith, replace


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'hello'.find(b'l'), b'hello'.find(108), b'hello'.rfind(b'l'), b'hello'.find(b'x'), b'hello'.find(b'l', 3), b'hello'.find(b'', 9), b'hello'.index(b'o'), b'hello'.count(b'l'), b'hello'.count(108), b'aaa'.count(b''), b'hello'.rindex(101)))
show(lambda: (b'hello'.startswith(b'he'), b'hello'.startswith((b'x', b'he')), b'hello'.endswith(bytearray(b'lo')), b'hello'.startswith(b'l', 2)))
show(lambda: (b'aXbX'.replace(b'X', b'--'), b'abc'.replace(b'', b'-'), b'aaa'.replace(b'a', b'b', 2), bytearray(b'abc').replace(b'b', b'')))
show(lambda: (b'a'.index(b'b')))
show(lambda: (bytearray(b'a').rindex(b'b')))
show(lambda: (b'a'.find('a')))
show(lambda: (b'a'.find(300)))
show(lambda: (b'a'.startswith('a')))
show(lambda: (b'a'.startswith(('a',))))
show(lambda: (b'a'.replace('a', 'b')))
