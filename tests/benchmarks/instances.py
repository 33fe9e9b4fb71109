# Making instances, with and without __init__.
from _timing import report

N = 100_000


class Empty:
    pass


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run():
    for i in range(N):
        Empty()
        Point(i, i)


report(run, 2 * N)
