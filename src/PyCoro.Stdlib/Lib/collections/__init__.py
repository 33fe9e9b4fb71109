"""This module implements specialized container datatypes providing
alternatives to Python's general purpose built-in containers, dict,
list, set, and tuple.

* namedtuple   factory function for creating tuple subclasses with named fields
* deque        list-like container with fast appends and pops on either end
* ChainMap     dict-like class for creating a single view of multiple mappings
* Counter      dict subclass for counting hashable objects
* OrderedDict  dict subclass that remembers the order entries were added
* defaultdict  dict subclass that calls a factory function to supply missing values
* UserDict     wrapper around dictionary objects for easier dict subclassing
* UserList     wrapper around list objects for easier list subclassing
* UserString   wrapper around string objects for easier string subclassing

"""

__all__ = [
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple",
]

from operator import add as _add, eq as _eq, ge as _ge, itemgetter as _itemgetter, le as _le, sub as _sub
from sys import intern as _intern, maxsize as _maxsize
import sys as _sys

try:
    from _collections import OrderedDict, defaultdict, deque, _count_elements, _tuplegetter
except ImportError:
    # deque and defaultdict exist natively only.
    from collections._ordered import OrderedDict

    def _count_elements(mapping, iterable):
        "Count elements in the iterable, updating the mapping"
        for element in iterable:
            mapping[element] = mapping.get(element, 0) + 1

    def _tuplegetter(index, doc):
        return property(_itemgetter(index), doc=doc)


def __getattr__(name):
    # UserDict and the like derive from abstract base classes, which most programs never need.
    if name in ("UserDict", "UserList", "UserString", "ChainMap"):
        from collections import _wrappers
        value = getattr(_wrappers, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Counter(dict):
    """Dict subclass for counting hashable items.  Sometimes called a bag
    or multiset.  Elements are stored as dictionary keys and their counts
    are stored as dictionary values.
    """

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        "The count of elements not in the Counter is zero."
        return 0

    def total(self):
        "Sum of the counts"
        return sum(self.values())

    def most_common(self, n=None):
        """List the n most common elements and their counts from the most
        common to the least.  If n is None, then list all element counts.
        """
        ordered = sorted(self.items(), key=_itemgetter(1), reverse=True)
        return ordered if n is None else ordered[:max(n, 0)]

    def elements(self):
        "Iterator over elements repeating each as many times as its count."
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        "Like dict.update() but add counts instead of replacing them."
        if iterable is None:
            pass
        elif not _is_mapping(iterable):
            _count_elements(self, iterable)
        elif not self:
            super().update(iterable)
        else:
            get = self.get
            for element, count in iterable.items():
                self[element] = count + get(element, 0)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        "Like dict.update() but subtracts counts instead of replacing them."
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        "Return a shallow copy."
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        "Like dict.__delitem__() but does not raise KeyError for missing values."
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            # Counts that cannot be ordered.
            shown = dict(self)
        return f"{self.__class__.__name__}({shown!r})"

    def __agrees(self, other, relation):
        # Whether each count of the one is related so to its count in the other.
        if not isinstance(other, Counter):
            return NotImplemented
        return all(relation(self[element], other[element]) for counter in (self, other) for element in counter)

    def __eq__(self, other):
        "True if all counts agree. Missing counts are treated as zero."
        return self.__agrees(other, _eq)

    def __ne__(self, other):
        "True if any counts disagree. Missing counts are treated as zero."
        return not self == other if isinstance(other, Counter) else NotImplemented

    __hash__ = None

    def __le__(self, other):
        "True if all counts in self are a subset of those in other."
        return self.__agrees(other, _le)

    def __ge__(self, other):
        "True if all counts in self are a superset of those in other."
        return self.__agrees(other, _ge)

    def __lt__(self, other):
        "True if all counts in self are a proper subset of those in other."
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        "True if all counts in self are a proper superset of those in other."
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def __combine(self, other, function):
        # The counts of both by a function, the positive ones kept, in the order of first appearance.
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            combined = function(count, other[element])
            if combined > 0:
                result[element] = combined
        for element, count in other.items():
            if element not in self:
                combined = function(0, count)
                if combined > 0:
                    result[element] = combined
        return result

    def __add__(self, other):
        "Add counts from two counters."
        return self.__combine(other, _add)

    def __sub__(self, other):
        "Subtract count, but keep only results with positive counts."
        return self.__combine(other, _sub)

    def __or__(self, other):
        "Union is the maximum of value in either of the input counters."
        return self.__combine(other, max)

    def __and__(self, other):
        "Intersection is the minimum of corresponding counts."
        return self.__combine(other, min)

    def __pos__(self):
        "Adds an empty counter, effectively stripping negative and zero counts"
        return self + Counter()

    def __neg__(self):
        "Subtracts from an empty counter.  Strips positive and zero counts, and flips the sign on negative counts."
        return Counter() - self

    def __keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        "Inplace add from another counter, keeping only positive counts."
        for element, count in other.items():
            self[element] += count
        return self.__keep_positive()

    def __isub__(self, other):
        "Inplace subtract counter, but keep only results with positive counts."
        for element, count in other.items():
            self[element] -= count
        return self.__keep_positive()

    def __ior__(self, other):
        "Inplace union is the maximum of value from either counter."
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self.__keep_positive()

    def __iand__(self, other):
        "Inplace intersection is the minimum of corresponding counts."
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self.__keep_positive()


def _is_mapping(obj):
    # isinstance(obj, collections.abc.Mapping), without importing that for the usual case.
    if isinstance(obj, dict):
        return True
    if isinstance(obj, (str, list, tuple, set, frozenset, bytes, range)):
        return False
    from collections.abc import Mapping
    return isinstance(obj, Mapping)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Returns a new subclass of tuple with named fields."""
    from keyword import iskeyword
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = [str(name) for name in field_names]
    typename = _intern(str(typename))
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
                field_names[index] = f"_{index}"
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))
    field_names = tuple(map(_intern, field_names))
    count = len(field_names)
    arguments = "".join(f", {name}" for name in field_names)
    items = "".join(f"{name}, " for name in field_names)
    tuple_new = tuple.__new__

    # The parameters must have the fields' names, so this one function is made from text.
    scope = {"_tuple_new": tuple_new, "__builtins__": {}, "__name__": f"namedtuple_{typename}"}
    __new__ = eval(f"lambda _cls{arguments}: _tuple_new(_cls, ({items}))", scope)
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({', '.join(field_names)})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    def _make(cls, iterable):
        result = tuple_new(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    _make.__doc__ = f"Make a new {typename} object from a sequence or iterable"

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(field_names, self)])
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"

    def __repr__(self):
        "Return a nicely formatted representation string"
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(field_names, self))
        return f"{self.__class__.__name__}({fields})"

    def _asdict(self):
        "Return a new dict which maps field names to their values."
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        "Return self as a plain tuple.  Used by copy and pickle."
        return tuple(self)

    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"

    namespace = {
        "__doc__": f"{typename}({', '.join(field_names)})",
        "__slots__": (),
        "_fields": field_names,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": field_names,
    }
    for index, name in enumerate(field_names):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")
    result = type(typename, (tuple,), namespace)
    if module is None:
        try:
            module = _sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            pass
    if module is not None:
        result.__module__ = module
    return result
