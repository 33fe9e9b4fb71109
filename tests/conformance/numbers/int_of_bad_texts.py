# what is no int says so, with base and text


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (int('x')))
show(lambda: (int('')))
show(lambda: (int(' ')))
show(lambda: (int('1__0')))
show(lambda: (int('_1')))
show(lambda: (int('1_')))
show(lambda: (int('1 2')))
show(lambda: (int('0x10')))
show(lambda: (int('9', 8)))
show(lambda: (int('1.5')))
show(lambda: (int(b'x')))
show(lambda: (int('\xe9')))
show(lambda: (int('1', 1)))
show(lambda: (int('1', 37)))
show(lambda: (int('1', 10**30)))
show(lambda: (int(1, 10)))
show(lambda: (int(base=10)))
show(lambda: (int([])))
show(lambda: (int(None)))
show(lambda: (int(1j)))
show(lambda: (int(x=1)))
