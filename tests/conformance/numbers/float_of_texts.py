# float() reads names, underscores and digits of all scripts


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (float('1.5'), float(' -1e3 '), float('.5'), float('5.'), float('1_0.2_5')))
show(lambda: (float('inf'), float('-Infinity'), float('nan'), float('+INF')))
show(lambda: (float('1e400'), float('-1e400'), float('1e-400')))
show(lambda: (float('\u0661.\u0662')))
show(lambda: (float(b'2.5'), float(), float(3), float(True)))
show(lambda: (float('x')))
show(lambda: (float('')))
show(lambda: (float('1e')))
show(lambda: (float('1__0')))
show(lambda: (float('_1')))
show(lambda: (float('1._5')))
show(lambda: (float('0x10')))
show(lambda: (float('1 2')))
show(lambda: (float('infinit')))
show(lambda: (float(b'x')))
show(lambda: (float(None)))
show(lambda: (float([])))
show(lambda: (float(1j)))
show(lambda: (float(10**400)))
