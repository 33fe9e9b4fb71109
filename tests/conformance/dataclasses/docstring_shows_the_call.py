from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar, Optional


@dataclass
class Everything:
    a: int
    b: "str"
    c: list[int] = field(default_factory=list)
    d: Optional[int] = None
    e: Exception = 3.5
    f: InitVar[int] = 2
    g: ClassVar[int] = 1
    h: int = field(default=1, init=False)
    _: KW_ONLY
    i: int | None = None
    j: object = "text"


print(Everything.__doc__)


@dataclass
class Nothing:
    pass


@dataclass(init=False)
class Own:
    x: int

    def __init__(self, first, *rest):
        pass


print(Nothing.__doc__, Own.__doc__)
