# A call of a method that reads and writes an attribute.
from _timing import report

N = 500_000


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n


def run():
    c = Counter()
    for i in range(N):
        c.add(i)
    return c.value


report(run, N)
