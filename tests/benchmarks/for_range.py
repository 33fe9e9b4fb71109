# A turn of `for … in range(…)` that adds to a local.
from _timing import report

N = 1_000_000


def run():
    s = 0
    for i in range(N):
        s += i
    return s


report(run, N)
