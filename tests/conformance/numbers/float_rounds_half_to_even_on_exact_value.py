# round() rounds the number that is there, not its text


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5)))
show(lambda: (round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2)))
show(lambda: (round(1234.5678, 2), round(1234.5678, -2), round(1234.5678, 0)))
show(lambda: (round(1e22, 2), round(1.5, 400), round(1.5, -400), round(-1.5, -400)))
show(lambda: (round(5e-324, 323), round(1e300, -299)))
show(lambda: (round(1e16 + 2, -1), type(round(1e300))))
show(lambda: (round(float('inf'), 1), round(float('nan'), 1)))
show(lambda: (round(float('inf'))))
show(lambda: (round(float('nan'))))
show(lambda: (round(1.7e308, -308)))
show(lambda: (round(1.5, 'a')))
show(lambda: (round(2.5, None)))
