import types
from collections import deque


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    'list[int], dict[str, int], tuple[()], tuple[int, ...], list["x"], list[[int]], type[int], deque[int]',
    'list[int].__origin__, list[int].__args__, list[int].__parameters__, list[int].__name__, list[int].__mro__',
    'list[int](), list[int]((1, 2)), dict[str, int](a=1)',
    'list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int])',
    'isinstance([], list[int])',
    'issubclass(list, list[int])',
    'isinstance(1, int | list[int])',
    'isinstance("", int | list[int])',
    'list[int][str]',
    'list[int].nothing',
    'setattr(list[int], "x", 1)',
    'list(*tuple[int])',
    '(*tuple[int, str],)[0].__unpacked__, tuple[int].__unpacked__',
    '(*tuple[int],)[0] == tuple[int]',
    'tuple[*tuple[int, str]]',
    'types.GenericAlias(list)',
    'types.GenericAlias(list, args=int)',
    'types.GenericAlias(list, (int, str))',
    'list[int] | None, None | list[int], list[int] | list[int]',
    'list[int].__reduce__()',
    'sorted(set(dir(list[int])) - set(dir(list)))',
]:
    show(text)
