# enum.property leaves its name to a member; dir(); copies; what pickle asks for.
import copy
import enum
from enum import Enum, Flag, IntEnum


class Di(Enum):
    name = 1
    value = 2
    x = 3


print(Di.name, Di.value, Di.x.name, Di.name.value, Di.x.x, Di.name.name)


class Base(Enum):
    @enum.property
    def extra(self):
        return self.name * 2

    hole = enum.property()

    @property
    def plain(self):
        return "plain"


class Derived(Base):
    extra = 1
    plain = 2
    other = 3


print(Derived.extra, Derived.extra.extra, Derived.other.extra, Derived.plain, Derived.plain.plain)
for text in "Base.extra", "Derived.other.hole", "setattr(Derived.other, 'extra', 1)", "delattr(Derived.other, 'extra')":
    try:
        eval(text)
    except AttributeError as error:
        print(text, "->", error)


class Full(IntEnum):
    """Documented."""
    a = 1
    b = 1

    def method(self):
        pass


print([name for name in dir(Full) if name not in dir(int)], dir(Di), dir(Di.x), dir(Derived), dir(Derived.other))
print(Full.__doc__, Full.a.__doc__, Di.__doc__ , vars(Full.a))
flags = Flag("F", "a b")
print(copy.copy(Full.a) is Full.a, copy.deepcopy([Di.x])[0] is Di.x, copy.copy(flags(3)) is flags(3))
print(Full.a.__reduce_ex__(2), Di.x.__reduce_ex__(4), flags(3).__reduce_ex__(2))
print(enum.pickle_by_global_name(Di.x, 2), enum.pickle_by_enum_name(Di.x, 2))
print(hash(Di.x) == hash("x"), Di.x == 3, Di.x != Di.name, repr(Enum), repr(Flag), repr(enum.EnumType), repr(enum.EnumCheck.UNIQUE))
