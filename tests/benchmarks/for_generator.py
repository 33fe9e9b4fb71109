# An item of a generator consumed by a for loop.
from _timing import report

N = 500_000


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def run():
    s = 0
    for x in numbers(N):
        s += x
    return s


report(run, N)
