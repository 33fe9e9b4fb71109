# an empty text is found between all characters


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), 'a\U0001f600'.replace('', '.')))
show(lambda: ('aaaa'.replace('a', 'b', 2), 'aaaa'.replace('aa', 'b'), 'aaaa'.replace('x', 'y'), 'abc'.replace('b', ''), 'abc'.replace('a', 'z', 0)))
show(lambda: ('abab'.replace('ab', 'xyz', -1), 'abab'.replace('ab', 'x', 1)))
show(lambda: ('a'.replace(1, 'b')))
show(lambda: ('a'.replace('a')))
