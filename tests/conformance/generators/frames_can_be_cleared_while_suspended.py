def gen():
    try:
        yield 1
    finally:
        print("closed by clear")


g = gen()
next(g)
g.gi_frame.clear()
print(g.gi_frame, next(g, "exhausted"))


def running():
    try:
        g.gi_frame.clear()
    except RuntimeError as error:
        print(error)
    yield


g = running()
next(g)
