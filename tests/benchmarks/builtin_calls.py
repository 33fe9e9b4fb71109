# Calls of builtins that are everywhere.
from _timing import report

N = 200_000
values = [3, 1, 2]


def run():
    s = 0
    for i in range(N):
        if isinstance(i, int):
            s += len(values) + max(i, 2) + min(values) + int('7')
        s += bool(i)
    return s


report(run, 6 * N)
