import gc
import weakref


class Thing:
    pass


def make():
    thing = Thing()
    thing.me = thing
    thing.reference = weakref.ref(thing, lambda dead: print('never'))


make()
gc.collect()
print('done')
