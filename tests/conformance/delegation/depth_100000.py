# expectation: CPython fails with RecursionError at this depth; here delegation is limited by memory only.
def bottom():
    got = None
    for i in range(4):
        got = yield i, got
    return "bottom"

def link(inner):
    return (yield from inner)

g = bottom()
for _ in range(100_000):
    g = link(g)
print(next(g), g.send("a"), g.send("b"), g.send("c"))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
