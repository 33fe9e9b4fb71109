def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner exits")
        raise
def outer():
    try:
        yield from inner()
    except GeneratorExit as error:
        print("outer sees", repr(error))
        yield "goes on"
g = outer()
next(g)
print(g.throw(GeneratorExit("given")))
