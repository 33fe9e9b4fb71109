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
    'get_origin(List[int]), get_args(List[int])',
    'get_origin(Callable[[int], str]), get_args(Callable[[int, str], bool])',
    'get_args(Callable[..., int]), get_args(Callable[P, int]), get_args(Callable[[], int])',
    'get_origin(Union[int, str]), get_args(Union[int, str]), get_args(Optional[int])',
    'get_origin(int | str), get_args(int | str)',
    'get_origin(Annotated[int, 1]), get_args(Annotated[int, 1, 2])',
    'get_origin(Literal[1]), get_args(Literal[1, "x"])',
    'get_origin(P.args), get_origin(Generic), get_origin(Generic[T]), get_origin(int), get_args(int)',
    'get_origin(Unpack[Ts]), get_args(Unpack[Ts]), get_args(Tuple[()])',
    'get_origin(list[int]), get_args(dict[str, int]), get_origin(List), get_args(List)',
]:
    show(text)
