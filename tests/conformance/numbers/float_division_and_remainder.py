# the remainder has the divisor's sign, zero included


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (7.5 // 2, -7.5 // 2, 7.5 // -2))
show(lambda: (7.5 % 2, -7.5 % 2, 7.5 % -2))
show(lambda: (-0.0 % 5, 0.0 % -5, 0.0 // -5))
show(lambda: (-1e-20 % 5))
show(lambda: (5 % float('inf'), -5 % float('inf'), 5 // float('inf'), -5 // float('inf')))
show(lambda: (float('inf') % 5, float('inf') // 5))
show(lambda: (divmod(-7.5, 2), divmod(7, -2.5), divmod(1e300, 1e-300)))
show(lambda: (0.3 // 0.1, 0.3 % 0.1))
show(lambda: (1.0 / 0))
show(lambda: (1.0 // 0))
show(lambda: (1.0 % 0))
show(lambda: (divmod(1.0, 0)))
show(lambda: (1 / 0.0))
