from collections import namedtuple

Point = namedtuple("Point", "x y")
print(Point.x, type(Point.x).__name__, Point.x.__doc__, Point.x.__reduce__())
for attempt in (
    lambda: Point.x.__get__(Point(1, 2)), lambda: Point.x.__get__((5, 6)), lambda: Point.x.__get__(5), lambda: Point.x.__get__(None),
    lambda: Point.y.__get__(()), lambda: setattr(Point(1, 2), "x", 3), lambda: delattr(Point(1, 2), "x"),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
Point.x.__doc__ = "how far"
print(Point.x)
