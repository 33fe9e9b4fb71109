# 3,000 decimal digits to an int and back.
from _timing import report

N = 20
TEXT = "7314159265" * 300


def run():
    for _ in range(N):
        assert str(int(TEXT)) == TEXT


report(run, N)
