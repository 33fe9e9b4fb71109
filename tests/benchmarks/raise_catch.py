# Raising a new exception and catching it in the same function.
from _timing import report

N = 200_000


def run():
    for i in range(N):
        try:
            raise ValueError
        except ValueError:
            pass


report(run, N)
