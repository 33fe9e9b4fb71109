# round() of an int with negative digits


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (round(15, -1), round(25, -1), round(35, -1)))
show(lambda: (round(-15, -1), round(-25, -1)))
show(lambda: (round(14, -1), round(16, -1)))
show(lambda: (round(5, -1), round(6, -1)))
show(lambda: (round(12345, -2), round(12355, -1)))
show(lambda: (round(12345, -10)))
show(lambda: (round(10**30 + 5 * 10**9, -10)))
show(lambda: (round(5), round(5, 3), round(5, None)))
show(lambda: (round(True), round(5, 1.5)))
