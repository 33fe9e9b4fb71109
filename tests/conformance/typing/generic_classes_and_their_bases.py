from typing import Generic, Iterable, List, Mapping, TypeVar

T = TypeVar("T")
S = TypeVar("S")


class Node(Generic[T]):
    pass


class Table(Mapping[T, S], Iterable[T]):
    pass


class Leaf(Node[int], List[str]):
    pass


for cls in (Node, Table, Leaf):
    print(cls.__name__, [base.__name__ for base in cls.__mro__], cls.__parameters__, cls.__orig_bases__)
print(Node[int]().__orig_class__, Node[T][str], Node[int] is Node[int], Node[int] == Node[str])


def wrong(make):
    try:
        make()
    except TypeError as error:
        print(error)


def plain():
    class A(Generic): ...


def twice():
    class A(Generic[T], Generic[S]): ...


def missing():
    class A(Mapping[T, S], Generic[T]): ...


wrong(plain)
wrong(twice)
wrong(missing)
