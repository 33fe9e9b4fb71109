"""TypeVar, TypeVarTuple and ParamSpec (PEP 484, 646, 612)."""

# Each says by __typing_subst__ what may take its place, and TypeVarTuple and ParamSpec by __typing_prepare_subst__ how
# the arguments of an alias are dealt out first. The substitution itself (_generics) knows no more of them.

__name__ = 'typing'

from typing._parts import _caller_module, _sealed, _type_check


class _Variable:
    # What all have: a name, the module that made it (not typing's own), pickling by that name.
    __slots__ = ('__weakref__',)

    def _place(self):
        # Called by __init__: the maker is two frames further up.
        module = _caller_module(2)
        if module != 'typing':
            self.__module__ = module

    def __reduce__(self):
        return self.__name__


class _Variant(_Variable):
    # TypeVar and ParamSpec: variance and bound, and they may stand in unions.
    def _describe(self, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        # A falsy bound is none: `bound=None` means that too.
        self.__bound__ = _type_check(bound, "Bound must be a type.") if bound else None

    def __or__(self, other):
        from typing._forms import Union
        return Union[self, other]

    def __ror__(self, other):
        from typing._forms import Union
        return Union[other, self]

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class TypeVar(_Variant):
    """Type variable.

    Usage::

      T = TypeVar('T')  # Can be anything
      A = TypeVar('A', str, bytes)  # Must be str or bytes

    A type variable is for the benefit of static type checkers; at run time it is a parameter of generic classes and
    aliases. `bound` limits it to a type and its subtypes, `covariant` and `contravariant` say how a generic class that
    it parametrises varies with it.
    """

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._describe(bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        msg = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple(_type_check(constraint, msg) for constraint in constraints)
        self._place()

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
        if _is_unpacked(arg):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class TypeVarTuple(_Variable):
    """Type variable tuple.

    Usage::

      Ts = TypeVarTuple('Ts')  # Can be given any name

    Just as a TypeVar stands for a single type, a TypeVarTuple stands for any number of types, in order::

      Shape = TypeVarTuple('Shape')
      class Array(Generic[*Shape]): ...
      Array[int, str]
    """

    def __init__(self, name):
        self.__name__ = name
        self._place()

    def __iter__(self):
        from typing._forms import Unpack
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = parameters.index(self)
        if any(isinstance(parameter, TypeVarTuple) for parameter in parameters[place + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        before, after = place, len(parameters) - place - 1
        count = len(args)
        # `*tuple[int, ...]` among the arguments also stands for as many ints as the variables beside it need.
        endless = [i for i, arg in enumerate(args)
                   if not isinstance(arg, type) and _is_endless(getattr(arg, '__typing_unpacked_tuple_args__', None))]
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        if endless:
            at = endless[0]
            filler = args[at].__typing_unpacked_tuple_args__[0]
            left, right = min(before, at), min(after, count - at - 1)
            lead = (*args[:left], *[filler] * (before - left))
            trail = (*[filler] * (after - right), *args[count - right:])
        elif before + after > count:
            raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {len(parameters) - 1}")
        else:
            left, right = before, after
            lead, trail = args[:left], args[count - right:]
        return (*lead, tuple(args[left:count - right]), *trail)


class ParamSpecArgs:
    """The args for a ParamSpec object.

    Given a ParamSpec object P, P.args returns an instance of ParamSpecArgs. They have no meaning at run time.
    """

    _shown = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._shown}"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, type(self)) else NotImplemented


class ParamSpecKwargs:
    """The kwargs for a ParamSpec object.

    Given a ParamSpec object P, P.kwargs returns an instance of ParamSpecKwargs. They have no meaning at run time.
    """

    _shown = 'kwargs'

    __init__ = ParamSpecArgs.__init__
    __repr__ = ParamSpecArgs.__repr__
    __eq__ = ParamSpecArgs.__eq__


class ParamSpec(_Variant):
    """Parameter specification variable.

    Usage::

       P = ParamSpec('P')

    It stands for the parameters of a callable, so that a decorator can say that it keeps them::

       def logged(f: Callable[P, T]) -> Callable[P, T]:
           def inner(*args: P.args, **kwargs: P.kwargs) -> T: ...
    """

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._describe(bound, covariant, contravariant)
        self._place()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(a, "Expected a type.") for a in arg)
        if not _is_param_expr(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = parameters.index(self)
        if place >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        # A class with nothing but a ParamSpec needs no list: Z[int, str] is Z[[int, str]].
        if len(parameters) == 1 and not _is_param_expr(args[0]):
            return (args,)
        if isinstance(args[place], list):
            return (*args[:place], tuple(args[place]), *args[place + 1:])
        return args


def _is_param_expr(arg):
    """May it stand for the parameters of a callable?"""
    return (arg is ... or isinstance(arg, (tuple, list, ParamSpec))
            or getattr(type(arg), '_is_concatenation', False))


def _is_unpacked(arg):
    """Is it *Ts, *tuple[...] or Unpack[...]?"""
    return (not isinstance(arg, type)
            and (getattr(type(arg), '_is_unpacking', False) or getattr(arg, '__unpacked__', False) is True))


def _is_unpacked_variables(arg):
    """Is it *Ts for a TypeVarTuple Ts?"""
    return not isinstance(arg, type) and getattr(arg, '__typing_is_unpacked_typevartuple__', False)


def _is_endless(args):
    return bool(args) and len(args) == 2 and args[1] is ...


_sealed(TypeVar, TypeVarTuple, ParamSpec, ParamSpecArgs, ParamSpecKwargs)
