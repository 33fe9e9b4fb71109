# separators keep empty parts


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('a,b,,c'.split(','), ''.split(','), ','.split(','), 'a--b--'.split('--')))
show(lambda: ('a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), 'a,b,c'.split(sep=',', maxsplit=0), 'aaa'.split('aa'), 'aaa'.rsplit('aa')))
show(lambda: ('a'.split('')))
show(lambda: ('a'.split(1)))
show(lambda: ('a'.split(None, 'x')))
show(lambda: ('a'.rsplit('')))
