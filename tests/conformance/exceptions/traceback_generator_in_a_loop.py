def g():
    yield 1
    raise ValueError
for x in g():
    print(x)
