def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("ignored")
        yield 2
    yield 3
g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
def swallows():
    try:
        yield
    except GeneratorExit:
        return "value"
s = swallows()
next(s)
print(s.close())
def replaces():
    try:
        yield
    except GeneratorExit:
        raise KeyError("instead")
r = replaces()
next(r)
try:
    r.close()
except KeyError as error:
    print(error, repr(error.__context__))
print(next(g), list(g))
