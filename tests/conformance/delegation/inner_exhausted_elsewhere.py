def inner():
    yield 1
    yield 2
    return "r"
shared = inner()
def outer():
    print("value", (yield from shared))
    yield "after"
g = outer()
print(next(g))
print(next(shared))
print(next(g))
h = outer()
print(next(h))
