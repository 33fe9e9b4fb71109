# A body's own __new__ and __init__, and when a member has its name and value.
from enum import Enum, IntEnum


class Planet(Enum):
    EARTH = 5.9, 6.3
    MARS = 0.6, 3.3
    TERRA = 5.9, 6.3

    def __init__(self, mass, radius):
        print("init", self._name_, self._value_, mass, [*type(self).__members__])
        self.mass = mass


print(Planet.MARS.mass, Planet((0.6, 3.3)), Planet.TERRA)


class Labelled(IntEnum):
    def __new__(cls, value, label=""):
        member = int.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
    ONE = 1, "the first"
    TWO = 2


print(list(Labelled), Labelled.ONE.label, Labelled(2).label == "", Labelled.__new__ is Enum.__new__)


class Doubled(Enum):
    def __new__(cls, value):
        member = object.__new__(cls)
        member._value_ = value * 2
        return member


class Derived(Doubled):
    a = 1
    b = 2


print(list(Derived), Derived(4))

try:
    class NoValue(int, Enum):
        def __new__(cls, value, extra):
            return int.__new__(cls, value)
        a = 1, 2
except TypeError as error:
    print(error, "|", error.__cause__)
try:
    class Failing(Enum):
        a = 1
        def __init__(self, value):
            raise ZeroDivisionError("in init")
except ZeroDivisionError as error:
    print(repr(error), error.__context__)


class Seen(Enum):
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()
        print(cls, list(cls), keywords)


class Child(Seen, option=3):
    a = 1
