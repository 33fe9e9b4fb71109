# Builtin methods, bound methods kept in variables, super(), class and static methods.
from _timing import report

N = 100_000


class Base:
    def value(self):
        return 1


class Derived(Base):
    def value(self):
        return super().value() + 1

    @classmethod
    def make(cls):
        return 1

    @staticmethod
    def plain():
        return 1


def run():
    d = Derived()
    bound = d.value
    items = (1, 2, 3)
    s = 0
    for _ in range(N):
        s += d.value() + bound() + d.make() + Derived.plain() + items.count(2)
    return s


report(run, 5 * N)
