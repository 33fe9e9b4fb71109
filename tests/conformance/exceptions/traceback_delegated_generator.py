def g():
    yield from h()
def h():
    yield 1
    yield undefined
list(g())
