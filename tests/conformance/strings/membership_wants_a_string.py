# in


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('b' in 'abc', '' in 'abc', 'bc' in 'abc', 'x' in '', '\U0001f600' in 'a\U0001f600', 'x' not in 'abc'))
show(lambda: (1 in 'abc'))
show(lambda: (None in 'abc'))
