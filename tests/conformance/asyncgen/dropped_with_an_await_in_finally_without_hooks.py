import gc
import sys
import types


@types.coroutine
def pause():
    yield


async def gen():
    try:
        yield 1
    finally:
        await pause()
        print("never reached")


def start_and_forget():
    g = gen()
    try:
        g.__anext__().send(None)
    except StopIteration as stop:
        print(stop.value)
    ring = [g]
    ring.append(ring)


sys.unraisablehook = lambda unraisable: print(repr(unraisable.exc_value), type(unraisable.object).__name__)
start_and_forget()
gc.collect()
