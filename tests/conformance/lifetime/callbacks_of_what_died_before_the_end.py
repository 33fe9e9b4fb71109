import weakref


class Thing:
    pass


def run():
    thing = Thing()
    thing.reference = None
    references.append(weakref.ref(thing, lambda dead: print("told")))


references = []
run()
kept = Thing()
references.append(weakref.ref(kept, lambda dead: print("never printed")))
