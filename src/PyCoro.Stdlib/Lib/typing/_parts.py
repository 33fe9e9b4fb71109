"""What the forms and aliases of typing are made with: caching, checking and showing types."""

# The package's files name themselves typing, so that classes and functions say so.
__name__ = 'typing'

import sys
from _functools import _lru_cache_wrapper

_cleanups = []

# The forms that may not stand everywhere, and where they may: in the bases of a class ('base'), as the annotation of a
# member of a class ('member') or of any variable ('variable'). The modules that define them write them here.
_PLACES = {}

# Names that a form or alias keeps for itself; all other attributes are its origin's.
_OWN = frozenset({'_name', '_inst', '_nparams'})


def _is_dunder(name):
    return name[:2] == '__' and name[-2:] == '__'


class _Final:
    # Base of classes that nobody may derive from but who says _root=True: the backports of typing_extensions do.
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, **kwargs):
        if '_root' not in kwargs:
            raise TypeError("Cannot subclass special typing classes")


def _sealed(*classes):
    # Classes of this module that are as if they had _Final as a base. Called when their own subclasses exist already.
    for cls in classes:
        cls.__init_subclass__ = classmethod(_Final.__init_subclass__.__func__)


def _cache_info(*numbers):
    import functools
    return functools._cache_info(*numbers)


def _tp_cache(func=None, /, *, typed=False):
    """Remember the results of a __getitem__ for hashable arguments; others are computed each time."""
    if func is None:
        return lambda function: _tp_cache(function, typed=typed)
    cached = _lru_cache_wrapper(func, 128, typed, _cache_info)
    _cleanups.append(cached.cache_clear)

    def lookup(*args, **kwargs):
        try:
            return cached(*args, **kwargs)
        except TypeError:
            pass    # Unhashable arguments, or func's own error, which comes again.
        return func(*args, **kwargs)

    lookup.__name__ = func.__name__
    lookup.__qualname__ = func.__qualname__
    lookup.__doc__ = func.__doc__
    lookup.__wrapped__ = func
    return lookup


def _caller_module(depth):
    """The name of the module that called, `depth` frames above the function that asks."""
    try:
        return sys._getframe(depth + 1).f_globals.get('__name__', '__main__')
    except ValueError:
        return None


def _type_repr(obj):
    """How an alias shows one of its arguments: classes by their names, everything else by repr()."""
    if isinstance(obj, _GenericAliasType):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, _FunctionType):
        return obj.__name__
    return repr(obj)


_GenericAliasType = type(list[int])
_FunctionType = type(_type_repr)
_NoneType = type(None)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None stands for its type, a string for what it will mean later."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        from typing._forward import ForwardRef
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """Check that the argument is a type, and return it converted.

    The message is that of the TypeError for what is certainly none; forms that may not stand here have their own.
    """
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    kind = type(arg)
    if kind is type:
        place = _PLACES.get(arg)
        if place == 'base':
            raise TypeError(f"Plain {arg} is not valid as type argument")
        return arg
    if kind is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    form = arg if getattr(kind, '_is_special_form', False) else None
    if form is not None:
        if not form._bare and not (allow_special_forms and _PLACES.get(form) in ('member', 'variable')):
            raise TypeError(f"Plain {arg} is not valid as type argument")
        return arg
    if isinstance(arg, type) and not isinstance(arg, _GenericAliasType):
        if _PLACES.get(arg) == 'base':
            raise TypeError(f"Plain {arg} is not valid as type argument")
        return arg
    origin = getattr(arg, '__origin__', None)
    if getattr(kind, '_is_alias', False) and origin in _PLACES:
        place = _PLACES[origin]
        if place == 'base' or not allow_special_forms and (place == 'member' or is_argument):
            raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _check_generic(cls, args, wanted):
    """TypeError unless a class or alias got as many arguments as it takes."""
    if not wanted:
        raise TypeError(f"{cls} is not a generic class")
    given = len(args)
    if given != wanted:
        raise TypeError(f"Too {'many' if given > wanted else 'few'} arguments for {cls};"
                        f" actual {given}, expected {wanted}")


def _deduplicate(items):
    """The items, each once, in order; by equality only when they cannot be hashed."""
    try:
        return list(dict.fromkeys(items))
    except TypeError:
        result = []
        for item in items:
            if item not in result:
                result.append(item)
        return result
