# a real part of plus zero is left out


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (1j, -1j, 1 + 2j, 1 - 2j, 0j, -0j))
show(lambda: (complex(0, -1), complex(-0.0, 1), complex(-0.0, -0.0)))
show(lambda: (complex(1.5, -2.5), complex(1e16, 1e-5), complex(1e300, 0.1)))
show(lambda: (complex('nan'), complex('inf'), complex(0, float('inf')), complex(float('nan'), float('-inf'))))
show(lambda: (str(1 + 0j), f'{1 + 2j}'))
show(lambda: ((1 + 2j).real, (1 + 2j).imag, (1 + 2j).conjugate()))
