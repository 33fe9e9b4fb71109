import gc
import weakref


class Thing:
    def __init__(self, name='thing'):
        self.name = name
        self.me = self


class Told:
    def __del__(self):
        print('value gone')


keys = weakref.WeakKeyDictionary()
values = weakref.WeakValueDictionary()
things = weakref.WeakSet()
thing, other = Thing(), Thing('other')
keys[thing] = Told()
keys[other] = 2
values['thing'] = thing
values['other'] = other
things.add(thing)
things.add(other)
print(len(keys), sorted(values), len(things))
del thing
gc.collect()
print(list(keys.values()), list(values), [thing.name for thing in things])
