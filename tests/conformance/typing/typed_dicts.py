from typing import Annotated, Generic, NotRequired, Required, TypedDict, TypeVar, get_type_hints, is_typeddict

T = TypeVar("T")


class Film(TypedDict):
    title: str
    year: NotRequired[int]


class Loose(Film, total=False):
    stars: int
    seen: Required[Annotated[bool, "note"]]


class Page(TypedDict, Generic[T]):
    items: list[T]


for cls in (Film, Loose, Page):
    print(cls.__name__, cls.__total__, sorted(cls.__required_keys__), sorted(cls.__optional_keys__), cls.__mro__)
print(Film(title="x"), type(Film(title="x")), Page[int], Page[int](items=[1]))
print(get_type_hints(Loose))
print(get_type_hints(Loose, include_extras=True))
print(is_typeddict(Film), is_typeddict(dict), TypedDict("D", {"a b": int}).__annotations__)
for wrong in (
    lambda: isinstance({}, Film),
    lambda: type("X", (Film, int), {}),
    lambda: TypedDict("D", {"a": int}, b=str),
    lambda: TypedDict("D", {"a": ()}),
):
    try:
        wrong()
    except TypeError as error:
        print(error)
