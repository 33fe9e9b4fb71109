# 64 bits are not the end of an int


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (2**63 - 1 + 1))
show(lambda: (-2**63 - 1))
show(lambda: ((2**62) * 2))
show(lambda: (-(-2**63)))
show(lambda: ((-2**63) // -1))
show(lambda: (abs(-2**63)))
show(lambda: (2**31 * 2**31 * 2))
show(lambda: ((2**64) - (2**64) + 5))
show(lambda: (3**40))
show(lambda: ((-3)**41))
