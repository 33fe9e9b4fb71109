# The functional API.
import enum
from enum import Enum, Flag, IntEnum, StrEnum

print(list(Enum("A", "x y, z")), list(Enum("A", ["x", "y"], start=5)), list(Enum("A", {"x": "1", "y": "2"})))
print(list(Enum("A", [("x", 1), ("y", [])])), list(Enum("A", ())), list(Flag("F", "a b c")), list(Flag("F", "a b", start=8)))
print(list(StrEnum("S", "One Two")), list(IntEnum("I", "one two")), list(Enum("A", "x y", type=str)))
made = Enum("A", "x", module="some.module", qualname="Outer.A")
print(made.__module__, made.__qualname__, made.__name__, made.__mro__, made.x)
print(Enum("B", "x").__module__, Flag("F", "a b", boundary=enum.KEEP)(12))


class Base(Enum):
    def double(self):
        return self.value * 2


print(Base("C", "a b").b.double())
for arguments in [(5, "a"), ("A", [("a",)]), ("A", 5), ("A", "mro")]:
    try:
        Enum(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
