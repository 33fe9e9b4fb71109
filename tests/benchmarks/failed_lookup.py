# A KeyError raised by a dict and caught: failures of operations, not of `raise`.
from _timing import report

N = 200_000


def run():
    d = {}
    for i in range(N):
        try:
            d[i]
        except KeyError:
            pass


report(run, N)
