"""Weak references and the containers built on them."""

import _collections_abc
from _weakref import ReferenceType, getweakrefcount, getweakrefs

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

ref = ReferenceType


class ProxyType:
    """Stands for an object without keeping it alive."""

    __slots__ = ('_ref', '__weakref__')

    def __init__(self, target, callback=None):
        object.__setattr__(self, '_ref', ref(target, callback and (lambda _: callback(self))))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = _reference(self)()
        return f'<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>'

    def __next__(self):
        target = _target(self)
        if not hasattr(type(target), '__next__'):
            raise TypeError('Weakref proxy referenced a non-iterator')
        return next(target)

    def __bytes__(self):
        return _target(self).__bytes__()

    __hash__ = None


def _reference(proxy):
    return object.__getattribute__(proxy, '_ref')


def _target(proxy):
    target = _reference(proxy)()
    if target is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return target


def _value(operand):
    return _target(operand) if issubclass(type(operand), ProxyType) else operand


def _forward(name, function):
    def method(self, *args):
        return function(_target(self), *map(_value, args))
    method.__name__ = name
    return method


def _forward_reflected(name, function):
    def method(self, other):
        return function(_value(other), _target(self))
    method.__name__ = name
    return method


def _install_operators():
    import operator
    for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'lshift', 'rshift', 'and', 'or', 'xor', 'matmul',
                 'pow', 'divmod'):
        function = {'divmod': divmod, 'pow': pow}.get(name) or getattr(operator, f'__{name}__')
        setattr(ProxyType, f'__{name}__', _forward(f'__{name}__', function))
        setattr(ProxyType, f'__r{name}__', _forward_reflected(f'__r{name}__', function))
        if name != 'divmod':
            setattr(ProxyType, f'__i{name}__', _forward(f'__i{name}__', getattr(operator, f'__i{name}__')))
    for name in ('neg', 'pos', 'invert', 'abs', 'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'contains', 'getitem', 'setitem',
                 'delitem', 'index'):
        setattr(ProxyType, f'__{name}__', _forward(f'__{name}__', getattr(operator, f'__{name}__')))
    for special, function in (('__str__', str), ('__bool__', bool), ('__len__', len), ('__iter__', iter),
                              ('__int__', int), ('__float__', float), ('__reversed__', reversed)):
        setattr(ProxyType, special, _forward(special, function))


class CallableProxyType(ProxyType):
    """A proxy of something that can be called."""

    __slots__ = ()
    __hash__ = None

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)
_operators_installed = False


class _SharedReference(ref):
    """The reference behind the proxy without a callback, which is one for each object."""

    __slots__ = ('proxy',)


def proxy(object, callback=None, /):
    """Create a proxy object that weakly references 'object'."""
    global _operators_installed
    if not _operators_installed:
        _install_operators()
        _operators_installed = True
    kind = CallableProxyType if callable(object) else ProxyType
    if callback is not None:
        return kind(object, callback)
    for known in getweakrefs(object):
        if type(known) is _SharedReference and (shared := known.proxy()) is not None:
            return shared
    made = kind.__new__(kind)
    reference = _SharedReference(object)
    reference.proxy = ref(made)
    _set_reference(made, reference)
    return made


_set_reference = ProxyType.__dict__['_ref'].__set__


