"""Names for the types that the interpreter makes, and types.coroutine()."""

import sys

import _types


def _function():
    pass


FunctionType = type(_function)
LambdaType = FunctionType
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(sys.implementation)


def _cell_type():
    value = 1

    def inner():
        return value
    return type(inner.__closure__[0])


CellType = _cell_type()


def _generator():
    yield 1


GeneratorType = type(_generator())


async def _coroutine():
    pass


_made = _coroutine()
CoroutineType = type(_made)
_made.close()


async def _async_generator():
    yield


_made = _async_generator()
AsyncGeneratorType = type(_made)


class _Class:
    def method(self):
        pass


MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
ModuleType = type(sys)

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)

GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(FunctionType.__globals__)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(Ellipsis)
NoneType = type(None)
NotImplementedType = type(NotImplemented)

del sys, _function, _cell_type, _generator, _coroutine, _async_generator, _made, _Class


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Create a class object dynamically using the appropriate metaclass."""
    resolved = resolve_bases(bases)
    meta, namespace, keywords = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **keywords)


def resolve_bases(bases):
    """Resolve MRO entries dynamically as specified by PEP 560."""
    if not any(map(_stands_for_others, bases)):
        return bases
    return tuple(entry for base in bases for entry in _entries(base, bases))


def _stands_for_others(base):
    return hasattr(base, '__mro_entries__') and not isinstance(base, type)


def _entries(base, bases):
    if not _stands_for_others(base):
        return base,
    entries = base.__mro_entries__(bases)
    if isinstance(entries, tuple):
        return entries
    raise TypeError('__mro_entries__ must return a tuple')


def prepare_class(name, bases=(), kwds=None):
    """Call the __prepare__ method of the appropriate metaclass."""
    keywords = dict(kwds) if kwds else {}
    if 'metaclass' in keywords:
        meta = keywords.pop('metaclass')
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _calculate_meta(meta, bases)
    namespace = meta.__prepare__(name, bases, **keywords) if hasattr(meta, '__prepare__') else {}
    return meta, namespace, keywords


def _calculate_meta(meta, bases):
    # The most derived of all; the candidate that is no subclass of another one's is in conflict with it.
    for rival in map(type, bases):
        if issubclass(rival, meta):
            meta = rival
        elif not issubclass(meta, rival):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) '
                            'subclass of the metaclasses of all its bases')
    return meta


class DynamicClassAttribute:
    """Route attribute access on a class to __getattr__.

    A property for instances only: on the class it is as if there were no such attribute, so that __getattr__ of
    the metaclass is asked."""

    _REFUSALS = {'fget': 'unreadable attribute', 'fset': "can't set attribute", 'fdel': "can't delete attribute"}

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        # A docstring that nobody gave is the getter's, also that of a later getter.
        self.overwrite_doc = doc is None
        self.__doc__ = fget.__doc__ if not doc else doc
        self.__isabstractmethod__ = True if getattr(fget, '__isabstractmethod__', False) else False

    def _accessor(self, which):
        function = getattr(self, which)
        if function is None:
            raise AttributeError(self._REFUSALS[which])
        return function

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return self._accessor('fget')(instance)
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        self._accessor('fset')(instance, value)

    def __delete__(self, instance):
        self._accessor('fdel')(instance)

    def _with(self, doc, **change):
        functions = {'fget': self.fget, 'fset': self.fset, 'fdel': self.fdel, **change}
        twin = type(self)(*functions.values(), doc)
        twin.overwrite_doc = self.overwrite_doc
        return twin

    def getter(self, fget):
        return self._with(fget.__doc__ if self.overwrite_doc else self.__doc__, fget=fget)

    def setter(self, fset):
        return self._with(self.__doc__, fset=fset)

    def deleter(self, fdel):
        return self._with(self.__doc__, fdel=fdel)


class _GeneratorWrapper:
    """Makes an object that only behaves like a generator awaitable."""

    def __init__(self, gen):
        self._generator = gen
        for name in '__name__', '__qualname__':
            setattr(self, name, getattr(gen, name, None))

    def _state(name):
        return property(lambda self: getattr(self._generator, name))

    gi_code = cr_code = _state('gi_code')
    gi_frame = cr_frame = _state('gi_frame')
    gi_running = cr_running = _state('gi_running')
    gi_yieldfrom = cr_await = _state('gi_yieldfrom')
    del _state

    def send(self, val):
        return self._generator.send(val)

    def throw(self, tp, *rest):
        return self._generator.throw(tp, *rest)

    def close(self):
        return self._generator.close()

    def __next__(self):
        return next(self._generator)

    def __iter__(self):
        # A real generator may be awaited itself, which is the shorter way.
        return self._generator if type(self._generator) is GeneratorType else self

    __await__ = __iter__


def coroutine(func):
    """Convert regular generator function to a coroutine."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if func.__class__ is FunctionType and getattr(func, '__code__', None).__class__ is CodeType:
        flags = func.__code__.co_flags
        if flags & 0x180:
            # A coroutine function already.
            return func
        if flags & 0x20:
            return _types._mark_iterable_coroutine(func)

    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if result.__class__ is CoroutineType or (result.__class__ is GeneratorType and result.gi_code.co_flags & 0x100):
            return result
        import collections.abc
        if isinstance(result, collections.abc.Generator) and not isinstance(result, collections.abc.Coroutine):
            return _GeneratorWrapper(result)
        return result

    return wrapped


__all__ = [name for name in globals() if not name.startswith('_')]
