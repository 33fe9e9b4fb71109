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
    'Optional[int, str]',
    'Optional[()]',
    'Union[()]',
    'ClassVar[int, str]',
    'Final[int, str]',
    'List[ClassVar[int]]',
    'List[ClassVar]',
    'List[Final]',
    'List[Generic]',
    'List[Generic[T]]',
    'Annotated[int]',
    'Annotated[*Ts, 1]',
    'Concatenate[int]',
    'Concatenate[()]',
    'Unpack[int, str]',
    'Required[int, str]',
    'TypeGuard[int, str]',
    'Any[int]',
    'Self[int]',
    'Callable[int]',
    'TypeVar("T", int)',
    'TypeVar("T", bound=Union)',
    'TypeVar("T", bound=(int, str))',
    'TypeVar("T", int, str, bound=int)',
    'TypeVar("T", covariant=True, contravariant=True)',
    'ForwardRef(1)',
    'ForwardRef("1+")',
]:
    show(text)
