def gen():
    try:
        yield 1
    finally:
        raise ValueError("from finally")


g = gen()
next(g)
try:
    g.close()
except ValueError as error:
    print(repr(error), "context", repr(error.__context__))
print(g.gi_frame)
g.close()
