"""
The typing module: Support for gradual typing as defined by PEP 484 and subsequent PEPs.

Special forms (Any, Union, Literal, ...), generic classes (Generic, Protocol), type variables, aliases of the library's
classes for annotations (List, Iterable, ...), classes declared by annotations (NamedTuple, TypedDict), functions that
look at annotations (get_type_hints, ...) and decorators for static type checkers.
"""

# The parts lie in files of their own, by subject. They all say that they are typing: that is where users find the names.

from typing._parts import (
    _Final, _check_generic, _cleanups, _deduplicate, _is_dunder, _tp_cache, _type_check, _type_convert, _type_repr)
from typing._forward import ForwardRef
from typing._variables import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple, _is_param_expr
from typing._aliases import (
    _AnnotatedAlias, _BaseGenericAlias, _CallableGenericAlias, _CallableType, _collect_parameters,
    _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias, _SpecialGenericAlias, _TupleType, _TypingEllipsis,
    _UnionGenericAlias, _UnpackGenericAlias)
from typing._forms import (
    Annotated, Any, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn, NotRequired, Optional,
    Required, Self, TypeAlias, TypeGuard, Union, Unpack, _AnyMeta, _LiteralSpecialForm, _SpecialForm)
from typing._generic import (
    EXCLUDED_ATTRIBUTES, Generic, Protocol, runtime_checkable, _get_protocol_attrs, _is_callable_members_only,
    _no_init_or_replace_init, _PROTO_ALLOWLIST, _ProtocolMeta)
from typing._records import (
    NamedTuple, NamedTupleMeta, TypedDict, is_typeddict, _NamedTuple, _prohibited, _TypedDict, _TypedDictMeta)
from typing._hints import get_args, get_origin, get_type_hints, _allowed_types, _eval_type, _strip_annotations
from typing._standard import (
    AbstractSet, AnyStr, AsyncContextManager, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, BinaryIO,
    ByteString, Callable, ChainMap, Collection, Container, ContextManager, Coroutine, Counter, CT_co, DefaultDict, Deque,
    Dict, FrozenSet, Generator, Hashable, IO, ItemsView, Iterable, Iterator, KeysView, KT, List, Mapping, MappingView,
    Match, MutableMapping, MutableSequence, MutableSet, OrderedDict, Pattern, Reversible, Sequence, Set, Sized,
    SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt, SupportsRound, T, T_co,
    T_contra, Text, TextIO, Tuple, Type, V_co, ValuesView, VT, VT_co)
import sys
from types import GenericAlias

from typing._submodules import io, re

__all__ = [
    # Forms and variables.
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
    'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union',
    # Abstract classes.
    'AbstractSet', 'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator',
    'KeysView', 'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized',
    'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
    'AsyncContextManager',
    # Protocols.
    'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
    'SupportsRound',
    # Classes.
    'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple',
    'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO',
    # The rest.
    'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args',
    'get_origin', 'get_overloads', 'get_type_hints', 'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check',
    'no_type_check_decorator', 'NoReturn', 'NotRequired', 'overload', 'ParamSpecArgs', 'ParamSpecKwargs', 'Required',
    'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'Unpack',
]

# Static type checkers take it for true.
TYPE_CHECKING = False


def _idfunc(x):
    """What calling a NewType does: nothing."""
    return x


class NewType:
    """NewType creates simple unique types with almost zero runtime overhead.

    ``UserId = NewType('UserId', int)`` is a subtype of int for static type checkers; at run time calling it returns its
    argument.
    """

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        module = sys._getframe(1).f_globals.get('__name__')
        if module != 'typing':
            self.__module__ = module

    __call__ = staticmethod(_idfunc)

    def __mro_entries__(self, bases):
        name = self.__name__

        class Hint:
            # Deriving from it tells the name of the class that was wanted.
            def __init_subclass__(cls):
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")

        return (Hint,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    """Cast a value to a type: it returns the value unchanged; type checkers believe that it has the type."""
    return val


def assert_type(val, typ, /):
    """Ask a static type checker to confirm that the value is of the given type. It returns the value unchanged."""
    return val


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    """Statically assert that a line of code is unreachable; at run time it raises."""
    value = repr(arg)
    if len(value) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        value = value[:_ASSERT_NEVER_REPR_MAX_LENGTH] + '...'
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    """Reveal the inferred type of a variable: type checkers print theirs, a program prints the one it has."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def final(f):
    """Indicate final methods and final classes: they are not to be overridden or derived from.

    It sets the attribute __final__ where it can; nothing is checked at run time.
    """
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass    # Read-only: nothing but a mark is lost.
    return f


def no_type_check(arg):
    """Indicate that annotations are not type hints: of a function, or of all that a class itself defines."""
    if isinstance(arg, type):
        for name in dir(arg):
            member = getattr(arg, name)
            if getattr(member, '__qualname__', None) != f'{arg.__qualname__}.{getattr(member, "__name__", None)}' \
                    or getattr(member, '__module__', None) != arg.__module__:
                # Of a base class, or assigned from elsewhere.
                continue
            if isinstance(member, type):
                no_type_check(member)
            elif isinstance(member, type(no_type_check)):
                member.__no_type_check__ = True
            elif isinstance(member, type(_METHOD)):
                member.__func__.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass    # A builtin class.
    return arg


def no_type_check_decorator(decorator):
    """Give another decorator the effect of no_type_check: what it returns has no type hints."""
    import functools

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))

    return wrapped_decorator


# {module: {qualified name: {line: function}}}
_overload_registry = {}


def _overload_dummy(*args, **kwds):
    """What a function decorated with @overload is at run time."""
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module"
        " should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    """Decorator for overloaded functions/methods.

    Declares one of several signatures; the implementation follows without the decorator. The declarations can be had by
    get_overloads().
    """
    inner = getattr(func, '__func__', func)
    try:
        known = _overload_registry.setdefault(inner.__module__, {}).setdefault(inner.__qualname__, {})
        known[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass    # Not a function: it cannot be found again, but may be declared.
    return _overload_dummy


def get_overloads(func):
    """Return all defined overloads for *func* as a sequence."""
    inner = getattr(func, '__func__', func)
    return list(_overload_registry.get(inner.__module__, {}).get(inner.__qualname__, {}).values())


def clear_overloads():
    """Clear all overloads in the registry."""
    _overload_registry.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    """Mark a decorator, base class or metaclass as one that makes classes behave like dataclasses (PEP 681).

    The arguments are kept as the attribute __dataclass_transform__.
    """
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default,
            'order_default': order_default,
            'kw_only_default': kw_only_default,
            'field_specifiers': field_specifiers,
            'kwargs': kwargs,
        }
        return cls_or_fn
    return decorator


class _Method:
    def it(self):
        pass


_METHOD = _Method().it
