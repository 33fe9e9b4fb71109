import gc
import weakref


class Thing:
    pass


thing = Thing()
thing.me = thing
references = [weakref.ref(thing, lambda dead, number=number: print(number, dead())) for number in range(3)]
del thing
gc.collect()
