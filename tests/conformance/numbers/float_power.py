# complex for roots of negative numbers, errors for what is not finite


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (2.0**0.5, 2**0.5, 4**-0.5))
show(lambda: ((-8)**(1/3)))
show(lambda: ((-8.0)**2, (-8.0)**3, (-2.0)**-1))
show(lambda: (0.0**0, 0.0**-1))
show(lambda: (0.0**float('-inf')))
show(lambda: (1e300**2))
show(lambda: (10.0**-400))
show(lambda: (1.0**float('nan'), float('nan')**0))
show(lambda: (float('inf')**-1, float('-inf')**3, 2.0**float('inf'), 0.5**float('inf')))
show(lambda: (pow(2.0, 1, 3)))
