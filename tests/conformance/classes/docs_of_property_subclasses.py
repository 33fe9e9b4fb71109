def getter(self):
    "the getter's"


class Plain(property):
    pass


class Slots(property):
    __slots__ = ()


print(Plain(getter).__dict__, Plain(getter).__doc__)
print(Plain(getter, doc="given").__dict__, Plain(getter, doc="given").__doc__)
print(property(getter, doc="given").__doc__, property(getter).__doc__)
try:
    Slots(getter)
except AttributeError as error:
    print(error)
