from dataclasses import *


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False, compare=False)


p = Point(1)
print(p, p == Point(1, 0, [5]), Point(1, 2).y, Point.__match_args__, fields(Point)[1].default, asdict(p), astuple(p), replace(p, y=9), is_dataclass(p), is_dataclass(int))
for action in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: hash(p), lambda: p < p, lambda: fields(3), lambda: asdict(Point)):
    try:
        print(action())
    except TypeError as e:
        print(e)


@dataclass(frozen=True, order=True)
class V:
    a: int
    b: str = "x"

    def double(self):
        return self.a * 2


v = V(1)
print(v, hash(v) == hash(V(1)), v < V(2), sorted([V(3), V(1, "b"), V(1, "a")]), v.double(), {v: 1}[V(1)])
for action in (lambda: setattr(v, "a", 2), lambda: delattr(v, "a"), lambda: v < 3):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class Base:
    a: int
    b: InitVar[int] = 5
    c: int = field(init=False)

    def __post_init__(self, b):
        self.c = self.a + b


@dataclass
class Child(Base):
    d: int = 1
    _: KW_ONLY
    e: int = 2


print(Base(1), Child(1, 2, 3, e=4), Child.__doc__, Child.__match_args__)


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
Made = make_dataclass("Made", ["x", ("y", int), ("z", int, field(default=3))])
print(Made(1, 2), [f.name for f in fields(Made)])
for make in (lambda: make_dataclass("A", [("x", list, [])]), lambda: make_dataclass("A", ["a", "a"]), lambda: make_dataclass("A", [("x", int, 1), "y"]),
             lambda: dataclass(order=True, eq=False)(type("A", (), {})), lambda: field(default=1, default_factory=int)):
    try:
        make()
    except (TypeError, ValueError) as e:
        print(e)


@dataclass
class Nested:
    p: Point
    l: list


print(asdict(Nested(Point(1), [Point(2)])), Nested(Point(1), []))
match p:
    case Point(x, y):
        print(x, y)


@dataclass
class Node:
    next: "Node" = None


n = Node()
n.next = n
print(n)
