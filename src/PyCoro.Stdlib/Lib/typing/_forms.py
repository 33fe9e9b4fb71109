"""The special forms: Union, Optional, Literal, ClassVar, Final, ..., and Any, Annotated."""

__name__ = 'typing'

import types

from typing._parts import _PLACES, _NoneType, _sealed, _tp_cache, _type_check, _deduplicate
from typing._aliases import (
    _AnnotatedAlias, _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias,
    _UnionGenericAlias, _UnpackGenericAlias, _Unionable, _with_types)
from typing._variables import ParamSpec, _is_unpacked_variables


class _SpecialForm(_Unionable):
    # A name with a meaning of its own; the function that it is made of says what it makes of arguments.

    __slots__ = ('_name', '__doc__', '_getitem', '_bare', '__weakref__')

    _is_special_form = True
    __iter__ = None

    def __init__(self, getitem, bare=False):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__
        self._bare = bare       # May it be an annotation without arguments?

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, args):
        return self._getitem(self, args)


class _LiteralSpecialForm(_SpecialForm):
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        # One by one, so that their types count when results are remembered.
        return self._getitem(self, *args)


def _bare(function):
    return _SpecialForm(function, bare=True)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type.

    - Any is compatible with every type.
    - Any assumed to have all methods.
    - All values assumed to be instances of Any.

    A class may derive from it, to be taken for anything by static type checkers.
    """

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


@_bare
def NoReturn(self, args):
    """Special type indicating functions that never return: ``def stop() -> NoReturn: raise Exception``."""
    raise TypeError(f"{self} is not subscriptable")


@_bare
def Never(self, args):
    """The bottom type, a type that has no members."""
    raise TypeError(f"{self} is not subscriptable")


@_bare
def Self(self, args):
    """Used to spell the type of "self" in classes: ``def set(self, x) -> Self``."""
    raise TypeError(f"{self} is not subscriptable")


@_bare
def LiteralString(self, args):
    """Represents an arbitrary literal string (PEP 675)."""
    raise TypeError(f"{self} is not subscriptable")


@_bare
def TypeAlias(self, args):
    """Special form for marking type aliases: ``Names: TypeAlias = list[str]`` (PEP 613)."""
    raise TypeError(f"{self} is not subscriptable")


@_SpecialForm
def ClassVar(self, args):
    """Special type construct to mark class variables: ``stats: ClassVar[Dict[str, int]] = {}``."""
    return _GenericAlias(self, (_type_check(args, f"{self} accepts only single type."),))


@_SpecialForm
def Final(self, args):
    """Special typing construct to indicate final names to type checkers (PEP 591)."""
    return _GenericAlias(self, (_type_check(args, f"{self} accepts only single type."),))


@_SpecialForm
def Union(self, args):
    """Union type; Union[X, Y] means either X or Y.

    Unions of unions are flattened, repeated members dropped, and a union of one type is that type. The order of the
    members does not matter when unions are compared.
    """
    if args == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(args, tuple):
        args = (args,)
    msg = "Union[arg, ...]: each arg must be a type."
    members = []
    for arg in args:
        arg = _type_check(arg, msg)
        if isinstance(arg, (_UnionGenericAlias, types.UnionType)):
            members.extend(arg.__args__)
        else:
            members.append(arg)
    members = tuple(_deduplicate(members))
    if len(members) == 1:
        return members[0]
    optional = len(members) == 2 and _NoneType in members
    return _UnionGenericAlias(self, members, name='Optional' if optional else 'Union')


@_SpecialForm
def Optional(self, args):
    """Optional[X] is equivalent to Union[X, None]."""
    return Union[_type_check(args, f"{self} requires a single type."), _NoneType]


@_LiteralSpecialForm
@_tp_cache(typed=True)
def Literal(self, *args):
    """Special typing form to define literal types: ``Literal['r', 'w']`` (PEP 586)."""
    values = []
    for arg in args:
        if isinstance(arg, _LiteralGenericAlias):
            values.extend(arg.__args__)
        else:
            values.append(arg)
    try:
        values = [value for value, kind in dict.fromkeys(_with_types(values))]
    except TypeError:
        pass    # What cannot be hashed stays as it was given.
    return _LiteralGenericAlias(self, tuple(values))


@_SpecialForm
def Concatenate(self, args):
    """Parameters in front of those of a ParamSpec: ``Callable[Concatenate[int, P], int]`` (PEP 612)."""
    if args == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(args, tuple):
        args = (args,)
    if not (args[-1] is ... or isinstance(args[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    msg = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*[_type_check(arg, msg) for arg in args[:-1]], args[-1]))


@_SpecialForm
def TypeGuard(self, args):
    """The return type of a function that tells whether its argument is of a type (PEP 647)."""
    return _GenericAlias(self, (_type_check(args, f"{self} accepts only single type."),))


@_SpecialForm
def Required(self, args):
    """A key of a TypedDict that must be there although total=False (PEP 655)."""
    return _GenericAlias(self, (_type_check(args, f"{self._name} accepts only a single type."),))


@_SpecialForm
def NotRequired(self, args):
    """A key of a TypedDict that may be missing (PEP 655)."""
    return _GenericAlias(self, (_type_check(args, f"{self._name} accepts only a single type."),))


@_SpecialForm
def Unpack(self, args):
    """Unpack[Ts] is *Ts, for where the star cannot be written (PEP 646)."""
    return _UnpackGenericAlias(origin=self, args=(_type_check(args, f"{self} accepts only single type."),))


class Annotated:
    """Add context-specific metadata to a type: ``Annotated[int, runtime_check.Unsigned]`` (PEP 593).

    The first argument must be a type, the others are the metadata. Nested Annotated types are flattened; calling one
    calls the type.
    """

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, args):
        if not isinstance(args, tuple) or len(args) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        if _is_unpacked_variables(args[0]):
            raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
        return cls._make(*args)

    @classmethod
    @_tp_cache(typed=True)
    def _make(cls, origin, *metadata):
        msg = "Annotated[t, ...]: t must be a type."
        return _AnnotatedAlias(_type_check(origin, msg, allow_special_forms=True), metadata)

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


_PLACES[ClassVar] = 'member'
_PLACES[Final] = 'variable'
_sealed(_SpecialForm)
