"""Names for the classes of the library: List, Dict, Iterable, ..., SupportsInt, IO."""

__name__ = 'typing'

import builtins
import collections.abc as _abc
from abc import update_abstractmethods
from types import FunctionType as _FunctionType

from typing._aliases import _CallableType, _SpecialGenericAlias, _TupleType
from typing._forms import Any
from typing._generic import Generic, Protocol, runtime_checkable
from typing._variables import TypeVar


def _own(variable):
    # They are typing's, whatever this file is called.
    variable.__module__ = __name__
    return variable


# Variables for the classes below, and for AnyStr, which everybody may use.
AnyStr = _own(TypeVar('AnyStr', bytes, str))
T, KT, VT = (_own(TypeVar(name)) for name in ('T', 'KT', 'VT'))
T_co, V_co, VT_co = (_own(TypeVar(name, covariant=True)) for name in ('T_co', 'V_co', 'VT_co'))
CT_co = _own(TypeVar('CT_co', covariant=True, bound=type))
T_contra = _own(TypeVar('T_contra', contravariant=True))

Text = str

# How many parameters each alias takes: "name count", or "name=class count" where the class is called otherwise.
_ALIASES = {
    'collections.abc': '''
        Hashable 0, Sized 0, Container 1, Iterable 1, Iterator 1, Reversible 1, Collection 1, Generator 3,
        Awaitable 1, Coroutine 3, AsyncIterable 1, AsyncIterator 1, AsyncGenerator 2,
        AbstractSet=Set 1, MutableSet 1, Mapping 2, MutableMapping 2, Sequence 1, MutableSequence 1, ByteString 0,
        MappingView 1, KeysView 1, ItemsView 2, ValuesView 1''',
    'builtins': 'List=list 1, Set=set 1, FrozenSet=frozenset 1, Dict=dict 2, Type=type 1',
    'collections': 'Deque=deque 1, DefaultDict=defaultdict 2, OrderedDict 2, Counter 1, ChainMap 2',
    'contextlib': 'ContextManager=AbstractContextManager 1, AsyncContextManager=AbstractAsyncContextManager 1',
    're': 'Pattern 1, Match 1',
}


def _aliases(module, entries):
    """The aliases of one module's classes by name. Classes that are not loaded are named instead, and looked up when needed."""
    loaded = {'collections.abc': _abc, 'builtins': builtins}.get(module)
    for entry in entries.split(','):
        names, count = entry.split()
        name, _, original = names.partition('=')
        original = original or name
        origin = f'{module}.{original}' if loaded is None else getattr(loaded, original)
        # Builtin classes are to be called by their own names; calling another alias is calling its class.
        yield name, _SpecialGenericAlias(origin, int(count), inst=module != 'builtins', name=name)


for _module in _ALIASES:
    globals().update(_aliases(_module, _ALIASES[_module]))

# These two have rules of their own about their parameters.
Callable = _CallableType(_abc.Callable, 2, name='Callable')
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')


def _interface(cls):
    """Make what the class defines abstract: the functions, and the properties by their functions."""
    for name, member in vars(cls).items():
        function = getattr(member, 'fget', member)
        # Protocol gives each protocol the same __init__.
        if name != '__init__' and isinstance(function, _FunctionType):
            function.__isabstractmethod__ = True
    return update_abstractmethods(cls)


def _conversion(cls):
    """A protocol that isinstance() knows."""
    return runtime_checkable(_interface(cls))


@_conversion
class SupportsInt(Protocol):
    """What int() can convert by the object's own method."""
    __slots__ = ()
    def __int__(self) -> int: ...


@_conversion
class SupportsIndex(Protocol):
    """What is an integer wherever one is needed, as an index for example."""
    __slots__ = ()
    def __index__(self) -> int: ...


@_conversion
class SupportsFloat(Protocol):
    """What float() can convert by the object's own method."""
    __slots__ = ()
    def __float__(self) -> float: ...


@_conversion
class SupportsComplex(Protocol):
    """What complex() can convert by the object's own method."""
    __slots__ = ()
    def __complex__(self) -> complex: ...


@_conversion
class SupportsBytes(Protocol):
    """What bytes() can convert by the object's own method."""
    __slots__ = ()
    def __bytes__(self) -> bytes: ...


@_conversion
class SupportsAbs(Protocol[T_co]):
    """What has an absolute value, which may be of another type."""
    __slots__ = ()
    def __abs__(self) -> T_co: ...


@_conversion
class SupportsRound(Protocol[T_co]):
    """What round() can round, to something that may be of another type."""
    __slots__ = ()
    def __round__(self, ndigits: int = 0) -> T_co: ...


# What open() returns, for annotations; the classes that do the work are those of io.

@_interface
class IO(Generic[AnyStr]):
    """A file of text or of bytes."""

    __slots__ = ()

    # What it is.
    @property
    def mode(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def closed(self) -> bool: ...

    def fileno(self) -> int: ...
    def isatty(self) -> bool: ...
    def readable(self) -> bool: ...
    def seekable(self) -> bool: ...
    def writable(self) -> bool: ...

    # Where it stands.
    def tell(self) -> int: ...
    def seek(self, offset: int, whence: int = 0) -> int: ...
    def truncate(self, size: int = None) -> int: ...

    # What is in it.
    def read(self, n: int = -1) -> AnyStr: ...
    def readline(self, limit: int = -1) -> AnyStr: ...
    def readlines(self, hint: int = -1) -> List[AnyStr]: ...
    def write(self, s: AnyStr) -> int: ...
    def writelines(self, lines: List[AnyStr]) -> None: ...
    def flush(self) -> None: ...

    # Its end.
    def close(self) -> None: ...
    def __enter__(self) -> 'IO[AnyStr]': ...
    def __exit__(self, type, value, traceback) -> None: ...


@_interface
class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __slots__ = ()

    def __enter__(self) -> 'BinaryIO': ...
    def write(self, s: 'bytes | bytearray') -> int: ...


@_interface
class TextIO(IO[str]):
    """A file of text."""

    __slots__ = ()

    def __enter__(self) -> 'TextIO': ...

    @property
    def buffer(self) -> BinaryIO: ...

    @property
    def encoding(self) -> str: ...

    @property
    def errors(self) -> 'str | None': ...

    @property
    def line_buffering(self) -> bool: ...

    @property
    def newlines(self) -> Any: ...
