"""What pickles refer to, and what pickle and copy ask: reducers by type, extension codes, the protocols 0 and 1 of objects."""

# Pickles hold the names _reconstructor, __newobj__ and __newobj_ex__; pickle reads the three tables of extensions by name.

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

# The reducer of each type that has one here.
dispatch_table = {}

# Extensions: the code of a pair of module and name, the pair of a code, and what unpickling has already looked up.
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}

_LARGEST_CODE = (1 << 31) - 1


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Let objects of exactly this type be reduced by the function."""
    _demand_callable(pickle_function, "reduction functions")
    if constructor_ob is not None:
        constructor(constructor_ob)
    dispatch_table[ob_type] = pickle_function


def constructor(object):
    """Refuse what cannot make objects when it is unpickled."""
    _demand_callable(object, "constructors")


def _demand_callable(candidate, kind):
    if not callable(candidate):
        raise TypeError(f"{kind} must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    # A union has no constructor, but `|` makes one.
    from functools import reduce
    from operator import or_
    return reduce, (or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | None), pickle_union)


# The protocols 0 and 1: an object is what its native base makes of a value of that base, and a state.

def _reduce_ex(self, proto):
    assert proto < 2, "the protocols from 2 on have __newobj__"
    cls = self.__class__
    base = _native_base(cls)
    if base is cls and base is not object:
        # The value would be an object of this class again.
        raise _not_picklable(cls)
    arguments = cls, base, None if base is object else base(self)
    state = _state_of(self, cls, proto)
    return (_reconstructor, arguments, state) if state else (_reconstructor, arguments)


def _reconstructor(cls, base, state):
    if base is object:
        return base.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def _native_base(cls):
    """The first base that no Python class statement made, or that has a native constructor of its own."""
    made_by_statement = 1 << 9
    native_constructor = type(int.__new__)
    for base in cls.__mro__:
        # A class statement's __new__ is no native method, or it is that of a base.
        if not getattr(base, "__flags__", made_by_statement) & made_by_statement:
            return base
        new = base.__new__
        if type(new) is native_constructor and new.__self__ is base:
            return base
    return object


def _state_of(obj, cls, proto):
    has_slots = getattr(obj, "__slots__", None)
    get_state = getattr(obj, "__getstate__", None)
    if get_state is None:
        if has_slots:
            raise _not_picklable(cls, ": a class that defines __slots__ without defining __getstate__ "
                                      f"cannot be pickled with protocol {proto}")
        return getattr(obj, "__dict__", None)
    # The inherited one would give the slots, which these protocols have no way to set.
    if has_slots and type(obj).__getstate__ is object.__getstate__:
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    return get_state()


def _not_picklable(cls, reason=""):
    return TypeError(f"cannot pickle {cls.__name__!r} object{reason}")


# The protocols from 2 on: an object is what its class's __new__ makes.

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The names by which the slots of a class and its bases are found in an object; they are kept in the class."""
    names = cls.__dict__.get("__slotnames__")
    if names is None:
        names = [_attribute_name(owner, slot) for owner in cls.__mro__ for slot in _slots_of(owner)]
        try:
            cls.__slotnames__ = names
        except TypeError:
            # Native classes do not change.
            pass
    return names


def _slots_of(owner):
    slots = owner.__dict__.get("__slots__", ())
    return [slot for slot in ([slots] if isinstance(slots, str) else slots) if slot not in ("__dict__", "__weakref__")]


def _attribute_name(owner, slot):
    is_private = slot.startswith("__") and not slot.endswith("__")
    prefix = owner.__name__.lstrip("_") if is_private else ""
    return f"_{prefix}{slot}" if prefix else slot


# Extensions: short numbers in place of names that pickles would repeat.

def add_extension(module, name, code):
    """Let the code, a positive number of 31 bits, stand for the name in pickles."""
    pair, code = (module, name), int(code)
    if not 0 < code <= _LARGEST_CODE:
        raise ValueError("code out of range")
    if _stands_for(code, pair):
        return
    for table, key, taken in (
        (_extension_registry, pair, "key {} is already registered with code {}"),
        (_inverted_registry, code, "code {} is already in use for key {}"),
    ):
        if key in table:
            raise ValueError(taken.format(key, table[key]))
    _extension_registry[pair] = code
    _inverted_registry[code] = pair


def remove_extension(module, name, code):
    """Undo add_extension(), for tests."""
    pair = module, name
    if not _stands_for(code, pair):
        raise ValueError(f"key {pair} is not registered with code {code}")
    for table, key in (_extension_registry, pair), (_inverted_registry, code), (_extension_cache, code):
        table.pop(key, None)


def clear_extension_cache():
    """Forget what the codes were found to stand for."""
    _extension_cache.clear()


def _stands_for(code, pair):
    return _extension_registry.get(pair) == code and _inverted_registry.get(code) == pair
