# start and end count as in a slice, but an empty text is not found beyond the end


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('hello'.find('l'), 'hello'.rfind('l'), 'hello'.find('x'), 'hello'.find('')))
show(lambda: ('hello'.find('l', 3), 'hello'.find('l', -2), 'hello'.find('l', 0, 2), 'hello'.find('l', None, -1)))
show(lambda: ('abc'.find('', 3), 'abc'.find('', 4), 'abc'.rfind('', 4), 'abc'.find('', 2, 1)))
show(lambda: ('abc'.rfind(''), 'abc'.rfind('', 0, 2), 'abc'.count('', 3), 'abc'.count('', 4)))
show(lambda: ('abc'.index('c'), 'abcabc'.rindex('abc')))
show(lambda: ('abc'.index('x')))
show(lambda: ('abc'.rindex('x')))
show(lambda: ('abc'.find(1)))
show(lambda: ('abc'.find('a', 'b')))
show(lambda: ('abc'.find('a', 10**30), 'abc'.find('a', -10**30)))
