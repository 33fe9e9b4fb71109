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
    "isinstance([], List)",
    "isinstance([], List[int])",
    "isinstance(1, Union[int, str])",
    "isinstance(None, Optional[int])",
    "isinstance(1, Union)",
    "isinstance(1, Any)",
    "isinstance(1, Self)",
    "isinstance(1, T)",
    "isinstance(1, Literal[1])",
    "isinstance(1, ClassVar[int])",
    "issubclass(int, Callable)",
    "issubclass(list, Iterable)",
    "issubclass(List, Sequence)",
    "issubclass(1, List)",
    "isinstance(1, NewType('N', int))",
    "isinstance({}, TypedDict('D', {}))",
    "List()",
    "List[int]()",
    "Union[int, str]()",
    "Optional()",
    "Any()",
    "Deque[int]([1])",
    "Annotated[int, 1](5)",
]:
    show(text)
