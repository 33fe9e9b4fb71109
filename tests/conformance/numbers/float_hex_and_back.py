# hex() loses nothing


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: ((1.5).hex(), (0.1).hex(), (-0.0).hex(), (5e-324).hex(), (1e308).hex()))
show(lambda: (float('inf').hex(), float('nan').hex()))
show(lambda: (float.fromhex('0x1.8p1'), float.fromhex('1.8'), float.fromhex('-0x.8p-1'), float.fromhex(' 0xA ')))
show(lambda: (float.fromhex('inf'), float.fromhex('-Infinity'), float.fromhex('nan')))
show(lambda: (float.fromhex('0x1p-1074'), float.fromhex('0x1p-1075'), float.fromhex('0x1.8p-1075')))
show(lambda: (float.fromhex('0x1.00000000000008p0'), float.fromhex('0x1.000000000000081p0')))
show(lambda: (float.fromhex((0.1).hex()) == 0.1))
show(lambda: (float.fromhex('x')))
show(lambda: (float.fromhex('0x')))
show(lambda: (float.fromhex('0x1p')))
show(lambda: (float.fromhex('0x1p5000')))
