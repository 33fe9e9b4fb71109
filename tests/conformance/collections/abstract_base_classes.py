from collections.abc import *
from collections import abc
names = ["Hashable", "Iterable", "Iterator", "Sized", "Container", "Collection", "Callable", "Sequence", "MutableSequence", "Set", "MutableSet", "Mapping", "MutableMapping", "Generator", "Reversible", "Awaitable", "Coroutine", "AsyncGenerator"]
def generator():
    yield
for value in ([], (), "", {}, set(), frozenset(), range(3), generator(), {}.keys(), len, b""):
    print(type(value).__name__, [name for name in names if isinstance(value, getattr(abc, name))])

class Squares(abc.Sequence):
    def __len__(self):
        return 4
    def __getitem__(self, index):
        if index >= 4:
            raise IndexError(index)
        return index * index

squares = Squares()
print(list(squares), 9 in squares, squares.index(4), squares.count(1), list(reversed(squares)))
try:
    abc.Mapping()
except TypeError as error:
    print(error)

class Duck:
    def __len__(self):
        return 0
print(isinstance(Duck(), abc.Sized), issubclass(Duck, abc.Iterable))
abc.Sequence.register(Duck)
print(isinstance(Duck(), abc.Sequence), abc.Callable[[int], str], abc.Iterable[int])
