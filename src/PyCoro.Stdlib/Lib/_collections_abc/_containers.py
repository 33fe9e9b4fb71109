"""Abstract sets, mappings and sequences, with the methods that follow from the abstract ones."""

# The few things that the methods are made of are functions: names in the classes belong to those who inherit from them.

__name__ = "collections.abc"

from abc import abstractmethod

from _collections_abc._methods import Collection, GenericAlias, Iterable, Reversible, Sized

_ABSENT = object()


def _places(items, value):
    """The numbers of the items that are or equal the value."""
    for place, item in enumerate(items):
        if item is value or item == value:
            yield place


def _span(sequence, start, stop=None):
    """The items from one index to another; without that one, until the sequence has no more."""
    index = start
    while stop is None or index < stop:
        try:
            item = sequence[index]
        except IndexError:
            return
        yield item
        index += 1


def _pairs(source):
    """Keys and values of a mapping, of something with keys(), or of an iterable of pairs."""
    if isinstance(source, Mapping):
        keys = source
    elif hasattr(source, "keys"):
        keys = source.keys()
    else:
        yield from source
        return
    for key in keys:
        yield key, source[key]


def _any_of(collection):
    for item in collection:
        return item
    raise KeyError


def _use_up(take, nothing_left):
    """Call `take` until it raises that there is nothing left."""
    try:
        while True:
            take()
    except nothing_left:
        pass


def _is_within(part, whole):
    return len(part) <= len(whole) and all(item in whole for item in part)


def _as_set(own, operand):
    """The other operand of a set operator as a set, made like `own` if need be; NotImplemented if there is no way."""
    if isinstance(operand, Set):
        return operand
    return own._from_iterable(operand) if isinstance(operand, Iterable) else NotImplemented


def _plain_set(cls, items):
    # What comes of an operation on views is no view.
    return set(items)


