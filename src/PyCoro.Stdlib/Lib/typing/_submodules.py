"""typing.io and typing.re: they look like modules, and were once meant to be; deprecated."""

__name__ = 'typing'

import sys

from typing._standard import IO, BinaryIO, Match, Pattern, TextIO


class _DeprecatedType(type):
    # Everything but the names of a class itself warns.
    def __getattribute__(cls, name):
        if name not in ('__dict__', '__module__') and name in cls.__dict__:
            import warnings
            warnings.warn(
                f"{cls.__name__} is deprecated, import directly from typing instead. {cls.__name__} will be removed in"
                " Python 3.12.", DeprecationWarning, stacklevel=2)
        return super().__getattribute__(name)


class io(metaclass=_DeprecatedType):
    """Wrapper namespace for IO generic classes."""

    __all__ = ['IO', 'TextIO', 'BinaryIO']
    IO = IO
    TextIO = TextIO
    BinaryIO = BinaryIO


class re(metaclass=_DeprecatedType):
    """Wrapper namespace for re type aliases."""

    __all__ = ['Pattern', 'Match']
    Pattern = Pattern
    Match = Match


for _class in (io, re):
    _class.__name__ = 'typing.' + _class.__name__
    sys.modules[_class.__name__] = _class
