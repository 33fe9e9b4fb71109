"""From a class that has just been made to its members.

Members are made while the class is being made: after the class object stands and before __init_subclass__ runs. The one
moment that the language offers for that is __set_name__, so the namespace carries a Populating, which the class calls.
"""

from types import DynamicClassAttribute

_put = type.__setattr__


class property(DynamicClassAttribute):
    """An attribute of members that leaves its name free for a member: asked on a member it is a property, asked on the
    class it is the member of that name."""

    member = name = owner = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            ownerclass = type(instance)
        elif self.member is not None:
            return self.member
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.owner!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.owner!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def __set_name__(self, owner, name):
        self.name = name
        self.owner = owner.__name__


class Populating:
    """Stands in the namespace of an enumeration until its class exists, then makes the members."""

    def __init__(self, values, base, boundary):
        self.values = values
        self.base = base
        self.boundary = boundary

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        _choose_displays(cls, self.base)
        for name, value in self.values.items():
            member = _make(cls, name, value)
            twin = find(cls, member._value_)
            if twin is None:
                if cls.__counts__(member):
                    cls._member_names_.append(name)
                _remember(cls, member)
            _expose(cls, name, member if twin is None else twin)
        cls.__complete__(self.base, self.boundary)
        _seal(cls)


def _make(cls, name, value):
    """A new member. Its arguments are the value, or the items of a tuple."""
    arguments = value if isinstance(value, tuple) and cls._member_type_ is not tuple else (value,)
    member = cls._new_member_(cls, *arguments) if cls._use_args_ else cls._new_member_(cls)
    if not hasattr(member, "_value_"):
        member._value_ = value if cls._member_type_ is object else _value_from(cls._member_type_, arguments)
    member._name_ = name
    member.__objclass__ = cls
    member.__init__(*arguments)
    member._sort_order_ = len(cls._member_names_)
    return member


def _value_from(data_type, arguments):
    try:
        return data_type(*arguments)
    except Exception as error:
        raise TypeError("_value_ not set in __new__, unable to create it") from error


def find(cls, value):
    """The member with that value; None when there is none. Values without a hash are compared one by one."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
    return None


def _remember(cls, member):
    try:
        cls._value2member_map_.setdefault(member._value_, member)
    except TypeError:
        cls._unhashable_values_.append(member._value_)


def _expose(cls, name, member):
    """Lets Class.NAME find the member. Where the name is a property of the members too, both must be had by it."""
    inherited = next((vars(base)[name] for base in cls.__mro__[1:] if name in vars(base)), None)
    if hasattr(inherited, "fget"):
        both = property(inherited.fget, inherited.fset, inherited.fdel, inherited.__doc__)
        both.member = member
        both.__set_name__(cls, name)
        _put(cls, name, both)
    else:
        _put(cls, name, member)
    cls._member_map_[name] = member


def take_over(cls, base, names):
    """A data type comes before the enumeration in the MRO; of these methods the enumeration's are to be found first,
    unless the class itself or a mixin that is no data type gives them."""
    layers = cls._member_type_.__mro__
    for name in names:
        owner = next(owner for owner in cls.__mro__ if name in vars(owner))
        if owner in layers:
            _put(cls, name, getattr(base, name))


def _choose_displays(cls, base):
    data_type = cls._member_type_
    if data_type is object:
        return
    if cls.__shown_as_data__ in cls.__bases__:
        take_over(cls, base, ("__repr__", "__reduce_ex__"))
        if "__str__" not in vars(cls):
            has_own = data_type.__str__ is not object.__str__
            _put(cls, "__str__", data_type.__str__ if has_own else data_type.__repr__)
        if "__format__" not in vars(cls):
            _put(cls, "__format__", data_type.__format__)
    else:
        take_over(cls, base, ("__repr__", "__str__", "__format__", "__reduce_ex__"))


def _seal(cls):
    """From now on calling the class looks a member up. What made the members is kept for classes derived from this one."""
    made_by = vars(cls).get("__new__")
    if made_by is not None:
        _put(cls, "__new_member__", made_by)
    _put(cls, "__new__", cls.__lookup__)