class Set(Collection):
    """A finite collection without repetitions, with comparisons and operators.

    A subclass defines __contains__, __iter__ and __len__; comparisons that are faster than these can be are put into __le__
    and __ge__, which the others use.
    """

    __slots__ = ()

    def __le__(self, other):
        return _is_within(self, other) if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        return _is_within(other, self) if isinstance(other, Set) else NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    @classmethod
    def _from_iterable(cls, it):
        """Make the result of an operator; to be defined by classes that cannot be called with an iterable."""
        return cls(it)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for operand in (self, other) for item in operand)

    def __sub__(self, other):
        without = _as_set(self, other)
        if without is NotImplemented:
            return without
        return self._from_iterable(item for item in self if item not in without)

    def __rsub__(self, other):
        whole = _as_set(self, other)
        if whole is NotImplemented:
            return whole
        return self._from_iterable(item for item in whole if item not in self)

    def __xor__(self, other):
        operand = _as_set(self, other)
        return operand if operand is NotImplemented else (self - operand) | (operand - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def isdisjoint(self, other):
        """Tell whether nothing is in both."""
        return not any(item in self for item in other)

    def _hash(self):
        """The hash of a set with these items, for immutable subclasses that want to be hashable."""
        return hash(frozenset(self))


class MutableSet(Set):
    """A set that can change. A subclass defines add and discard besides what each set needs."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Put the value in, if it is not."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Take the value out, if it is in."""
        raise NotImplementedError

    def remove(self, value):
        """Take the value out; KeyError if it is not in."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Take some value out and return it; KeyError if there is none."""
        taken = _any_of(self)
        self.discard(taken)
        return taken

    def clear(self):
        """Take all values out, one by one."""
        _use_up(self.pop, KeyError)

    def __ior__(self, it):
        for item in it:
            self.add(item)
        return self

    def __iand__(self, it):
        for item in self - it:
            self.discard(item)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            for item in it:
                self.discard(item)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        # As a set, so that what comes twice does not change twice.
        for item in it if isinstance(it, Set) else self._from_iterable(it):
            change = self.discard if item in self else self.add
            change(item)
        return self


class Mapping(Collection):
    """Values that are found by keys. A subclass defines __getitem__, __iter__ and __len__."""

    __abc_tpflags__ = 1 << 6  # a mapping to match statements

    __slots__ = ()

    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        """The value of the key; the default if there is none."""
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        """A view of the keys, which is a set."""
        return KeysView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    def items(self):
        """A view of the pairs of a key and its value, which is a set."""
        return ItemsView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


class MappingView(Sized):
    """Shows what is in a mapping, as it is at the time of asking."""

    __slots__ = ("_mapping",)

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    """The keys of a mapping."""

    __slots__ = ()

    _from_iterable = classmethod(_plain_set)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    """The pairs of keys and values of a mapping."""

    __slots__ = ()

    _from_iterable = classmethod(_plain_set)

    def __contains__(self, item):
        key, expected = item
        try:
            value = self._mapping[key]
        except KeyError:
            return False
        return value is expected or value == expected

    def __iter__(self):
        mapping = self._mapping
        return ((key, mapping[key]) for key in mapping)


class ValuesView(MappingView, Collection):
    """The values of a mapping."""

    __slots__ = ()

    def __contains__(self, value):
        return any(True for _ in _places(self, value))

    def __iter__(self):
        mapping = self._mapping
        return (mapping[key] for key in mapping)


class MutableMapping(Mapping):
    """A mapping that can change. A subclass defines __setitem__ and __delitem__ besides what each mapping needs."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_ABSENT):
        """Take the key out and return its value; without it the default, or KeyError if none is given."""
        try:
            value = self[key]
        except KeyError:
            if default is _ABSENT:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """Take some key out and return it with its value; KeyError if there is none."""
        key = _any_of(self)
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        """Take all keys out, one by one."""
        _use_up(self.popitem, KeyError)

    def setdefault(self, key, default=None):
        """The value of the key, which is the default from now on if it had none."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def update(self, other=(), /, **kwds):
        """Set the keys of a mapping or of pairs, and those given by keyword."""
        for source in other, kwds:
            for key, value in _pairs(source):
                self[key] = value


class Sequence(Reversible, Collection):
    """Items that are numbered from 0. A subclass defines __getitem__ and __len__."""

    __abc_tpflags__ = 1 << 5  # a sequence to match statements

    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        return _span(self, 0)

    def __reversed__(self):
        return (self[index] for index in range(len(self) - 1, -1, -1))

    def __contains__(self, value):
        return any(True for _ in _places(self, value))

    def count(self, value):
        """How many items equal the value."""
        return sum(1 for _ in _places(self, value))

    def index(self, value, start=0, stop=None):
        """The index of the first item, from `start` on and before `stop`, that equals the value; ValueError if none does."""
        if start is not None and start < 0:
            start = max(start + len(self), 0)
        if stop is not None and stop < 0:
            stop += len(self)
        for place in _places(_span(self, start, stop), value):
            return start + place
        raise ValueError


class ByteString(Sequence):
    """What bytes and bytearray have in common."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence that can change. A subclass defines __setitem__, __delitem__ and insert besides what each sequence needs."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put the value before the item that has the index."""
        raise IndexError

    def append(self, value):
        """Put the value at the end."""
        self.insert(len(self), value)

    def extend(self, values):
        """Put all values at the end."""
        # The sequence itself would never end.
        for value in list(self) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        """Take the item at the index out and return it."""
        taken = self[index]
        del self[index]
        return taken

    def remove(self, value):
        """Take the first item out that equals the value; ValueError if none does."""
        del self[self.index(value)]

    def clear(self):
        """Take all items out, one by one."""
        _use_up(self.pop, IndexError)

    def reverse(self):
        """Turn the order round, in place."""
        first, last = 0, len(self) - 1
        while first < last:
            self[first], self[last] = self[last], self[first]
            first, last = first + 1, last - 1
