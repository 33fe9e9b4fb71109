# global_enum, _convert_ and _simple_enum, as the library's modules use them.
import enum
import sys
from enum import Enum, IntEnum, IntFlag, global_enum

OPT_B = 2
OPT_A = 1
OPT_C = 1
BIT_X = 1
BIT_Y = 2

options = IntEnum._convert_("Options", __name__, lambda name: name.startswith("OPT_"))
print(list(options), options.__members__, OPT_A, repr(OPT_C), Options is options, options(2))
bits = IntFlag._convert_("Bits", __name__, lambda name: name.startswith("BIT_"), as_global=True)
print(list(bits), repr(BIT_X | BIT_Y), str(BIT_X | BIT_Y), repr(BIT_X | 8), bits(16), bits(0))


@global_enum
class Size(Enum):
    SMALL = 1


@global_enum
class Wish(IntFlag):
    SALT = 1
    SUGAR = 2


print(repr(SMALL), str(SMALL), format(SMALL), repr(SALT | SUGAR), str(SALT | SUGAR), repr(Wish(0)), str(Wish(0)))


@enum._simple_enum(IntEnum)
class Status:
    def __new__(cls, value, phrase=""):
        member = int.__new__(cls, value)
        member._value_ = value
        member.phrase = phrase
        return member

    OK = 200, "fine"
    BAD = 400

    @property
    def is_ok(self):
        return self is Status.OK


print(list(Status), Status.OK.phrase, Status(400).is_ok, Status.OK.is_ok, Status.__mro__[1])


class Checked(IntEnum):
    A = 1
    B = 2


@enum._simple_enum(IntEnum)
class Simple:
    A = 1
    B = 2


print(enum._test_simple_enum(Checked, Simple))
Simple.B._value_ = 3
try:
    enum._test_simple_enum(Checked, Simple)
except TypeError as error:
    print(str(error).splitlines()[0])
