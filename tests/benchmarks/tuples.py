# Packing, unpacking and exchanging.
from _timing import report

N = 300_000


def run():
    a, b, c = 1, 2, 3
    for i in range(N):
        pair = a, b
        x, y = pair
        a, b, c = b, c, a
        first, *rest = pair


report(run, 4 * N)
