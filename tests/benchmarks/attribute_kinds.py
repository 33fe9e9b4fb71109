# Attributes of classes, properties, and what a module offers.
import math

from _timing import report

N = 200_000


class Account:
    rate = 2

    def __init__(self):
        self._total = 1

    @property
    def total(self):
        return self._total


def run():
    account = Account()
    s = 0
    for _ in range(N):
        s += account.rate + account.total + math.pi
    return s


report(run, 3 * N)
