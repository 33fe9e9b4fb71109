# translate and maketrans


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('abc'.translate({97: 'X', 98: None, 99: 100}), 'abc'.translate({}), 'abc'.translate(str.maketrans('ab', 'ba', 'c'))))
show(lambda: (str.maketrans({'a': 1, 98: 'x', 'c': None}), str.maketrans('\U0001f600', 'x'), 'aab'.translate(['x'] * 98)))
show(lambda: ('abc'.translate({97: '\U0001f600'}), '\U0001f600'.translate({0x1f600: 'ok'})))
show(lambda: (str.maketrans('ab', 'c')))
show(lambda: (str.maketrans('a', 1)))
show(lambda: (str.maketrans(1)))
show(lambda: (str.maketrans({'ab': 1})))
show(lambda: (str.maketrans({1.5: 1})))
show(lambda: ('a'.translate({97: 1.5})))
show(lambda: ('a'.translate({97: 0x110000})))
show(lambda: ('a'.translate(1)))
