"""The objects that subscripted types are: List[int], Union[int, str], Callable[[int], str], ..."""

__name__ = 'typing'


import sys
from operator import getitem as _getitem

from _generics import collect_parameters as _collect_parameters, substitute as _substitute
from typing._parts import (
    _OWN, _PLACES, _is_dunder, _sealed, _tp_cache, _type_check, _type_convert, _type_repr)
from typing._variables import TypeVarTuple, _is_param_expr


def _tupled(args):
    return args if isinstance(args, tuple) else (args,)


class _Unionable:
    # X | Y for what is no class: typing.Union does the work.
    __slots__ = ()

    def __or__(self, right):
        from typing._forms import Union
        return Union[self, right]

    def __ror__(self, left):
        from typing._forms import Union
        return Union[left, self]


class _BaseGenericAlias(_Unionable):
    """What List and List[int] have in common: they stand for a class, their origin, and pass attributes on to it."""

    _is_alias = True
    # Arguments that a ParamSpec was replaced with join the others.
    _flat = False

    def __init__(self, origin, *, inst=True, name=None):
        own = self.__dict__
        own['_inst'] = inst
        own['_name'] = name
        own['__origin__'] = origin
        own['__slots__'] = None     # It is no class that could have any.

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        # The origin, unless it is a base already, and Generic, unless a later base brings it.
        from typing._generic import Generic
        entries = [] if self.__origin__ in bases else [self.__origin__]
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias) or isinstance(base, type) and issubclass(base, Generic):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in _OWN:
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list(set(super().__dir__()) | {name for name in dir(self.__origin__) if not _is_dunder(name)})


