# ints beyond 53 bits


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (float(2**53 + 1), float(2**53 + 3), float(2**54 + 2), float(2**54 + 6)))
show(lambda: (float(2**63 - 1), float(2**64 - 1), float(-(2**63) - 1025)))
show(lambda: (float(10**308), float(2**1024 - 2**970 - 1)))
show(lambda: (float(2**1024 - 2**970)))
show(lambda: (float(10**400)))
show(lambda: (2**1000 + 0.5, 0.5 + 2**1000))
show(lambda: (10**400 + 0.5))
show(lambda: (10**400 * 1.0))
