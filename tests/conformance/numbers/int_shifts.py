# shifts never lose bits to the left, and floor to the right


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (1 << 100))
show(lambda: (-1 << 64))
show(lambda: (5 >> 1))
show(lambda: (-5 >> 1))
show(lambda: (-1 >> 1000))
show(lambda: ((1 << 100) >> 98))
show(lambda: (1 >> 10**30))
show(lambda: (-1 >> 10**30))
show(lambda: (0 << 10**30))
show(lambda: (1 << -1))
show(lambda: (1 >> -1))
