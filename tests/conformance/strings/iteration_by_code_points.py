# str_iterator


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (list('a\U0001f600b'), list(''), tuple('abc'), [c for c in 'h\xe9'], set('aa') == {'a'}))
show(lambda: (type(iter('')).__name__, iter('abc').__length_hint__(), next(iter('xyz'))))
show(lambda: (next(iter(''))))
show(lambda: (list(reversed('a\U0001f600b')), list(enumerate('ab')), dict(zip('ab', 'cd'))))
