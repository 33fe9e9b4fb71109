# what a float stands for exactly


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: ((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-1e20).as_integer_ratio(), (5e-324).as_integer_ratio()[0]))
show(lambda: ((0.0).as_integer_ratio()))
show(lambda: (float('inf').as_integer_ratio()))
show(lambda: (float('nan').as_integer_ratio()))
show(lambda: (int(1e20), int(-1.9), int(1e300) % 1000))
show(lambda: (int(float('inf'))))
show(lambda: (int(float('nan'))))
show(lambda: ((2.0).is_integer(), (2.5).is_integer(), float('inf').is_integer()))
show(lambda: ((2.5).__floor__(), (-2.5).__floor__(), (2.5).__ceil__(), (-2.5).__ceil__(), (-2.5).__trunc__()))
show(lambda: ((2.5).real, (2.5).imag, (2.5).conjugate()))
