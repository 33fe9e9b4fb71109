# Reading and writing places of a list.
from _timing import report

N = 300_000
values = list(range(1000))


def run():
    v = values
    for i in range(N):
        k = i % 999
        v[k] = v[k + 1]


report(run, N)
