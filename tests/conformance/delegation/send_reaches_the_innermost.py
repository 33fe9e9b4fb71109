def inner():
    got = []
    while len(got) < 3:
        got.append((yield len(got)))
    return got
def middle():
    return (yield from inner())
def outer():
    print("outer has", (yield from middle()))
    yield "end"
g = outer()
print(next(g), g.send("a"), g.send("b"), g.send("c"))
