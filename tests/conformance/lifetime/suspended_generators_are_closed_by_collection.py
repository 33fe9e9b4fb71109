import gc
import sys


def gen(name, how=None):
    try:
        yield name
    finally:
        print("finally", name)
        if how == "raise":
            raise KeyError(name)
        if how == "yield":
            yield


def forget(*args):
    g = gen(*args)
    next(g)
    ring = [g]
    ring.append(ring)


sys.unraisablehook = lambda unraisable: print(repr(unraisable.exc_value), type(unraisable.object).__name__, unraisable.err_msg)
for args in ("plain",), ("raising", "raise"), ("yielding", "yield"):
    forget(*args)
    gc.collect()
