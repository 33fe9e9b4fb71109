import gc
import sys


async def gen(name):
    try:
        yield name
    finally:
        print("finally", name)


def final(generator):
    print("final", generator.__name__)
    try:
        generator.aclose().send(None)
    except StopIteration:
        print("closed by the hook")


def start_and_forget(name):
    g = gen(name)
    try:
        g.__anext__().send(None)
    except StopIteration as stop:
        print(stop.value)
    ring = [g]
    ring.append(ring)


sys.set_asyncgen_hooks(finalizer=final)
start_and_forget("with a hook")
gc.collect()
sys.set_asyncgen_hooks(finalizer=None)
start_and_forget("without")
gc.collect()


def failing(generator):
    raise KeyError("in the hook")


sys.unraisablehook = lambda unraisable: print(repr(unraisable.exc_value), type(unraisable.object).__name__)
sys.set_asyncgen_hooks(finalizer=failing)
start_and_forget("with a failing hook")
gc.collect()
