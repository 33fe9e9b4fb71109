# Positional-only functions refuse all keywords, others those they do not know.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

show(lambda: [].append(x=1))
show(lambda: [].clear(x=1))
show(lambda: {}.get(key=1))
show(lambda: len(obj=[]))
show(lambda: (1).__add__(x=1))
show(lambda: "".split(x=1))
show(lambda: "".split(" ", sep=" "))
show(lambda: [].sort(x=1))
show(lambda: print(foo=1))
show(lambda: sum([], x=1))
show(lambda: sum([], start=1, x=2))
show(lambda: pow(base=1))
show(lambda: int(foo=1))
show(lambda: list(x=1))
show(lambda: property(foo=1))
