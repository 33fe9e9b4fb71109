import gc
import types


@types.coroutine
def pause():
    try:
        yield
    finally:
        print("inner")


async def middle():
    try:
        await pause()
    finally:
        print("middle")


async def outer():
    try:
        await middle()
    except GeneratorExit:
        print("outer")


class Closable:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("close of the delegate")


def unprotected():
    yield from Closable()


def forget(body):
    body.send(None)
    ring = [body]
    ring.append(ring)


forget(outer())
gc.collect()
forget(unprotected())
gc.collect()
