"""Names for the classes of the library: List, Dict, Iterable, ..., SupportsInt, IO."""

__name__ = 'typing'

import collections.abc as _abc
from abc import abstractmethod

from typing._aliases import _CallableType, _SpecialGenericAlias, _TupleType
from typing._forms import Any
from typing._generic import Generic, Protocol, runtime_checkable
from typing._variables import TypeVar


def _alias(name, origin, nparams, inst=False):
    return _SpecialGenericAlias(origin, nparams, inst=inst, name=name)


# Some unconstrained type variables. These are used by the container types; they are not for export.
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
V_co = TypeVar('V_co', covariant=True)
VT_co = TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
CT_co = TypeVar('CT_co', covariant=True, bound=type)
for _variable in (T, KT, VT, T_co, V_co, VT_co, T_contra, CT_co):
    _variable.__module__ = 'typing'

AnyStr = TypeVar('AnyStr', bytes, str)
AnyStr.__module__ = 'typing'

# Abstract classes: calling the alias is calling the class, which says that it cannot be instantiated.
Hashable = _alias('Hashable', _abc.Hashable, 0, inst=True)
Awaitable = _alias('Awaitable', _abc.Awaitable, 1, inst=True)
Coroutine = _alias('Coroutine', _abc.Coroutine, 3, inst=True)
AsyncIterable = _alias('AsyncIterable', _abc.AsyncIterable, 1, inst=True)
AsyncIterator = _alias('AsyncIterator', _abc.AsyncIterator, 1, inst=True)
Iterable = _alias('Iterable', _abc.Iterable, 1, inst=True)
Iterator = _alias('Iterator', _abc.Iterator, 1, inst=True)
Reversible = _alias('Reversible', _abc.Reversible, 1, inst=True)
Sized = _alias('Sized', _abc.Sized, 0, inst=True)
Container = _alias('Container', _abc.Container, 1, inst=True)
Collection = _alias('Collection', _abc.Collection, 1, inst=True)
Callable = _CallableType(_abc.Callable, 2, name='Callable')
AbstractSet = _alias('AbstractSet', _abc.Set, 1, inst=True)
MutableSet = _alias('MutableSet', _abc.MutableSet, 1, inst=True)
Mapping = _alias('Mapping', _abc.Mapping, 2, inst=True)
MutableMapping = _alias('MutableMapping', _abc.MutableMapping, 2, inst=True)
Sequence = _alias('Sequence', _abc.Sequence, 1, inst=True)
MutableSequence = _alias('MutableSequence', _abc.MutableSequence, 1, inst=True)
ByteString = _alias('ByteString', _abc.ByteString, 0, inst=True)
MappingView = _alias('MappingView', _abc.MappingView, 1, inst=True)
KeysView = _alias('KeysView', _abc.KeysView, 1, inst=True)
ItemsView = _alias('ItemsView', _abc.ItemsView, 2, inst=True)
ValuesView = _alias('ValuesView', _abc.ValuesView, 1, inst=True)
Generator = _alias('Generator', _abc.Generator, 3, inst=True)
AsyncGenerator = _alias('AsyncGenerator', _abc.AsyncGenerator, 2, inst=True)
ContextManager = _alias('ContextManager', 'contextlib.AbstractContextManager', 1, inst=True)
AsyncContextManager = _alias('AsyncContextManager', 'contextlib.AbstractAsyncContextManager', 1, inst=True)

# Builtin classes are to be called by their own names.
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
List = _alias('List', list, 1)
Set = _alias('Set', set, 1)
FrozenSet = _alias('FrozenSet', frozenset, 1)
Dict = _alias('Dict', dict, 2)
Type = _alias('Type', type, 1)
Deque = _alias('Deque', 'collections.deque', 1, inst=True)
DefaultDict = _alias('DefaultDict', 'collections.defaultdict', 2, inst=True)
OrderedDict = _alias('OrderedDict', 'collections.OrderedDict', 2, inst=True)
Counter = _alias('Counter', 'collections.Counter', 1, inst=True)
ChainMap = _alias('ChainMap', 'collections.ChainMap', 2, inst=True)
Pattern = _alias('Pattern', 're.Pattern', 1, inst=True)
Match = _alias('Match', 're.Match', 1, inst=True)

Text = str


@runtime_checkable
class SupportsInt(Protocol):
    """An ABC with one abstract method __int__."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """An ABC with one abstract method __float__."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """An ABC with one abstract method __complex__."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """An ABC with one abstract method __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """An ABC with one abstract method __index__."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    """An ABC with one abstract method __abs__ that is covariant in its return type."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """An ABC with one abstract method __round__ that is covariant in its return type."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


class IO(Generic[AnyStr]):
    """Generic base class for TextIO and BinaryIO.

    It is what open() returns, for annotations; the classes that do the work are those of io.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def mode(self) -> str:
        pass

    @property
    @abstractmethod
    def name(self) -> str:
        pass

    @abstractmethod
    def close(self) -> None:
        pass

    @property
    @abstractmethod
    def closed(self) -> bool:
        pass

    @abstractmethod
    def fileno(self) -> int:
        pass

    @abstractmethod
    def flush(self) -> None:
        pass

    @abstractmethod
    def isatty(self) -> bool:
        pass

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readable(self) -> bool:
        pass

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readlines(self, hint: int = -1) -> List[AnyStr]:
        pass

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int:
        pass

    @abstractmethod
    def seekable(self) -> bool:
        pass

    @abstractmethod
    def tell(self) -> int:
        pass

    @abstractmethod
    def truncate(self, size: int = None) -> int:
        pass

    @abstractmethod
    def writable(self) -> bool:
        pass

    @abstractmethod
    def write(self, s: AnyStr) -> int:
        pass

    @abstractmethod
    def writelines(self, lines: List[AnyStr]) -> None:
        pass

    @abstractmethod
    def __enter__(self) -> 'IO[AnyStr]':
        pass

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None:
        pass


class BinaryIO(IO[bytes]):
    """Typed version of the return of open() in binary mode."""

    __slots__ = ()

    @abstractmethod
    def write(self, s: 'bytes | bytearray') -> int:
        pass

    @abstractmethod
    def __enter__(self) -> 'BinaryIO':
        pass


class TextIO(IO[str]):
    """Typed version of the return of open() in text mode."""

    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self) -> BinaryIO:
        pass

    @property
    @abstractmethod
    def encoding(self) -> str:
        pass

    @property
    @abstractmethod
    def errors(self) -> 'str | None':
        pass

    @property
    @abstractmethod
    def line_buffering(self) -> bool:
        pass

    @property
    @abstractmethod
    def newlines(self) -> Any:
        pass

    @abstractmethod
    def __enter__(self) -> 'TextIO':
        pass
