# Reading and replacing values of a dict by int keys.
from _timing import report

N = 300_000
table = dict.fromkeys(range(1000), 0)


def run():
    t = table
    for i in range(N):
        k = i % 1000
        t[k] = t[k] + 1


report(run, N)
