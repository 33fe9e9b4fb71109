# A keyword that a native __new__ or __init__ does not know is the affair of the half that the subclass overrides.
import itertools


def attempt(cls, *args, **keywords):
    try:
        made = cls(*args, **keywords)
    except TypeError as error:
        print(cls.__name__, error)
    else:
        print(cls.__name__, made if not hasattr(made, "__next__") else list(made), getattr(made, "extra", "-"))


for base in (list, tuple, set, frozenset, map, filter, itertools.chain, itertools.takewhile, reversed):
    class Plain(base):
        pass

    class Init(base):
        def __init__(self, *args, extra=None):
            if base in (list, set):
                super().__init__(*args)
            self.extra = extra

    class New(base):
        def __new__(cls, *args, extra=None):
            made = super().__new__(cls, *args)
            made.extra = extra
            return made

    args = ([1],) if base in (list, tuple, set, frozenset, itertools.chain, reversed) else (bool, [1])
    print(base.__name__)
    attempt(Plain, *args, extra=1)
    attempt(Init, *args, extra=2)
    attempt(New, *args, extra=3)