class _GenericAlias(_BaseGenericAlias):
    """A class or form with arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        args = _tupled(args)
        own = self.__dict__
        own['__args__'] = tuple([... if arg is _TypingEllipsis else arg for arg in args])
        own['__parameters__'] = _collect_parameters(args)
        if not name:
            own['__module__'] = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_tp_cache
    def __getitem__(self, args):
        if _PLACES.get(self.__origin__) == 'base':
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = tuple([_type_convert(arg) for arg in _tupled(args)])
        return self.copy_with(_substitute(self, self.__args__, self.__parameters__, args, self._flat))

    def copy_with(self, args):
        """The same form with other arguments."""
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ', '.join([_type_repr(arg) for arg in self.__args__]) or '()'
        return f'{name}[{args}]'

    def __reduce__(self):
        # By the name that typing gives it, so that List[int] does not come back as list[int].
        origin = getattr(sys.modules['typing'], self._name) if self._name else self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return _getitem, (origin, args)

    def __mro_entries__(self, bases):
        from typing._generic import Generic, Protocol
        origin = self.__origin__
        if getattr(type(origin), '_is_special_form', False):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if origin is Generic:
            # A base that is generic itself, or Protocol, brings it.
            if Protocol in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (origin,)

    def __iter__(self):
        from typing._forms import Unpack
        yield Unpack[self]


class _TypingEllipsis:
    """Stands for ... among arguments that are to be replaced."""


class _SpecialGenericAlias(_BaseGenericAlias):
    """A name of typing for a class elsewhere: List for list. It takes a fixed number of arguments."""

    __iter__ = None     # Not by __getitem__ either.

    def __init__(self, origin, nparams, *, inst=True, name=None):
        # An origin given by name is imported when it is asked for: most programs use few of them.
        if isinstance(origin, str):
            own = self.__dict__
            own['_inst'] = inst
            own['_name'] = name
            own['_later'] = origin
            own['__slots__'] = None
        else:
            super().__init__(origin, inst=inst, name=name or origin.__name__)
        own = self.__dict__
        own['_nparams'] = nparams

    def __getattr__(self, name):
        if name == '__origin__' and '_later' in self.__dict__:
            module, _, attribute = self._later.rpartition('.')
            __import__(module)
            origin = self.__dict__['__origin__'] = getattr(sys.modules[module], attribute)
            return origin
        if '_later' in self.__dict__:
            self.__origin__
        return super().__getattr__(name)

    @property
    def __doc__(self):
        origin = self.__origin__
        shown = origin.__qualname__ if origin.__module__ == 'builtins' else f'{origin.__module__}.{origin.__qualname__}'
        return f'A generic version of {shown}.'

    @_tp_cache
    def __getitem__(self, args):
        args = _tupled(args)
        msg = "Parameters to generic types must be types."
        args = tuple([_type_check(arg, msg) for arg in args])
        sys.modules['typing']._check_generic(self, args, self._nparams)
        return self.copy_with(args)

    def copy_with(self, args):
        """The alias with arguments."""
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _CallableGenericAlias(_GenericAlias):
    """Callable[[int], str]; its arguments are kept flat."""

    _flat = True
    __iter__ = None

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        shown = [_type_repr(arg) for arg in args]
        return f"typing.Callable[[{', '.join(shown[:-1])}], {shown[-1]}]"

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return _getitem, (sys.modules['typing'].Callable, args)


class _CallableType(_SpecialGenericAlias):
    """Callable without arguments."""

    def copy_with(self, args):
        return _CallableGenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = args
        # A list cannot be remembered, a tuple can.
        return self._make((tuple(parameters) if isinstance(parameters, list) else parameters, result))

    @_tp_cache
    def _make(self, args):
        parameters, result = args
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if parameters is ...:
            return self.copy_with((_TypingEllipsis, result))
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self.copy_with((*[_type_convert(arg) for arg in parameters], result))


class _TupleType(_SpecialGenericAlias):
    """Tuple without arguments: it takes any number of them."""

    @_tp_cache
    def __getitem__(self, args):
        args = _tupled(args)
        msg = "Tuple[t0, t1, ...]: each t must be a type."
        if len(args) >= 2 and args[-1] is ...:
            return self.copy_with((*[_type_check(arg, msg) for arg in args[:-1]], _TypingEllipsis))
        return self.copy_with(tuple([_type_check(arg, msg) for arg in args]))


class _UnionGenericAlias(_GenericAlias):
    """Union[int, str]; Optional[int] is one, too."""

    __iter__ = None

    def copy_with(self, args):
        from typing._forms import Union
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, type(int | str))):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_type_repr(args[0] if args[1] is type(None) else args[1])}]'
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        from typing._forms import Union
        return _getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    """Literal[1, 'a']; 1 and True are different."""

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(_with_types(self.__args__)) == set(_with_types(other.__args__))

    def __hash__(self):
        return hash(frozenset(_with_types(self.__args__)))


def _with_types(values):
    return [(value, type(value)) for value in values]


class _ConcatenateGenericAlias(_GenericAlias):
    """Concatenate[int, P]: parameters in front of others."""

    _is_concatenation = True

    def copy_with(self, args):
        last = args[-1]
        if isinstance(last, (list, tuple)):
            return (*args[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            args = (*args[:-1], *last.__args__)
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias):
    """Unpack[Ts], which is *Ts."""

    _is_unpacking = True

    def __repr__(self):
        return '*' + repr(self.__args__[0])

    def __getitem__(self, args):
        # The types that take the place of *Ts are the result, for the alias that it stands in.
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, type(list[int]))) and arg.__origin__ is tuple:
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias):
    """Annotated[int, 'metadata']: behaves like the type, and carries the metadata."""

    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name='Annotated')
        self.__dict__['__metadata__'] = metadata

    def copy_with(self, args):
        new, = args
        return _AnnotatedAlias(new, self.__metadata__)

    def __repr__(self):
        metadata = ', '.join([repr(item) for item in self.__metadata__])
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {metadata}]"

    def __reduce__(self):
        return _getitem, (sys.modules['typing'].Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return 'Annotated'
        return super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


_sealed(_BaseGenericAlias, _GenericAlias, _SpecialGenericAlias)
