from typing import Protocol, runtime_checkable


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


@runtime_checkable
class Named(Protocol):
    name: str


class Plain(Protocol):
    x: int


class File:
    name = "f"

    def close(self):
        pass


class Blocked(File):
    close = None


print(isinstance(File(), Closable), issubclass(File, Closable), isinstance(Blocked(), Closable))
print(isinstance(File(), Named), isinstance(1, Named))
for check in (
    lambda: issubclass(File, Named),
    lambda: isinstance(File(), Plain),
    lambda: issubclass(File, Plain),
    lambda: issubclass(1, Closable),
    lambda: Closable(),
    lambda: runtime_checkable(File),
    lambda: type("P", (Protocol, int), {}),
):
    try:
        print(check())
    except TypeError as error:
        print(error)
