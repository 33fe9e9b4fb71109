# Which names of a class body become members, and which are refused.
from enum import Enum, auto, member, nonmember


def attempt(make):
    try:
        print(make.__name__, make())
    except Exception as error:
        print(make.__name__, type(error).__name__, error)


@attempt
def a_descriptor_is_no_member():
    class A(Enum):
        x = 1
        def method(self): return self.value
        y = property(lambda self: 5)
    return list(A), A.x.method(), A.x.y


@attempt
def by_wish():
    class A(Enum):
        x = member(len)
        y = nonmember(3)
    return A.x, A.y


@attempt
def private_names():
    class A(Enum):
        __hidden = 1
        shown = 2
    return list(A), A._A__hidden


@attempt
def reserved():
    class A(Enum):
        _other_ = 1


@attempt
def mro():
    class A(Enum):
        mro = 1


@attempt
def twice():
    class A(Enum):
        x = 1
        x = 2


@attempt
def a_method_after_the_member():
    class A(Enum):
        x = 1
        def x(self): pass


@attempt
def ignored():
    class A(Enum):
        _ignore_ = "i, Later"
        Later = vars()
        for i in range(3):
            Later[f"n{i}"] = i
    return list(A), hasattr(A, "i"), hasattr(A, "_ignore_")


@attempt
def ignored_too_late():
    class A(Enum):
        i = 1
        _ignore_ = ["i"]


@attempt
def in_order():
    class A(Enum):
        _order_ = "x y z"
        x = 1
        y = 2
        z = 1
    return list(A), hasattr(A, "_order_")


@attempt
def out_of_order():
    class A(Enum):
        _order_ = "x y"
        y = 2
        x = 1


@attempt
def annotated_only():
    class A(Enum):
        x: int = 1
        y: str
    return list(A), A.__annotations__
