from typing import clear_overloads, get_overloads, overload


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print([g.__annotations__ for g in get_overloads(f)], f(3))
clear_overloads()
print(get_overloads(f))
try:
    overload(lambda: 1)()
except NotImplementedError as error:
    print(error)
