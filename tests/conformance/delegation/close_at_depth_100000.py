# expectation: CPython fails with RecursionError at this depth; here close() walks the chain without recursion.
def bottom():
    try:
        yield 1
    finally:
        print("bottom closed")

closed = 0
def link(inner):
    global closed
    try:
        yield from inner
    finally:
        closed += 1

g = bottom()
for _ in range(100_000):
    g = link(g)
print(next(g))
g.close()
print(closed)
