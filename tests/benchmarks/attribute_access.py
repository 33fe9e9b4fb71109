# Reading an attribute of an instance.
from _timing import report

N = 500_000


class Point:
    def __init__(self):
        self.x = 1
        self.y = 2


def run():
    p = Point()
    s = 0
    for _ in range(N):
        s += p.x + p.y
    return s


report(run, 2 * N)
