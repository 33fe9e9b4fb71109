def gen():
    yield 1
    yield 2


def descend():
    try:
        return descend()
    except RecursionError:
        try:
            return next(g)
        except RecursionError:
            return "no room"


g = gen()
print(next(g))
descend()
print(list(g), g.gi_frame)
