import gc
import weakref


class Thing:
    pass


thing = Thing()
reference = weakref.ref(thing)
del thing
gc.collect()
print(reference())


def in_function():
    thing = Thing()
    thing.me = thing
    reference = weakref.ref(thing)
    held = [thing, (lambda: thing)]
    del held, thing
    gc.collect()
    return reference()


print(in_function())
