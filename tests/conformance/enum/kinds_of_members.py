from enum import *


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return self.name.lower()

    @classmethod
    def default(cls):
        return cls.RED

    @property
    def double(self):
        return self.value * 2


print(list(Color), Color.CRIMSON is Color.RED, Color.__members__, len(Color), Color.RED.describe(), Color.default(), Color.GREEN.double)
print(Color(1), Color["GREEN"], Color.RED in Color, repr(Color), Color, f"{Color.RED!r:>20}", f"{Color.RED:>12}", hash(Color.RED) == hash("RED"))
print(isinstance(Color.RED, Color), type(Color.RED), Color.RED == 1, Color.RED != Color.GREEN, list(reversed(Color)), bool(Color))
for action in (lambda: Color(7), lambda: Color["X"], lambda: Color.X, lambda: setattr(Color, "RED", 3), lambda: delattr(Color, "RED"),
               lambda: Color.RED < Color.GREEN, lambda: setattr(Color.RED, "value", 3), lambda: type("Sub", (Color,), {})):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = 6.4, 3.39

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Planet.EARTH.value, Planet.MARS.mass, Planet((6.4, 3.39)))


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coord.PY, Coord.PY.name, Coord(1).label, Coord.PY[0])


class Number(IntEnum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    ELEVEN = auto()


print(list(Number), Number.ONE + 1, Number.ONE < Number.TWO, str(Number.TEN), f"{Number.TEN}", "%d" % Number.TEN, int(Number.ELEVEN))


class Word(StrEnum):
    HELLO = auto()
    OTHER = "x"


print(list(Word), Word.HELLO.upper(), Word("x"), f"{Word.HELLO}", "hello" == Word.HELLO)
Animal = Enum("Animal", "ANT BEE", start=5)
print(list(Animal), Enum("E", {"a": 1, "b": "x"}).b, list(IntEnum("I", ["x", "y"])), Animal.__module__, Animal.__qualname__)


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "a" else None


print(Missing("a"))
try:
    Missing("b")
except ValueError as e:
    print(e)


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name * 2

    A = auto()
    B = auto()


print([m.value for m in Named])


class Outer(Enum):
    A = member(1)
    B = nonmember(2)

    def m(self): ...


print(list(Outer), Outer.B)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)
