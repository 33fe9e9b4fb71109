from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    'Callable[[int], str], Callable[[], None], Callable[..., int], Callable[P, T]',
    'Callable[[int], str].__args__, Callable[P, T].__parameters__',
    'Callable[P, T][[int, str], bool], Callable[[T], T][int], Callable[..., T][int]',
    'Callable[Concatenate[int, P], T][[str], bool]',
    'Callable[int]',
    'Callable[int, str]',
    'Callable[P, T][int]',
    'Callable[[int], str][int]',
    'Callable[[int], str].__reduce__()',
    'Callable[[int], str] == Callable[[int], str]',
]:
    show(text)
