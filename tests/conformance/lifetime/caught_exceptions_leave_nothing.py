import gc
import weakref


class Thing:
    pass


def fail(depth, thing):
    if depth:
        fail(depth - 1, thing)
    raise KeyError(thing)


def run():
    thing = Thing()
    reference = weakref.ref(thing)
    try:
        fail(5, thing)
    except KeyError as error:
        print(type(error.args[0]).__name__)
    del thing
    gc.collect()
    return reference()


print(run())
