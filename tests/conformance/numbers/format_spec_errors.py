# what a type does not know is named


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (format(1, 's')))
show(lambda: (format(1, 'y')))
show(lambda: (format(1.5, 'd')))
show(lambda: (format(1.5, 'x')))
show(lambda: (format(True, 's')))
show(lambda: (format(1, '.2')))
show(lambda: (format(1, '.2d')))
show(lambda: (format(1, '.')))
show(lambda: (format(1, '5xx')))
show(lambda: (format(1, ',_')))
show(lambda: (format(1, '_,')))
show(lambda: (format(1, ',x')))
show(lambda: (format(1, ',n')))
show(lambda: (format(1, '+c')))
show(lambda: (format(1, '#c')))
show(lambda: (format(-1, 'c')))
show(lambda: (format(0x110000, 'c')))
show(lambda: (format(1, 'z')))
show(lambda: (format(1, '\u20ac')))
show(lambda: (format(1, '99999999999999999999')))
show(lambda: (format(10**400, 'f')))
show(lambda: ((1).__format__(5)))
