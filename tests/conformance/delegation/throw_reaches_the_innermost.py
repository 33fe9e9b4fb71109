def inner():
    try:
        yield 1
    except ValueError as error:
        print("inner caught", error)
        yield "handled"
    return "inner value"
def outer():
    try:
        print("result", (yield from inner()))
    except KeyError as error:
        print("outer caught", error)
        yield "outer handled"
g = outer()
next(g)
print(g.throw(ValueError("v")))
print(g.throw(KeyError("k")))
print(list(g))
g = outer()
next(g)
try:
    g.throw(IndexError("passes both"))
except IndexError as error:
    print(error)
