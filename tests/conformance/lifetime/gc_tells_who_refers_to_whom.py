import gc


class Thing:
    pass


thing = Thing()
thing.attribute = inner = [1, "text"]
holders = [[thing], {"key": thing}, (thing, 2), {thing}]
print(sum(any(found is holder for found in gc.get_referrers(thing)) for holder in holders))
print(any(found is inner for found in gc.get_referents(thing)) or any(inner in found.values() for found in gc.get_referents(thing) if type(found) is dict))
print(sorted(gc.get_referents([1, 2.5, "a"], ("b",)), key=str), gc.get_referents(5, "text"))
print([found is thing for found in gc.get_referents([thing])])
print(any(found is thing for found in gc.get_objects()), any(found is inner for found in gc.get_objects()))
for wrong in -2, 3, "a":
    try:
        gc.get_objects(generation=wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
