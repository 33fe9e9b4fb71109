# Going over lists, slices of them, and with enumerate and zip.
from _timing import report

N = 100_000
values = list(range(N))


def run():
    total = 0
    for value in values:
        total += value
    for i, value in enumerate(values):
        total += i
    for a, b in zip(values, values[1:]):
        total += b - a
    return total


report(run, 3 * N)
