# // rounds down and % has the sign of the divisor


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (7 // 2))
show(lambda: (-7 // 2))
show(lambda: (7 // -2))
show(lambda: (-7 // -2))
show(lambda: (7 % 3))
show(lambda: (-7 % 3))
show(lambda: (7 % -3))
show(lambda: (-7 % -3))
show(lambda: (divmod(-7, 3)))
show(lambda: (divmod(7, -3)))
show(lambda: (divmod(-10**30, 7)))
show(lambda: (10**30 // -7))
show(lambda: (-10**30 % 10**29))
show(lambda: (0 // -5))
