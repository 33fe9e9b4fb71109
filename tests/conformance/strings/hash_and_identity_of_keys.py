# equal strings are one key, however they were made


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (hash('abc') == hash('ab' + 'c'), {'a' + 'b': 1}['ab'], hash('') == hash(''), len({'x', 'X'.lower(), 'wxy'[1]}), hash('a') == hash(b'a') or True))
show(lambda: ('abc'.__hash__() == hash('abc'), 'x'.__eq__('x'), 'x'.__eq__(1), 'x'.__lt__(1), 'a'.__len__(), 'a'.__contains__('a'), 'abc'.__getnewargs__()))
