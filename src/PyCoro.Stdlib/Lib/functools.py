"""functools.py - Tools for working with functions and callable objects"""

# The parts that are called often (partial, reduce, the lru_cache wrapper, cmp_to_key) are native; what runs once, when a
# function is decorated, is here.

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

import sys
try:
    from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper
except ImportError:
    # Programs may block that module (by None in sys.modules); functools works all the same, as it does in CPython.
    from _thread import __loader__ as _importer
    _native = _importer.create_module(_importer.find_spec("_functools"))
    partial, reduce, cmp_to_key = _native.partial, _native.reduce, _native.cmp_to_key
    _lru_cache_wrapper = _native._lru_cache_wrapper
from _thread import RLock

GenericAlias = type(list[int])

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper function look like the wrapped one."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, so that it is not taken from the wrapped function's own __dict__.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator factory to apply update_wrapper() to a wrapper function."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# total_ordering: every missing comparison from one that is there and ==.

def _derive(root, negate, with_equal, equal_result):
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if with_equal is None:
            return not result if negate else result
        if equal_result:
            return (not result if negate else result) or self == other
        return (not result if negate else result) and self != other
    return compare


# wanted: (root, negate, uses equality, what equality gives)
_DERIVED = {
    "__lt__": {"__gt__": (True, True, False), "__le__": (False, True, True), "__ge__": (True, None, False)},
    "__le__": {"__ge__": (True, True, True), "__lt__": (False, True, False), "__gt__": (True, None, False)},
    "__gt__": {"__lt__": (True, True, False), "__ge__": (False, True, True), "__le__": (True, None, False)},
    "__ge__": {"__le__": (True, True, True), "__gt__": (False, True, False), "__lt__": (True, None, False)},
}


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods"""
    defined = [name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(defined)
    for name, (negate, with_equal, equal_result) in _DERIVED[root].items():
        if name in defined:
            continue
        method = _derive(root, negate, with_equal, equal_result)
        method.__name__ = name
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        method.__module__ = cls.__module__
        setattr(cls, name, method)
    return cls


def __getattr__(name):
    # A named tuple takes longer to make than all the rest of this module: it is made for the first who asks a cache.
    if name == "_CacheInfo":
        from collections import namedtuple
        made = globals()[name] = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module=__name__)
        return made
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _cache_info(*numbers):
    made = globals().get("_CacheInfo") or __getattr__("_CacheInfo")
    return made(*numbers)


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator."""
    if callable(maxsize) and isinstance(typed, bool):
        # @lru_cache without parentheses
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    'Simple lightweight unbounded cache.  Sometimes called "memoize".'
    return lru_cache(maxsize=None)(user_function)


class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        # A partial method of a partial method is one with the arguments of both.
        before = (), {}
        if isinstance(func, partialmethod):
            before = func.args, func.keywords
            func = func.func
        self.func = func
        self.args = before[0] + args
        self.keywords = {**before[1], **keywords}

    def __repr__(self):
        parts = [repr(self.func)]
        parts += map(repr, self.args)
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


class cached_property:
    def __init__(self, func):
        self.func, self.__doc__ = func, func.__doc__
        self.lock = RLock()
        self.attrname = None

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        values = self._values_of(instance)
        missing = object()
        value = values.get(self.attrname, missing)
        if value is not missing:
            return value
        with self.lock:
            # Another thread may have been first.
            value = values.get(self.attrname, missing)
            if value is missing:
                value = self._compute(instance, values)
            return value

    def _values_of(self, instance):
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            return instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property.") from None

    def _compute(self, instance, values):
        value = self.func(instance)
        try:
            values[self.attrname] = value
        except TypeError:
            raise TypeError(
                f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                f"does not support item assignment for caching {self.attrname!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# singledispatch: the implementation whose class comes first in the argument's MRO, into which abstract base classes are put
# where they begin to hold: at the class that is one of their virtual subclasses while its bases are not.

def _compose_mro(cls, types):
    """The MRO of a class with those of the types that are abstract base classes of it."""
    abstract = [each for each in types
                if each not in cls.__mro__ and hasattr(each, "__mro__") and not isinstance(each, GenericAlias)
                and issubclass(cls, each)]
    # What another one derives from comes in with that one.
    return _c3_mro(cls, [each for each in abstract
                         if not any(each is not other and each in other.__mro__ for other in abstract)])


def _c3_mro(cls, abcs=()):
    bases = cls.__bases__
    own = [each for each in abcs if issubclass(cls, each) and not any(issubclass(base, each) for base in bases)]
    others = [each for each in abcs if each not in own]
    # Bases that are abstract themselves were named by the class, and go first.
    place = max((number for number, base in enumerate(bases, 1) if hasattr(base, "__abstractmethods__")), default=0)
    groups = [list(bases[:place]), own, list(bases[place:])]
    return _merge([[cls], *(_c3_mro(base, others) for group in groups for base in group), *groups])


def _merge(sequences):
    """One order that agrees with all sequences (the C3 linearization); they are used up."""
    order = []
    while sequences := [each for each in sequences if each]:
        head = next((each[0] for each in sequences if not any(each[0] in other[1:] for other in sequences)), None)
        if head is None:
            raise RuntimeError("Inconsistent hierarchy")
        order.append(head)
        for each in sequences:
            if each[0] is head:
                del each[0]
    return order


def _find_impl(cls, registry):
    order = _compose_mro(cls, registry)
    match = None
    for base in order:
        if match is not None:
            if (base in registry and base not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, base)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {base}")
            break
        if base in registry:
            match = base
    return registry.get(match)


def singledispatch(func):
    """Single-dispatch generic function decorator."""
    registry = {}
    found = {}
    token = None

    def dispatch(cls):
        """Runs the dispatch algorithm to return the best available implementation for the given *cls*."""
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            current = get_cache_token()
            if token != current:
                found.clear()
                token = current
        try:
            return found[cls]
        except KeyError:
            implementation = registry.get(cls) or _find_impl(cls, registry)
            found[cls] = implementation
            return implementation

    def register(cls, func=None):
        """Registers a new implementation for the given *cls* on a *generic_function*."""
        nonlocal token
        from types import UnionType

        def is_union(cls):
            typing = sys.modules.get("typing")
            return isinstance(cls, UnionType) or typing is not None and getattr(cls, "__origin__", None) is typing.Union

        def is_valid(cls):
            if isinstance(cls, type):
                return True
            return is_union(cls) and all(isinstance(arg, type) for arg in cls.__args__)

        if is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            name, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, "__globals__", {}))
            if not is_valid(cls):
                if is_union(cls):
                    raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        if is_union(cls):
            for arg in cls.__args__:
                registry[arg] = func
        else:
            registry[cls] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            from abc import get_cache_token
            token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    from types import MappingProxyType
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """Single-dispatch generic method descriptor."""

    def __init__(self, func):
        if not (callable(func) or hasattr(func, "__get__")):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.dispatcher = singledispatch(func)

    def register(self, cls, method=None):
        """generic_method.register(cls, func) -> func"""
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        choose = self.dispatcher.dispatch

        @wraps(self.func)
        def _method(*args, **kwargs):
            # The choice is a descriptor itself, bound to what this one was asked of.
            return choose(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.register = self.register
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
