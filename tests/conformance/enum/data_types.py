# An enumeration mixed with a data type: how members are made, shown, compared and formatted.
from dataclasses import dataclass
from enum import Enum, IntEnum, ReprEnum, StrEnum


class Number(int, Enum):
    one = 1
    two = "10", 2


class Text(str, Enum):
    a = "x"
    b = b"y", "ascii"


class Pair(tuple, Enum):
    p = 1, 2


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


class Places(Point, Enum):
    home = 1, 2
    away = 3


class Shown(float, ReprEnum):
    half = 0.5


class Code(IntEnum):
    ok = 200


class Word(StrEnum):
    yes = "y"


for member in Number.two, Text.b, Pair.p, Places.home, Places.away, Shown.half, Code.ok, Word.yes:
    cls = type(member)
    print(repr(member), str(member), format(member), f"{member!s:>12}|", repr(member.value), cls._member_type_, cls(member.value) is member)
print(Number.two + 1, Text.a + "z", Pair.p[1], Places.home.x, Shown.half * 2, f"{Code.ok:5d}", f"{Word.yes:>5}", "%s %d" % (Code.ok, Code.ok))
print(hash(Code.ok) == hash(200), {200: "found"}[Code.ok], Code.ok == 200, Number.one == 1, Text.a == "x")
for values in [1], ["a", "b", "c", "d"], [b"x", 3], [b"x", "ascii", 3]:
    try:
        StrEnum("Bad", {"a": values[0] if len(values) == 1 else tuple(values)})
    except TypeError as error:
        print(error)


class Loud:
    def __str__(self):
        return "loud"


class LoudNumber(Loud, int, Enum):
    one = 1


class NumberLoud(int, Loud, Enum):
    one = 1


print(LoudNumber.one, repr(LoudNumber.one), NumberLoud.one, repr(NumberLoud.one))
