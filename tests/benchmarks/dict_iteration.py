# Going over the items of a dict, and testing for keys.
from _timing import report

N = 300_000
table = {'k%d' % i: i for i in range(1000)}


def run():
    total = 0
    for _ in range(N // 1000):
        for key, value in table.items():
            if key in table:
                total += value
    return total


report(run, N)
