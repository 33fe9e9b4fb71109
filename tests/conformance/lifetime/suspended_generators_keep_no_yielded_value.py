import gc
import weakref


class Thing:
    pass


def things():
    yield Thing()
    yield None


def run():
    generator = things()
    reference = weakref.ref(next(generator))
    gc.collect()
    return reference()


print(run())
