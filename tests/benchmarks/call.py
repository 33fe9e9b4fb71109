# A call of a small function with two positional arguments.
from _timing import report

N = 500_000


def add(a, b):
    return a + b


def run():
    s = 0
    for i in range(N):
        s = add(s, i)
    return s


report(run, N)
