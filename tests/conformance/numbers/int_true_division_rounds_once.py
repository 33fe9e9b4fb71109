# big / big is the nearest float, though neither operand is one


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (10**400 / 10**390))
show(lambda: (10**400 / 3))
show(lambda: (3 / 10**400))
show(lambda: ((2**53 + 1) / 1))
show(lambda: ((2**64 + 1) / 3))
show(lambda: (10**23 / 1))
show(lambda: (-10**20 / 7))
show(lambda: ((2**1075) / (2**1074)))
show(lambda: (1 / (2**1074)))
show(lambda: (0 / 5))
