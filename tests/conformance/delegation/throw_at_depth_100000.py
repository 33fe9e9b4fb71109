# expectation: CPython fails with RecursionError at this depth; here throw() goes straight to the innermost frame.
def bottom():
    try:
        yield 1
    except ValueError as error:
        print("caught", error)
        yield 2
    raise KeyError("out")

def link(inner):
    yield from inner

g = bottom()
for _ in range(100_000):
    g = link(g)
print(next(g), g.throw(ValueError("in")))
try:
    next(g)
except KeyError as error:
    print("through all levels:", error)