class WeakSet:
    """A set of weak references."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def _remove(self, reference):
        self.data.discard(reference)

    def __iter__(self):
        for key in list(self.data):
            item = key()
            if item is not None:
                yield item

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = reference()
            if item is not None:
                return item

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    def difference_update(self, other):
        if self is other:
            self.clear()
            return
        for item in other:
            self.discard(item)

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def intersection_update(self, other):
        keep = self.__class__(other)
        for item in list(self):
            if item not in keep:
                self.discard(item)

    def union(self, other):
        return self.__class__(item for group in (self, other) for item in group)

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def issubset(self, other):
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    __sub__, __and__, __or__, __xor__ = difference, intersection, union, symmetric_difference
    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return len(self) < len(other) and self.issubset(other)

    def __gt__(self, other):
        return len(self) > len(other) and self.issuperset(other)

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def __repr__(self):
        return repr(self.data)


_collections_abc.MutableSet.register(WeakSet)


class _WeakDictionary:
    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self.update(other, **kwargs)

    def __len__(self):
        return sum(1 for _ in self.items())

    def __iter__(self):
        for key, _ in self.items():
            yield key

    def keys(self):
        return iter(self)

    def values(self):
        for _, value in self.items():
            yield value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except (KeyError, TypeError):
            return False
        return True

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    _missing = object()

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is not self._missing:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in reversed(list(self.items())):
            del self[key]
            return key, value
        raise KeyError('dictionary is empty')

    def clear(self):
        self.data.clear()

    def copy(self):
        result = self.__class__()
        for key, value in self.items():
            result[key] = value
        return result

    __copy__ = copy

    def update(self, other=(), /, **kwargs):
        if not hasattr(other, 'items'):
            other = dict(other)
        for key, value in other.items():
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __or__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def __ror__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result


class WeakKeyDictionary(_WeakDictionary):
    """Mapping class that references keys weakly."""

    def _remove(self, reference):
        self.data.pop(reference, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def __deepcopy__(self, memo):
        from copy import deepcopy
        result = self.__class__()
        for key, value in self.items():
            result[key] = deepcopy(value, memo)
        return result

    def keyrefs(self):
        return list(self.data)


class _KeyedReference(ref):
    """A reference to a value that knows the value's key."""

    __slots__ = ('key',)


class WeakValueDictionary(_WeakDictionary):
    """Mapping class that references values weakly."""

    def _remove(self, reference):
        if self.data.get(reference.key) is reference:
            del self.data[reference.key]

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        reference = _KeyedReference(value, self._remove)
        reference.key = key
        self.data[key] = reference

    def __delitem__(self, key):
        del self.data[key]

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def __deepcopy__(self, memo):
        from copy import deepcopy
        result = self.__class__()
        for key, value in self.items():
            result[deepcopy(key, memo)] = value
        return result

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.valuerefs()


class WeakMethod(ref):
    """A weak reference to a bound method, which itself is made anew at each access."""

    __slots__ = ('_type', '_function', '_alive', '__weakref__')

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def gone(_):
            self = this()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, owner, gone)
        this = ref(self)
        self._type = type(meth)
        self._function = ref(function, gone)
        self._alive = True
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        if owner is None or function is None:
            return None
        return self._type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


class finalize:
    """Calls a function when an object is gone, or at exit."""

    _registry = {}
    _registered_with_atexit = False
    __slots__ = ('atexit', '__weakref__')

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            import atexit
            atexit.register(finalize._exitfunc)
            finalize._registered_with_atexit = True
        self.atexit = True
        finalize._registry[self] = ref(obj, lambda _: self()), func, args, kwargs

    def __call__(self, _=None):
        """If alive then mark as dead and return func(*args, **kwargs)."""
        entry = finalize._registry.pop(self, None)
        if entry is not None:
            _, func, args, kwargs = entry
            return func(*args, **kwargs)

    def detach(self):
        """If alive then mark as dead and return (obj, func, args, kwargs)."""
        entry = finalize._registry.get(self)
        obj = entry and entry[0]()
        if obj is not None and finalize._registry.pop(self, None):
            return (obj, *entry[1:])

    def peek(self):
        """If alive then return (obj, func, args, kwargs)."""
        entry = finalize._registry.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return (obj, *entry[1:])

    @property
    def alive(self):
        """Whether finalizer is alive."""
        return self in finalize._registry

    @classmethod
    def _exitfunc(cls):
        # One at a time: finalizers may make and detach others.
        while item := next((item for item in reversed(cls._registry) if item.atexit), None):
            try:
                item()
            except Exception as error:
                import sys
                sys.excepthook(type(error), error, error.__traceback__)
