# numbers of all types mix


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: ((1 + 2j) + (3 - 4j), (1 + 2j) - 1, 2 * (1 + 2j), (1 + 2j) * (3 - 4j)))
show(lambda: ((1 + 2j) / (3 - 4j), 1 / (1 + 1j), (1 + 2j) / 2))
show(lambda: ((1 + 2j)**2, (1 + 2j)**-2, (1 + 2j)**0, 2**(1j), (1 + 2j)**2.5, 1j**1j))
show(lambda: (-(1 + 2j), +(1 + 2j), abs(3 + 4j), abs(-5j)))
show(lambda: (1j == 1j, 1 + 0j == 1, 1j != 2, 1j == 'a'))
show(lambda: (bool(0j), bool(1j)))
show(lambda: (1j / 0))
show(lambda: (0j**-1))
show(lambda: (0j**1j))
show(lambda: (1e200j**2))
show(lambda: (pow(1j, 2, 3)))
show(lambda: (1j < 2))
show(lambda: (1j % 2))
show(lambda: (1j // 2))
show(lambda: (divmod(1j, 2)))
show(lambda: (int(1j)))
show(lambda: (abs(complex(1e308, 1e308)) > 1e308))
show(lambda: (abs(complex(1.7e308, 1.7e308))))
