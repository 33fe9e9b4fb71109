def gen():
    try:
        yield 1
    finally:
        yield "kept on"
        print("after the yield")


g = gen()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
print(g.gi_frame is None, g.gi_suspended)
print(list(g))
