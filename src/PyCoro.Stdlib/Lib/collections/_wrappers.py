# ChainMap, UserDict, UserList and UserString: apart from the rest, because they need the abstract base classes.

from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence

_absent = object()


class ChainMap(MutableMapping):
    """A ChainMap groups multiple dicts (or other mappings) together
    to create a single, updateable view.
    """

    def __init__(self, *maps):
        self.maps = [*maps] or [{}]

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    # What is read comes from the first mapping that has it.

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                found = mapping[key]
            except KeyError:
                continue
            return found
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __keys(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys |= dict.fromkeys(mapping)
        return keys

    def __iter__(self):
        return iter(self.__keys())

    def __len__(self):
        return len(self.__keys())

    # What is written goes to the first mapping alone.

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __take(self, method, key, *args):
        try:
            return getattr(self.maps[0], method)(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def __delitem__(self, key):
        self.__take("__delitem__", key)

    def pop(self, key, *args):
        "Remove *key* from maps[0] and return its value. Raise KeyError if *key* not in maps[0]."
        return self.__take("pop", key, *args)

    def popitem(self):
        "Remove and return an item pair from maps[0]. Raise KeyError is maps[0] is empty."
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def clear(self):
        "Clear maps[0], leaving maps[1:] intact."
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    # Others like this one.

    @property
    def parents(self):
        "New ChainMap from maps[1:]."
        return self.__class__(*self.maps[1:])

    def new_child(self, m=None, **kwargs):
        """New ChainMap with a new map followed by all previous maps."""
        child = {} if m is None else m
        if kwargs:
            child.update(kwargs)
        return self.__class__(child, *self.maps)

    def copy(self):
        "New ChainMap or subclass with a new copy of maps[0] and refs to maps[1:]"
        first, *rest = self.maps
        return self.__class__(first.copy(), *rest)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, *args):
        "Create a ChainMap with a single dict created from the iterable."
        return cls(dict.fromkeys(iterable, *args))

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return self.__class__(merged)


def _through(function):
    # A method that asks the function about what is wrapped.
    def method(self):
        return function(self.data)
    method.__name__ = f"__{function.__name__}__"
    return method


class _Wrapper:
    # What all objects around `data` have in common.

    __len__ = _through(len)
    __repr__ = _through(repr)

    def __contains__(self, item):
        return item in self.data


class _Changeable(_Wrapper):
    # What UserDict and UserList have in common.

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __copy__(self):
        # With all attributes of this one, around a copy of what it wraps.
        twin = self.__class__.__new__(self.__class__)
        twin.__dict__.update(self.__dict__)
        twin.__dict__["data"] = self.data[:] if isinstance(self, UserList) else self.data.copy()
        return twin


class _Ordered(_Wrapper):
    # What UserList and UserString have in common.

    def __eq__(self, other):
        return self.data == _bare(other)

    def __lt__(self, other):
        return self.data < _bare(other)

    def __le__(self, other):
        return self.data <= _bare(other)

    def __gt__(self, other):
        return self.data > _bare(other)

    def __ge__(self, other):
        return self.data >= _bare(other)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__


def _bare(value):
    return value.data if isinstance(value, _Ordered) else value


class UserDict(_Changeable, MutableMapping):

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for source in (dict, kwargs or None):
            if source is not None:
                self.update(source)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __getitem__(self, key):
        value = self.data.get(key, _absent)
        if value is not _absent:
            return value
        missing = getattr(self.__class__, "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        return iter(self.data)

    @staticmethod
    def __operand(other):
        # None stands for what cannot be merged with.
        return other.data if isinstance(other, UserDict) else other if isinstance(other, dict) else None

    def __or__(self, other):
        added = self.__operand(other)
        return NotImplemented if added is None else self.__class__(self.data | added)

    def __ror__(self, other):
        base = self.__operand(other)
        return NotImplemented if base is None else self.__class__(base | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        return UserDict(self.data.copy()) if self.__class__ is UserDict else self.__copy__()


class UserList(_Changeable, _Ordered, MutableSequence):
    """A more or less complete user-defined wrapper around list objects."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data[:] = self.__plain(initlist)

    @staticmethod
    def __plain(other):
        return other.data if isinstance(other, UserList) else list(other)

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + self.__plain(other))

    def __radd__(self, other):
        return self.__class__(self.__plain(other) + self.data)

    def __iadd__(self, other):
        self.data += self.__plain(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def extend(self, other):
        self.data.extend(self.__plain(other))

    def index(self, item, *args):
        return self.data.index(item, *args)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)


class UserString(_Ordered, Sequence):

    def __init__(self, seq):
        self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)

    __str__, __int__, __float__, __complex__, __hash__ = map(_through, (str, int, float, complex, hash))

    def __getnewargs__(self):
        return (self.data[:],)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __contains__(self, char):
        return _bare(char) in self.data

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)


def _add_methods():
    # The str methods one by one: those that give a str give a UserString here.
    def forward(name):
        def method(self, *args, **kwargs):
            args = tuple(map(_bare, args))
            result = getattr(self.data, name)(*args, **kwargs)
            return self.__class__(result) if type(result) is str else result
        method.__name__ = name
        method.__qualname__ = f"UserString.{name}"
        method.__doc__ = getattr(str, name).__doc__
        return method

    for name in dir(str):
        if not name.startswith("_") and name not in vars(UserString):
            setattr(UserString, name, forward(name))
    UserString.maketrans = str.maketrans


_add_methods()
for _cls in (ChainMap, UserDict, UserList, UserString):
    _cls.__module__ = "collections"
