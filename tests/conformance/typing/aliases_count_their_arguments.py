from typing import *

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Pair(Generic[T, S]):
    pass


class Call(Generic[P]):
    pass


class Many(Generic[T, *Ts]):
    pass


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    'List[int, str]',
    'List[()]',
    'List[int][str]',
    'Dict[int]',
    'Dict[T, S][int]',
    'Pair[int]',
    'Pair[int, str]',
    'Pair[int, str, bool]',
    'Call[int]',
    'Call[[int, str]]',
    'Call[...]',
    'Call[()]',
    'Many[()]',
    'Many[int]',
    'Many[int, str, bool]',
    'Generic[int]',
    'Generic[()]',
    'Generic[T, T]',
    'Generic[T][int]',
    'Protocol[int]',
]:
    show(text)
