def g():
    x = yield
    y = (yield x) or "nothing sent"
    z = [(yield y), (yield "second")]
    yield z
    yield 1, 2
    yield *z, 3
    return (yield "last")
gen = g()
print(next(gen), gen.send("x"), gen.send(None), gen.send("a"), gen.send("b"), next(gen), next(gen), next(gen))
try:
    gen.send("r")
except StopIteration as stop:
    print(stop.value)
print(list((lambda: (yield 5))()))
