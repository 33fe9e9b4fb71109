# int() reads digits of all scripts, underscores and prefixes


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (int(' 12\n')))
show(lambda: (int('-0012')))
show(lambda: (int('+7')))
show(lambda: (int('1_000')))
show(lambda: (int('\u0661\u0662\u0663')))
show(lambda: (int('0x1f', 16)))
show(lambda: (int('1f', 16)))
show(lambda: (int('0b101', 0)))
show(lambda: (int('0o17', 0)))
show(lambda: (int('z', 36)))
show(lambda: (int('00', 0)))
show(lambda: (int('010', 0)))
show(lambda: (int('0x_f', 16)))
show(lambda: (int(b'42')))
show(lambda: (int(bytearray(b'42'))))
show(lambda: (int()))
show(lambda: (int('5', base=10)))
