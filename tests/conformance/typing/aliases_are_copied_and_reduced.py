import copy
from typing import *

T = TypeVar("T")
for alias in (List, List[int], Optional[int], Union[int, str], Callable[[int], str], Callable[..., int], Literal[1, 2],
              Tuple[()], Tuple[int, ...], Annotated[int, 1], Any, Self):
    print(alias, copy.copy(alias) == alias, copy.deepcopy(alias) == alias)
for alias in (List[int], Union[int, str], Callable[[int], str], Annotated[int, 1], Tuple[()], T, Self, List):
    print(alias.__reduce__())
print(len({List[int], List[int], Union[int, str], Union[str, int], Literal[1], Literal[True]}))
