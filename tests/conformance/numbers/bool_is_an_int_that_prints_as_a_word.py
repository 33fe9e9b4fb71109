# arithmetic gives ints, logic on two bools gives a bool


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (True + True, True * 5, -True, ~True, True / 2))
show(lambda: (True & True, True | False, True ^ True))
show(lambda: (True & 1, 1 | False, True ^ 3))
show(lambda: (bool(), bool(0), bool(0.0), bool(''), bool([0]), bool(None), bool(0j)))
show(lambda: (str(True), repr(False), f'{True}', f'{True:d}', f'{True:5}', '%d' % True))
show(lambda: (isinstance(True, int), issubclass(bool, int), type(True + 0)))
show(lambda: (True == 1, True is (1 == 1), hash(True), int(True)))
show(lambda: ((True).real, True.bit_length(), True.as_integer_ratio()))
show(lambda: ([10, 20][True]))
show(lambda: (sum([True, True, False])))
show(lambda: (bool(1, 2)))
show(lambda: (bool(x=1)))
show(lambda: (int.__new__(bool, 5)))
