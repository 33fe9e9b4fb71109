# Setting attributes of an instance, with and without __slots__.
from _timing import report

N = 200_000


class Point:
    def __init__(self):
        self.x = self.y = 0


class Slotted:
    __slots__ = ('x', 'y')

    def __init__(self):
        self.x = self.y = 0


def run():
    p, q = Point(), Slotted()
    for i in range(N):
        p.x = i
        p.y += 1
        q.x = i
        q.y += 1


report(run, 4 * N)
