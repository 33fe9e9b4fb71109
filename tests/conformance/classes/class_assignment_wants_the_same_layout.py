class Slots:
    __slots__ = ("a",)


class Weak(Slots):
    __slots__ = ("__weakref__",)


class Dict(Slots):
    __slots__ = ("__dict__",)


class Plain(Slots):
    pass


class Both(Slots):
    __slots__ = ("__dict__", "__weakref__")


kinds = Slots, Weak, Dict, Plain, Both
for source in kinds:
    for target in kinds:
        thing = source()
        thing.a = 1
        try:
            thing.__class__ = target
        except TypeError as error:
            print(error)
        else:
            print(source.__name__, "to", type(thing).__name__, thing.a)
