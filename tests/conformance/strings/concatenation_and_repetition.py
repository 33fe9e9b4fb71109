# + and * and their complaints


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('a' + 'b', 'ab' * 3, 3 * 'ab', 'ab' * 0, 'ab' * -1, 'a' * True, '' * 1000, 'a' * 3))
show(lambda: ('a' + 1))
show(lambda: (1 + 'a'))
show(lambda: ('a' + None))
show(lambda: ('a' * 1.5))
show(lambda: (1.5 * 'a'))
show(lambda: ('a' * 'b'))
show(lambda: ('a' * 10**30))
show(lambda: ('a' + b'b'))
