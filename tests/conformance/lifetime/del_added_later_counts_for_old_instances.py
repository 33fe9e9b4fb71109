import gc


class Base:
    def __init__(self):
        self.ring = self


class Derived(Base):
    pass


class Finalised:
    def __del__(self):
        print("inherited __del__ of", type(self).__name__)


def make(*classes):
    return [cls() for cls in classes]


kept = make(Base, Derived)
Base.__del__ = lambda self: print("__del__ of", type(self).__name__)
kept.clear()
gc.collect()


class Late:
    pass


class Other(Late):
    pass


kept = make(Other)
kept[0].ring = kept
Other.__bases__ = (Late, Finalised) if False else (type("Between", (Late, Finalised), {}),)
del kept
gc.collect()
