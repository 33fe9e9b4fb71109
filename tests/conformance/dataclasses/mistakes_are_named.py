from dataclasses import KW_ONLY, InitVar, dataclass, field, make_dataclass
from typing import ClassVar


def attempt(body, **options):
    try:
        exec("@dataclass(**options)\nclass C:\n" + body, globals() | {"options": options})
        print("fine")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(" x: int = 1\n y: int")
attempt(" x: list = []")
attempt(" x = field()")
attempt(" x: ClassVar[int] = field(default_factory=int)")
attempt(" x: InitVar[int] = field(default_factory=int)")
attempt(" x: ClassVar[int] = field(kw_only=True)")
attempt(" _: KW_ONLY\n x: int\n __: KW_ONLY")
attempt(" x: int", order=True, eq=False)
attempt(" x: int\n def __lt__(self, other): pass", order=True)
attempt(" x: int\n def __setattr__(self, name, value): pass", frozen=True)
attempt(" x: int\n def __hash__(self): return 1", unsafe_hash=True)
attempt(" x: int", weakref_slot=True)
attempt(" __slots__ = ('x',)\n x: int", slots=True)
for names in (["a", "a"], ["if"], ["1"], [("a", int, 1, 2)]):
    try:
        make_dataclass("D", names)
    except TypeError as error:
        print(error)
