# two's complement in bytes of either order


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: ((5).to_bytes()))
show(lambda: ((1000).to_bytes(2, 'big')))
show(lambda: ((1000).to_bytes(2, 'little')))
show(lambda: ((1000).to_bytes(4, byteorder='little')))
show(lambda: ((-2).to_bytes(2, 'big', signed=True)))
show(lambda: ((128).to_bytes(1, 'big', signed=True)))
show(lambda: ((0).to_bytes(0, 'big')))
show(lambda: ((2**70).to_bytes(9, 'little')))
show(lambda: ((256).to_bytes(1, 'big')))
show(lambda: ((-1).to_bytes(1, 'big')))
show(lambda: ((1).to_bytes(-1, 'big')))
show(lambda: ((1).to_bytes(1, 'middle')))
show(lambda: (int.from_bytes(b'\x01\x00', 'big')))
show(lambda: (int.from_bytes(b'\x01\x00', 'little')))
show(lambda: (int.from_bytes(b'\xff\xfe', 'big', signed=True)))
show(lambda: (int.from_bytes([1, 2, 3], 'big')))
show(lambda: (int.from_bytes(b'', 'big')))
show(lambda: (int.from_bytes('ab', 'big')))
show(lambda: (bool.from_bytes(b'\x02', 'big')))
