import sys


def gen():
    yield 1
    yield 2


class Strange(Exception):
    def __new__(cls, *args):
        return 5


def attempt(*args):
    g = gen()
    next(g)
    try:
        g.throw(*args)
    except BaseException as error:
        print(type(error).__name__, error)
    print("  still", next(g, "exhausted"))


attempt()
attempt(1)
attempt("ValueError")
attempt(int)
attempt(object())
attempt(ValueError("a"), "separate")
attempt(ValueError, "a", "no traceback")
attempt(ValueError("a"), None, 5)
attempt(Strange)
attempt(ValueError, "a", None, 4)
