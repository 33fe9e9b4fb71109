from typing import *

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Box(Generic[T]):
    pass


User = NewType("User", int)


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    'Any, Union, Optional, Literal, ClassVar, Final, Self, Never, NoReturn, LiteralString, TypeAlias',
    'Optional[int], Union[int, str], Union[int, None, str], Union[int]',
    'Literal[1, "a", None, True], Literal[Literal[1], 2, 1]',
    'Callable[[int], str], Callable[[], None], Callable[..., int], Callable[P, int], Callable',
    'Tuple[()], Tuple[int, ...], Tuple',
    'Box, Box[int], Box["Box"], Box[Box[T]]',
    'T, P, P.args, P.kwargs, Ts, Unpack[Ts], TypeVar("C", covariant=True), TypeVar("D", contravariant=True)',
    'User, List[User], User | None',
    'List, Type[int], Deque, Pattern[str], IO[str], ContextManager[int]',
    'Annotated[int, 1, "x"], Annotated[Annotated[int, 1], 2]',
    'ForwardRef("int"), List["int"], ForwardRef("x", module="m")',
    'int | T, "x" | T, List[int] | None',
]:
    show(text)
