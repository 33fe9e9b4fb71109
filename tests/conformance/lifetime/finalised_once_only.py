def gen():
    while True:
        try:
            yield
        except GeneratorExit:
            print("kept on")


import gc
import sys

sys.unraisablehook = lambda unraisable: print(repr(unraisable.exc_value))


def forget():
    g = gen()
    next(g)
    ring = [g]
    ring.append(ring)


forget()
gc.collect()
gc.collect()
print("end")
