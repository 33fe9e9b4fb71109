# the fewest digits that read back, and exponents from 1e16 and below 1e-4


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e5))
show(lambda: (1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 1.5e300))
show(lambda: (0.0001, 0.00001, 1.5e-7, 5e-324, 2.2250738585072014e-308))
show(lambda: (1.7976931348623157e308, -0.0, 0.0))
show(lambda: (2.0**-25, 2.0**-958, 2.0**-44, 2.0**70))
show(lambda: (9007199254740993.0, 4.35, 0.5, 1e-10))
show(lambda: (float('inf'), float('-inf'), float('nan')))
show(lambda: (str(1e16), str(1.0), f'{1e16}'))
