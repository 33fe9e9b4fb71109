# A Fibonacci number: a sum of two ints of up to 1,400 bits.
from _timing import report

N = 2_000
TIMES = 50


def run():
    for _ in range(TIMES):
        a, b = 0, 1
        for _ in range(N):
            a, b = b, a + b


report(run, N * TIMES)
