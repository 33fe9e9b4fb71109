from collections import namedtuple
Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), Point._make([4, 5, 6]), Point._fields, Point._field_defaults, p == (1, 2, 0), Point.__doc__)
x, y, z = p
print(x, y, z, Point.__name__, isinstance(p, tuple), hash(p) == hash((1, 2, 0)))
match p:
    case Point(x=1, y=value):
        print("matched", value)
class Sub(Point):
    def norm(self):
        return abs(self.x) + abs(self.y)
print(Sub(3, -4).norm(), Sub(1, 2))
for source in ("namedtuple('P', 'x x')", "namedtuple('P', 'class')", "namedtuple('P', '_x')", "Point(1)", "Point(1, 2, 3, 4)", "p._replace(q=1)"):
    try:
        eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
print(namedtuple("R", "a class a", rename=True)._fields)
