# auto(): the value before plus one, the next bit, the name in lower case, or what _generate_next_value_ says.
import warnings
from enum import Enum, Flag, IntFlag, StrEnum, auto


class Plain(Enum):
    a = auto()
    b = auto()
    c = 10
    d = auto()
    e = auto(), "text", auto()


class Bits(Flag):
    a = auto()
    b = auto()
    c = 12
    d = auto()


class Text(StrEnum):
    FIRST = auto()
    Second = auto()


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name, start, count, last_values
    a = auto()
    b = auto()


class Shared(Enum):
    a = b = auto()
    c = auto()


print(list(Plain), list(Bits), list(Text), list(Named), Shared.__members__, sep="\n")
print(auto(), auto(5))

try:
    class Late(Enum):
        a = auto()
        def _generate_next_value_(name, start, count, last_values):
            return 1
except TypeError as error:
    print(error)

for values in [[7, 3], [7, "x", 3], ["x"], [None], [1.5], [True]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(values, Enum._generate_next_value_("n", 1, len(values), values[:]), [str(each.message) for each in caught])
for values in [[], [7, 3], [0], ["x"], [1.5]]:
    try:
        print(values, Flag._generate_next_value_("n", 1, len(values), values[:]))
    except TypeError as error:
        print(values, error)
