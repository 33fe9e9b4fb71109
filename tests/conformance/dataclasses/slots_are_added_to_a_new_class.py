import copy
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Pair:
    a: int
    b: int = 2
    c: int = field(default=3, init=False)


print(Pair.__slots__, Pair(1), hasattr(Pair(1), "__dict__"))
print([f.name for f in fields(Pair)], Pair.__qualname__)
print(copy.copy(Pair(7)))


@dataclass(slots=True)
class Triple(Pair.__class__("Plain", (), {"__slots__": "seen"})):
    seen: int
    more: int


print(Triple.__slots__, Triple(1, 2))
