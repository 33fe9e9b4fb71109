# Raising an exception that leaves three functions before it is caught.
from _timing import report

N = 100_000


def a():
    raise KeyError("k")


def b():
    a()


def c():
    b()


def run():
    for i in range(N):
        try:
            c()
        except KeyError:
            pass


report(run, N)
