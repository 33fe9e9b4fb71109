# More attributes than a layout of slots takes.
class Many:
    pass


class Other:
    pass


thing = Many()
for number in range(300):
    setattr(thing, f"a{number}", number)
print([thing.a0, thing.a127, thing.a128, thing.a129, thing.a299], len(vars(thing)))
print(list(vars(thing)) == [f"a{number}" for number in range(300)])

# Another class for the same attributes, with a few and with many.
for count in (1, 127, 128, 129, 300):
    thing = Many()
    for number in range(count):
        setattr(thing, f"a{number}", number)
    thing.__class__ = Other
    last = f"a{count - 1}"
    print(type(thing).__name__, getattr(thing, last), len(vars(thing)))
    thing.extra = "set"
    delattr(thing, last)
    print(hasattr(thing, last), thing.extra, len(vars(thing)))


def read(thing):
    return thing.a5


few, many = Many(), Many()
few.a5 = "few"
for number in range(200):
    setattr(many, f"a{number}", number)
print(read(few), read(many), read(few), read(many))


class Slots(Many):
    __slots__ = ("own",)


thing = Slots()
thing.own = "slot"
for number in range(200):
    setattr(thing, f"a{number}", number)
print(thing.own, thing.a199, "own" in vars(thing))
