def gen():
    try:
        yield 1
    finally:
        return "swallowed"


g = gen()
next(g)
print(g.close())
g = gen()
next(g)
try:
    g.throw(KeyError("lost"))
except StopIteration as stop:
    print(stop.value, repr(stop.__context__))
