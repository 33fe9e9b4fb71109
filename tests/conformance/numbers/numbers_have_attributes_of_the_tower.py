# real, imag, numerator, denominator, __index__ and so on


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: ((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate()))
show(lambda: ((5).__index__(), (5).__int__(), (5).__float__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__()))
show(lambda: ((5).as_integer_ratio(), (5).__getnewargs__(), (1.5).__getnewargs__(), (1j).__getnewargs__()))
show(lambda: ((5).__bool__(), (0.0).__bool__(), (1j).__bool__()))
show(lambda: ((5).__add__('a'), (5).__add__(1.0), (1.0).__add__(5), (5).__radd__(1), (1j).__eq__('a')))
show(lambda: ((5).__divmod__(3), (5).__rdivmod__(13), (2).__pow__(3), (2).__rpow__(3), (2).__pow__(3, 5)))
show(lambda: ((1.5).__eq__(1), (1.5).__lt__(10**400), (1).__lt__(1.5)))
show(lambda: (float.__getformat__('double') in ('IEEE, little-endian', 'IEEE, big-endian')))
show(lambda: ((0).__sizeof__(), (2**30).__sizeof__(), (1.5).__sizeof__(), (2**100).__sizeof__()))
