import weakref


class Thing:
    pass


thing = Thing()
print(thing.__weakref__)
reference = weakref.ref(thing)
print(reference is weakref.ref(thing), thing.__weakref__ is reference)
told = weakref.ref(thing, lambda dead: None)
print(told is reference, weakref.getweakrefcount(thing), weakref.getweakrefs(thing) == [reference, told])
