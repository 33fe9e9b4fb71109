from __future__ import annotations

import typing
from typing import Annotated, ClassVar, Final, Optional, get_type_hints, no_type_check


class Base:
    a: int
    b: "list[Base]"
    c: ClassVar[Optional[Base]] = None


class Derived(Base):
    a: str
    d: Final[int] = 1
    e: Annotated[int, "note"]


def call(x: Derived, *rest: list[int], key: None = None) -> "Base | None":
    pass


@no_type_check
def quiet(x: nothing_like_it): pass


print(get_type_hints(Base))
print(get_type_hints(Derived))
print(get_type_hints(Derived, include_extras=True)["e"])
print(get_type_hints(call), call.__annotations__)
print(get_type_hints(quiet), get_type_hints(len))
for wrong in (1, None, "x"):
    try:
        get_type_hints(wrong)
    except TypeError as error:
        print(error)


def unknown(x: Missing): pass


try:
    get_type_hints(unknown)
except NameError as error:
    print(error)
print(get_type_hints(unknown, localns={"Missing": int}))
