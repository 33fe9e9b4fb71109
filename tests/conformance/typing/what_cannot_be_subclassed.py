from typing import *

T = TypeVar("T")
for base in ("Union", "Union[int, str]", "Optional[int]", "Literal[1]", "ClassVar[int]", "Self", "type(Union)", "type(List)",
             "type(Union[int, str])", "TypeVar", "ParamSpec", "ForwardRef", "Annotated", "NewType('N', int)", "Unpack[tuple[int]]"):
    try:
        exec(f"class A({base}): pass")
    except TypeError as error:
        print(base, "->", error)


class Anything(Any):
    pass


class Note(Annotated[int, "x"]):
    pass


print(Anything.__mro__, Note(4) + 1, repr(Any), repr(Anything))
