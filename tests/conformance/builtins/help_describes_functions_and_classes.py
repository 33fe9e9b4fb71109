def f(a, b=1, *c, d: int = 2, **e) -> str:
    """First line.

    More text.
    """
def g(): pass
class C:
    """A class."""
    x = 1
    def __init__(self, a): self.a = a
    def m(self, b):
        """Does m."""
    @property
    def p(self): "the p"
    @staticmethod
    def s(): pass
    @classmethod
    def k(cls): "k doc"
class D(C): pass
help(f); help(g); help(len); help(C(1).m); help('nonexist'); help(C)
class E(D):
    y = []
    def m(self): "again"
    @property
    def q(self): pass
    @q.setter
    def q(self, v): pass
    alias = m
help(E); help(C(1)); help(print); help('print'); help(C.k); help([].append)
