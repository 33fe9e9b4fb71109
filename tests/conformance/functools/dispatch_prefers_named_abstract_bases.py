from collections import defaultdict
from collections.abc import Container, Iterable, MutableMapping, MutableSequence, Set, Sized
from functools import singledispatch


@singledispatch
def kind(thing):
    return "base"


for cls in (Iterable, Container, Sized, Set):
    kind.register(cls, lambda thing, name=cls.__name__: name)


class Named(Sized):
    def __len__(self):
        return 0


print(kind(Named()))
Iterable.register(Named)
print(kind(Named()))
Container.register(Named)
print(kind(Named()))
Set.register(Named)
print(kind(Named()))


class Plain:
    pass


class Mixed(Plain, Sized):
    def __len__(self):
        return 0


print(kind(Plain()), kind(Mixed()))
Iterable.register(Plain)
print(kind(Plain()))
Container.register(Plain)
try:
    kind(Plain())
except RuntimeError as error:
    print(str(error).split(":")[0])


class Derived(defaultdict):
    pass


MutableSequence.register(Derived)


@singledispatch
def shape(thing):
    return "base"


shape.register(MutableMapping, lambda thing: "mapping")
shape.register(MutableSequence, lambda thing: "sequence")
print(shape(Derived()), shape(defaultdict()))
