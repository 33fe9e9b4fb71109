class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
def f(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(0, y=y): return f"on the y axis at {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point() as q: return f"point {q.x},{q.y}"
        case int(n) | float(n): return f"number {n}"
        case str() as s: return f"text {s}"
        case [Point(x=a), Point(x=b)]: return f"two points {a} {b}"
        case dict(): return "dict"
    return "nothing"
for p in (Point(0, 0), Point(0, 5), Point(2, 2), Point(1, 2), 3, 2.5, "s", [Point(1, 2), Point(3, 4)], {}, None, True):
    print(f(p))
class NoArgs: pass
for pattern in ("NoArgs(1)", "Point(1, 2, 3)", "Point(1, x=2)"):
    try:
        exec(f"match {'NoArgs()' if 'No' in pattern else 'Point(1, 2)'}:\n case {pattern}: print('no')")
    except TypeError as error:
        print(error)
