"""Weak references and the containers built on them."""

from _weakref import ReferenceType, getweakrefcount, getweakrefs

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

ref = ReferenceType


class ProxyType:
    """Stands for an object without keeping it alive."""

    __slots__ = ('_ref', '__weakref__')

    def __init__(self, target, callback=None):
        object.__setattr__(self, '_ref', ref(target) if callback is None else ref(target, callback))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = object.__getattribute__(self, '_ref')()
        return f'<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>'

    __hash__ = None


def _target(proxy):
    target = object.__getattribute__(proxy, '_ref')()
    if target is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return target


def _forward(name, function):
    def method(self, *args):
        return function(_target(self), *args)
    method.__name__ = name
    return method


def _install_operators():
    import operator
    for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'lshift', 'rshift', 'and', 'or', 'xor', 'matmul',
                 'pow', 'neg', 'pos', 'invert', 'abs', 'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'contains', 'getitem',
                 'setitem', 'delitem', 'index'):
        special = f'__{name}__'
        setattr(ProxyType, special, _forward(special, getattr(operator, special)))
    for special, function in (('__str__', str), ('__bytes__', bytes), ('__bool__', bool), ('__len__', len),
                              ('__iter__', iter), ('__next__', next), ('__int__', int), ('__float__', float),
                              ('__reversed__', reversed)):
        setattr(ProxyType, special, _forward(special, function))


class CallableProxyType(ProxyType):
    """A proxy of something that can be called."""

    __slots__ = ()
    __hash__ = None

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)
_operators_installed = False


def proxy(object, callback=None):
    """Create a proxy object that weakly references 'object'."""
    global _operators_installed
    if not _operators_installed:
        _install_operators()
        _operators_installed = True
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


class WeakSet:
    """A set of weak references."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, data=None):
        self.data = {}
        if data is not None:
            self.update(data)

    def _prune(self):
        for key in [key for key in self.data if key() is None]:
            del self.data[key]

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
        count = len(self.data)
        if count >= 16 and count & (count - 1) == 0:
            self._prune()
        self.data[ref(item)] = None

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                key = next(reversed(self.data))
            except StopIteration:
                raise KeyError('pop from empty WeakSet') from None
            del self.data[key]
            item = key()
            if item is not None:
                return item

    def remove(self, item):
        del self.data[ref(item)]

    def discard(self, item):
        self.data.pop(ref(item), None)

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
        keep = set(map(id, other))
        for item in list(self):
            if id(item) not in keep:
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
        return repr(set(self.data))


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
        pairs = other.items() if hasattr(other, 'items') else other
        for key, value in pairs:
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def _make_room(self):
        count = len(self.data)
        if count >= 16 and count & (count - 1) == 0:
            self._prune()


class WeakKeyDictionary(_WeakDictionary):
    """Mapping class that references keys weakly."""

    def _prune(self):
        for key in [key for key in self.data if key() is None]:
            del self.data[key]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self._make_room()
        self.data[ref(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)


class WeakValueDictionary(_WeakDictionary):
    """Mapping class that references values weakly."""

    def _prune(self):
        for key in [key for key, reference in self.data.items() if reference() is None]:
            del self.data[key]

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._make_room()
        self.data[key] = ref(value)

    def __delitem__(self, key):
        del self.data[key]

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.valuerefs()


class WeakMethod:
    """A weak reference to a bound method, which itself is made anew at each access."""

    def __init__(self, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        self._type = type(meth)

        def gone(_):
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self._alive = True
        self._owner = ref(owner, gone)
        self._function = ref(function, gone)

    def __call__(self):
        owner, function = self._owner(), self._function()
        if owner is None or function is None:
            return None
        return self._type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return self() == other()

    def __hash__(self):
        return hash((self._owner, self._function))


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
        for item in reversed(list(cls._registry)):
            if item.atexit:
                item()
