from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Point(NamedTuple):
    """A place."""
    x: int
    y: int = 2

    def total(self):
        return self.x + self.y


class Box(NamedTuple, Generic[T]):
    content: T


p = Point(1)
print(p, p.total(), p._fields, p._field_defaults, Point.__annotations__, Point.__doc__, Point.__bases__)
print(Point.__module__, p == (1, 2), p._replace(x=5), Point._make([7, 8]))
print(Box(3), Box[int](4), Box[int], Box.__parameters__)
print(NamedTuple("Pair", [("a", int), ("b", str)])(1, "x"), NamedTuple("Empty", [])())


def wrong(body, bases="NamedTuple"):
    try:
        exec(f"class W({bases}):\n" + "".join(f"    {line}\n" for line in body))
    except Exception as error:
        print(type(error).__name__, error)


wrong(["a: int = 1", "b: int"])
wrong(["_a: int"])
wrong(["a: int", "_fields = 1"])
wrong(["a: int", "def __new__(cls): pass"])
wrong(["a: int"], "NamedTuple, int")
