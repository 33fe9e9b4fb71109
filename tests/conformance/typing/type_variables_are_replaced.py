from typing import *

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    'List[T][int]',
    'Dict[T, List[S]][int, str]',
    'Dict[T, List[S]][S, T]',
    'Callable[[T], S][int, str]',
    'Callable[P, T][[int, str], bool]',
    'Callable[P, T][..., bool]',
    'Callable[Concatenate[int, P], T][[str], bool]',
    'Callable[Concatenate[int, P], T][Concatenate[str, P], bool]',
    'Union[T, int][str]',
    'Union[T, int][int]',
    'Tuple[T, *Ts][int]',
    'Tuple[T, *Ts][int, str, bool]',
    'Tuple[*Ts, T][int, str, bool]',
    'Tuple[T, *Ts][()]',
    'Tuple[*Ts][*Tuple[int, ...]]',
    'Tuple[*Ts, T][*Tuple[int, ...]]',
    'tuple[*Ts][int, str]',
    'tuple[*Ts][*tuple[int, str]]',
    'tuple[*Ts, T][*tuple[int, ...]]',
    'list[T][int]',
    'list[T | None][int]',
    'Annotated[T, "note"][int]',
    'ClassVar[T][int]',
    'List[T][P.args]',
    'list[T][ClassVar[int]]',
    'list[P][int]',
    'list[P][[int, str]]',
]:
    show(text)
