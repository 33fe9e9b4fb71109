# Storing into and reading from a list and a dict.
from _timing import report

N = 200_000


def run():
    values = []
    table = {}
    for i in range(N):
        values.append(i)
        table[i] = values[i]
    return len(table)


report(run, N)
