# OrderedDict in Python, for an interpreter whose _collections is hidden: it relies on dict's own order.

_absent = object()
_reprs_running = set()


class OrderedDict(dict):
    "Dictionary that remembers insertion order"

    def __init__(self, other=(), /, **kwds):
        self.__update(other, **kwds)

    def __update(self, other=(), /, **kwds):
        if isinstance(other, dict):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def update(self, other=(), /, **kwds):
        "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F."
        self.__update(other, **kwds)

    def popitem(self, last=True):
        """Remove and return a (key, value) pair from the dictionary.

        Pairs are returned in LIFO order if last is true or FIFO order if false.
        """
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        key = next(iter(self))
        return key, dict.pop(self, key)

    def move_to_end(self, key, last=True):
        """Move an existing element to the end (or beginning if last is false).

        Raise KeyError if the element does not exist.
        """
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        rest = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, rest)

    def pop(self, key, default=_absent):
        """od.pop(key[,default]) -> v, remove specified key and return the corresponding value.

        If the key is not found, return the default if given; otherwise,
        raise a KeyError.
        """
        value = dict.pop(self, key, _absent)
        if value is not _absent:
            return value
        if default is _absent:
            if hasattr(type(self), "__missing__"):
                return type(self).__missing__(self, key)
            raise KeyError(key)
        return default

    def setdefault(self, key, default=None):
        """Insert key with a value of default if key is not in the dictionary.

        Return the value for key if key is in the dictionary, else default.
        """
        if key not in self:
            self[key] = default
        return self[key]

    def __repr__(self):
        "od.__repr__() <==> repr(od)"
        if not self:
            return f"{self.__class__.__name__}()"
        key = id(self)
        if key in _reprs_running:
            return "..."
        _reprs_running.add(key)
        try:
            return f"{self.__class__.__name__}({list(self.items())!r})"
        finally:
            _reprs_running.discard(key)

    def copy(self):
        "od.copy() -> a shallow copy of od"
        return self.__class__(self)

    def __copy__(self):
        return self.__class__(self)

    def __reduce__(self):
        "Return state information for pickling"
        state = vars(self).copy() or None
        return self.__class__, (), state, None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        "Create a new ordered dictionary with keys from iterable and values set to value."
        made = cls()
        OrderedDict.__update(made, ((key, value) for key in iterable))
        return made

    def __eq__(self, other):
        "Comparison to another OD is order-sensitive, comparison to a regular mapping is order-insensitive."
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all(mine == its for mine, its in zip(self, other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __joined(self, first, second):
        result = self.__class__(first)
        result.update(second)
        return result

    def __or__(self, other):
        return self.__joined(self, other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return self.__joined(other, self) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


OrderedDict.__module__ = "collections"
