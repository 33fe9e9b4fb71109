from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Proto(Protocol[T]):
    x: int


class Base:
    def __init__(self, x=1):
        self.x = x


class Left(Proto[int], Base):
    pass


class Right(Base, Proto[int]):
    pass


class Own(Proto[int]):
    def __init__(self):
        super().__init__()
        self.x = 3


print(Left(5).x, Right(6).x, Own().x, Left[...] if False else Left.__mro__[1].__name__)
print(Left._is_protocol, Proto._is_protocol, Proto.__parameters__, Left.__parameters__)
