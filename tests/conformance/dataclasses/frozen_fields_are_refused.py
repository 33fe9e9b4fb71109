from dataclasses import FrozenInstanceError, dataclass


@dataclass(frozen=True)
class Frozen:
    x: int


class Open(Frozen):
    pass


one = Open(1)
one.y = 2
print(one.y)
for act in (lambda: setattr(one, "x", 3), lambda: delattr(one, "x"), lambda: setattr(Frozen(1), "new", 3)):
    try:
        act()
    except FrozenInstanceError as error:
        print(error)

for frozen in (True, False):
    base = dataclass(frozen=not frozen)(type("Base", (), {"__annotations__": {"x": int}}))
    try:
        dataclass(frozen=frozen)(type("Derived", (base,), {}))
    except TypeError as error:
        print(error)
