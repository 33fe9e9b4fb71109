# A turn of a while loop: compare, two additions, jump back.
from _timing import report

N = 1_000_000


def run():
    s = 0
    i = 0
    while i < N:
        s += i
        i += 1
    return s


report(run, N)
