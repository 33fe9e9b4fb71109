# negative exponents give floats, a third argument reduces


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (2**10))
show(lambda: (2**100))
show(lambda: ((-2)**63))
show(lambda: (2**-1))
show(lambda: (0**0))
show(lambda: (0**-1))
show(lambda: (pow(3, 200, 1000007)))
show(lambda: (pow(3, -1, 7)))
show(lambda: (pow(-3, 5, -7)))
show(lambda: (pow(2, 10, 1)))
show(lambda: (pow(2, -1, 4)))
show(lambda: (pow(2, 2, 0)))
show(lambda: (pow(2, 1.0, 3)))
show(lambda: (pow(2, 1, 3.0)))
show(lambda: ((10**400)**-1))
