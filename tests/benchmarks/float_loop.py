# A turn of arithmetic with floats.
from _timing import report

N = 500_000


def run():
    x = 0.5
    i = 0
    while i < N:
        x = x * 1.0000001 + 0.25
        i += 1
    return x


report(run, N)
