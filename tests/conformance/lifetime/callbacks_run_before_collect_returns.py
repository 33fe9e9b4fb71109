import gc
import weakref


class Thing:
    pass


def run():
    called = []
    thing = Thing()
    thing.me = thing
    reference = weakref.ref(thing, lambda dead: called.append(dead() is None))
    del thing
    gc.collect()
    print(called, reference())


run()
