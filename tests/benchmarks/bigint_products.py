# A factorial: a long int times a small one.
from _timing import report

N = 1_000
TIMES = 50


def run():
    for _ in range(TIMES):
        product = 1
        for i in range(2, N + 2):
            product *= i


report(run, N * TIMES)
