# A call in fib(22): calls that nest.
from _timing import report

CALLS = 57_313


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


report(lambda: fib(22), CALLS)
