class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
p = Point(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"))
try:
    p.z = 3
except AttributeError as error:
    print(error)
del p.x
try:
    p.x
except AttributeError as error:
    print(error)
class Named(Point):
    pass
n = Named(1, 2)
n.z = 3
print(n.__dict__)
try:
    class Bad:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print(error)
