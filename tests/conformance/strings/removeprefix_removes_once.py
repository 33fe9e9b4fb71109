# removeprefix and removesuffix


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('aab'.removeprefix('a'), 'aab'.removeprefix('b'), 'abb'.removesuffix('b'), 'abb'.removesuffix('a'), 'abc'.removesuffix('')))
show(lambda: ('abc'.removeprefix('abc')))
show(lambda: ('a'.removeprefix(1)))
show(lambda: ('a'.removesuffix(b'a')))
