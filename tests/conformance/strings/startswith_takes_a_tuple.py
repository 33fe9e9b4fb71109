# one of several prefixes


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('hello'.startswith('he'), 'hello'.startswith(('x', 'he')), 'hello'.startswith(())))
show(lambda: ('hello'.startswith('llo', 2), 'hello'.startswith('', 5), 'hello'.startswith('', 6), 'hello'.startswith('', 3, 2)))
show(lambda: ('hello'.endswith('lo'), 'hello'.endswith(('x', 'lo')), 'hello'.endswith('hel', 0, 3), 'hello'.endswith('', 6)))
show(lambda: ('hello'.startswith(1)))
show(lambda: ('hello'.startswith(('x', 1))))
show(lambda: ('hello'.endswith(['x'])))
