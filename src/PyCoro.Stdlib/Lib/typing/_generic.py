"""Generic and Protocol: classes with type variables, and classes that say what others must have."""

__name__ = 'typing'

import sys
from abc import ABCMeta

from _generics import collect_parameters as _collect_parameters, unpack as _unpack_args
from typing._parts import _PLACES, _tp_cache, _type_convert
from typing._aliases import _GenericAlias
from typing._variables import ParamSpec, TypeVar, TypeVarTuple, _is_unpacked_variables


class Generic:
    """Abstract base class for generic types.

    A generic type is typically declared by inheriting from this class parameterized with one or more type variables::

      class Mapping(Generic[KT, VT]):
          def __getitem__(self, key: KT) -> VT: ...
    """

    __slots__ = ()
    _is_protocol = False

    @_tp_cache
    def __class_getitem__(cls, args):
        """Parameterizes a generic class: a declaration for Generic and Protocol, else an alias."""
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple([_type_convert(arg) for arg in args])
        # Equality, not identity: the Protocol of typing_extensions says that it equals this one.
        if cls in (Generic, Protocol):
            _check_declaration(cls, args)
        else:
            args = _deal(cls, args)
        return _GenericAlias(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = cls.__dict__
        if '__orig_bases__' in own:
            plain = Generic in own['__orig_bases__']
        else:
            plain = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls) is not _typed_dict_meta()
        if plain:
            raise TypeError("Cannot inherit from plain Generic")
        cls.__parameters__ = _declared(own['__orig_bases__']) if '__orig_bases__' in own else ()


def _typed_dict_meta():
    records = sys.modules.get('typing._records')
    return records and records._TypedDictMeta


def _check_declaration(cls, args):
    name = cls.__name__
    if not args:
        raise TypeError(f"Parameter list to {name}[...] cannot be empty")
    for arg in args:
        if not isinstance(arg, (TypeVar, ParamSpec)) and not _is_unpacked_variables(arg):
            raise TypeError(f"Parameters to {name}[...] must all be type variables or parameter specification variables.")
    if len(set(args)) != len(args):
        raise TypeError(f"Parameters to {name}[...] must all be unique")


def _deal(cls, args):
    # The arguments as the class's variables take them.
    args = _unpack_args(args)
    parameters = cls.__parameters__
    for parameter in parameters:
        prepare = getattr(parameter, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(cls, args)
    # By the module's name: typing_extensions puts one there that knows defaults.
    sys.modules['typing']._check_generic(cls, args, len(parameters))
    dealt = []
    for parameter, arg in zip(parameters, args):
        if isinstance(parameter, TypeVarTuple):
            dealt.extend(arg)
        else:
            dealt.append(arg)
    return tuple(dealt)


def _declared(bases):
    # The type variables of a class: those of Generic[...] if it is among the bases, which then must name all.
    variables = _collect_parameters(bases)
    declaration = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if declaration is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            declaration = base
    if declaration is None:
        return variables
    missing = [variable for variable in variables if variable not in declaration.__parameters__]
    if missing:
        named = ', '.join([str(variable) for variable in missing])
        listed = ', '.join([str(variable) for variable in declaration.__parameters__])
        raise TypeError(f"Some type variables ({named}) are not listed in Generic[{listed}]")
    return declaration.__parameters__


# What every class has, or typing puts there, is no member of a protocol.
EXCLUDED_ATTRIBUTES = [
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol', '__final__',
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__',
    '__subclasshook__', '__weakref__', '__class_getitem__', '_MutableMapping__marker',
]
_NO_MEMBERS = frozenset(EXCLUDED_ATTRIBUTES)

# Classes that are no protocols but may be bases of some: they are recognised by their methods as well.
_PROTO_ALLOWLIST = {
    'collections.abc': ['Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'Hashable', 'Sized', 'Container',
                        'Collection', 'Reversible'],
    'contextlib': ['AbstractContextManager', 'AbstractAsyncContextManager'],
}


def _get_protocol_attrs(cls):
    """The names of a protocol's members, annotated ones included."""
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        own = base.__dict__
        for name in (*own, *_annotated(own)):
            if name not in _NO_MEMBERS and not name.startswith('_abc_'):
                attrs.add(name)
    return attrs


def _annotated(own):
    # Of a builtin class it is a descriptor.
    annotations = own.get('__annotations__', ())
    return annotations if isinstance(annotations, dict) else ()


def _is_callable_members_only(cls):
    return all(callable(getattr(cls, name, None)) for name in _get_protocol_attrs(cls))


def _asked_by_library(depth):
    # Walking the subclasses of an ABC (and singledispatch) meets protocols that nobody asked for: no errors then.
    try:
        return sys._getframe(depth + 1).f_globals.get('__name__') in ('abc', 'functools', None)
    except ValueError:
        return False


class _ProtocolMeta(ABCMeta):
    """Checks of instances and classes by the members that a protocol asks for."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        # Before there is a class: the ABCs among its bases would know it.
        if bases != (Generic,) and Protocol in bases:
            for base in bases:
                if not (base is object or base is Generic or getattr(base, '_is_protocol', False)
                        or base.__name__ in _PROTO_ALLOWLIST.get(base.__module__, ())):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __subclasscheck__(cls, other):
        own = cls.__dict__
        if own.get('_is_protocol') and cls is not Protocol and not _asked_by_library(1):
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not own.get('_is_runtime_protocol'):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if not _is_callable_members_only(cls):
                raise TypeError("Protocols with non-method members don't support issubclass()")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol') or cls is Protocol:
            return super().__instancecheck__(instance)
        if not cls._is_runtime_protocol and not _asked_by_library(1):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if ABCMeta.__subclasscheck__(cls, instance.__class__):
            return True
        for name in _get_protocol_attrs(cls):
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True


def _no_init_or_replace_init(self, *args, **kwargs):
    # The __init__ of protocols. A class that derives from one has the next __init__ of its bases, put there when it is
    # first needed; super().__init__() of a class with its own ends here.
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is _no_init_or_replace_init:
        candidates = (vars(base)['__init__'] for base in cls.__mro__ if '__init__' in vars(base))
        cls.__init__ = next(init for init in candidates if init is not _no_init_or_replace_init)
        cls.__init__(self, *args, **kwargs)


def _protocol_hook(cls, other):
    # __subclasshook__ of protocols: does the class have all members?
    if not cls.__dict__.get('_is_protocol'):
        return NotImplemented
    if not cls._is_runtime_protocol or not _is_callable_members_only(cls):
        return NotImplemented
    if not isinstance(other, type):
        raise TypeError('issubclass() arg 1 must be a class')
    for name in _get_protocol_attrs(cls):
        for base in other.__mro__:
            own = base.__dict__
            if name in own:
                if own[name] is None:
                    return NotImplemented
                break
            # A protocol has members that are only annotated.
            if name in _annotated(own) and getattr(other, '_is_protocol', False) and issubclass(other, Generic):
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes.

    Protocol classes are defined as::

      class Proto(Protocol):
          def meth(self) -> int:
              ...

    They are used by static type checkers that recognize structural subtyping; those decorated with
    @typing.runtime_checkable can be used with isinstance(), which then looks for the members (PEP 544).
    """

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol'):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


_PLACES[Generic] = 'base'
_PLACES[Protocol] = 'base'


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol.

    Such protocol can be used with isinstance() and issubclass(). They check only the presence of the members.
    """
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls
