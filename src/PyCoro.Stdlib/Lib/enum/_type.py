"""EnumType, the class of enumerations, and the enumerations that are not flags."""

import sys
from types import MappingProxyType

from . import _members
from ._body import _EnumDict
from ._members import Populating, find


def _caller(depth):
    """The name of the module that called, so many frames up; None when it has none."""
    try:
        return sys._getframe(depth).f_globals["__name__"]
    except (ValueError, KeyError):
        return None


class EnumType(type):
    """
    Metaclass for Enum
    """

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        body = _EnumDict()
        body._cls_name = cls
        _, base = metacls._get_mixins_(cls, bases)
        if base is not None:
            body._next_value = base._generate_next_value_
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        wanted = classdict._member_names
        for name in classdict._ignored:
            classdict.pop(name, None)
        classdict.pop("_ignore_", None)
        order = classdict.pop("_order_", None)
        if not wanted.keys().isdisjoint(("mro", "")):
            bad = ",".join(repr(name) for name in wanted if name in ("mro", ""))
            raise ValueError(f"invalid enum member name(s) {bad}")

        data_type, base = metacls._get_mixins_(cls, bases)
        values = {name: classdict.pop(name) for name in wanted}
        maker, _, use_args = metacls._find_new_(classdict, data_type, base)
        namespace = dict(
            classdict, _new_member_=maker, _use_args_=use_args, _member_names_=[], _member_map_={}, _value2member_map_={},
            _unhashable_values_=[], _member_type_=data_type, _value_repr_=metacls._find_data_repr_(cls, bases))
        if base is not None and hasattr(base, "__complete__"):
            namespace["__populate__"] = Populating(values, base, boundary)

        failure = None
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError as error:
            # A __set_name__ failed, ours or another: what it raised says more.
            failure = error.__cause__ or error
        if failure is not None:
            raise failure
        if order is not None:
            made.__check_order__(order)
        return made

    # What representations of the class begin with.
    __word__ = "enum"

    def __init__(cls, name, bases, namespace, **kwds):
        super().__init__(name, bases, namespace)

    def __check_order__(cls, order):
        names = cls._member_names_
        order = [name for name in order if name in names or name not in cls._member_map_]
        if order != names:
            raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for base in bases:
            for ancestor in base.__mro__:
                if isinstance(ancestor, EnumType) and ancestor._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {ancestor!r}")

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        """The data type of the members and the enumeration that the class derives from."""
        if not bases:
            return object, None
        base = bases[-1]
        if not isinstance(base, EnumType):
            raise TypeError(
                "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return metacls._find_data_type_(class_name, bases) or object, base

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        """The type that the members' values are of, None when any will do. There can be one only: it is the base, or the
        ancestor nearest to the base, above which stands a class with a __new__ or fields of its own."""
        found = set()
        for base in bases:
            nearest = None
            for ancestor in base.__mro__:
                if ancestor is object:
                    break
                if isinstance(ancestor, EnumType):
                    if ancestor._member_type_ is not object:
                        found.add(ancestor._member_type_)
                        break
                    continue
                nearest = nearest or ancestor
                if "__new__" in vars(ancestor) or "__dataclass_fields__" in vars(ancestor):
                    found.add(nearest)
                    break
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {found!r}")
        return found.pop() if found else None

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        """How a member's value is shown: by the first base that has a say."""
        for base in bases:
            for ancestor in base.__mro__:
                if isinstance(ancestor, EnumType):
                    return ancestor._value_repr_
                if ancestor is not object and "__repr__" in vars(ancestor):
                    return vars(ancestor)["__repr__"]
        return None

    @classmethod
    def _find_new_(metacls, classdict, member_type, first_enum):
        """What makes the members: (the function, was it given in the body, does it take the values)."""
        given = classdict.get("__new__")
        if given is not None:
            return getattr(given, "__func__", given), True, True
        if hasattr(first_enum, "__new_member__"):
            return first_enum._new_member_, False, True
        made_by = member_type.__new__
        return made_by, False, made_by is not object.__new__

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The member with that value; given names as well, a new enumeration called `value`.

        names: a text of names, separated by blanks or commas; an iterable of names, or of (name, value); a mapping.
        module, qualname: where the new class can be found, for pickle; the caller's module when not given.
        type: mixed in as the data type. start: the first value, where only names are given.
        """
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module or _caller(2), qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """A new enumeration derived from this one; see __call__."""
        from ._made import create
        return create(cls, class_name, names, module or _caller(2), qualname, type, start, boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """An enumeration in place of those constants of a module whose names pass the filter."""
        from ._made import convert
        return convert(cls, name, module, filter, source, boundary, as_global)

    def __bool__(cls):
        """An enumeration is true, even without members."""
        return True

    # inspect and pydoc show these texts of the methods of every enumeration.

    def __contains__(cls, member):
        """
        Return True if member is a member of this enum
        raises TypeError if member is not an enum member

        note: in 3.12 TypeError will no longer be raised, and True will also be
        returned if member is the value of a member in this enum
        """
        if not isinstance(type(member), EnumType):
            import warnings
            warnings.warn(
                "in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                "False depending on whether the value is a member or the value of a member", DeprecationWarning, stacklevel=2)
            raise TypeError(f"unsupported operand type(s) for 'in': {type(member).__qualname__!r} and "
                            f"{type(cls).__qualname__!r}")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getitem__(cls, name):
        """
        Return the member matching `name`.
        """
        return cls._member_map_[name]

    def __iter__(cls):
        """
        Return members in definition order.
        """
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __len__(cls):
        """
        Return the number of members (no aliases)
        """
        return len(cls._member_names_)

    def __reversed__(cls):
        """
        Return members in reverse definition order.
        """
        members = cls._member_map_
        return (members[name] for name in reversed(cls._member_names_))

    @property
    def __members__(cls):
        """
        Returns a mapping of member name->value.

        This mapping lists all enum members, including aliases. Note that this
        is a read-only view of the internal mapping.
        """
        return MappingProxyType(cls._member_map_)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        """Anything but a member may be set."""
        if name in cls._member_map_:
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __dir__(cls):
        shown = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
            "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            shown.add("__new__")
        if cls._member_type_ is not object:
            shown.update(dir(cls._member_type_))
        return sorted(shown)

    def __repr__(cls):
        return f"<{cls.__word__} {cls.__name__!r}>"


class Enum(metaclass=EnumType):
    """
    Create a collection of name/value pairs.

    Example enumeration:

    >>> class Color(Enum):
    ...     RED = 1
    ...     BLUE = 2
    ...     GREEN = 3

    Access them by:

    - attribute access::

    >>> Color.RED
    <Color.RED: 1>

    - value lookup:

    >>> Color(1)
    <Color.RED: 1>

    - name lookup:

    >>> Color['RED']
    <Color.RED: 1>

    Enumerations can be iterated over, and know how many members they have:

    >>> len(Color)
    3

    >>> list(Color)
    [<Color.RED: 1>, <Color.BLUE: 2>, <Color.GREEN: 3>]

    Methods can be added to enumerations, and members can have their own
    attributes -- see the documentation for details.
    """

    # The class whose subclasses leave str() and format() to their data type.
    __shown_as_data__ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            member = cls._value2member_map_.get(value)
        except TypeError:
            member = find(cls, value)
        return cls.__find_missing__(value) if member is None else member

    __lookup__ = staticmethod(__new__)

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def __find_missing__(cls, value):
        """Asks _missing_ for a value that no member has."""
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        complaint = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        try:
            found = cls._missing_(value)
        except Exception as error:
            if not isinstance(error, ValueError):
                error.__context__ = complaint
            raise
        if isinstance(found, cls) or cls.__lets_go__(found):
            return found
        if found is not None:
            complaint, reason = TypeError(
                f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member"), complaint
            complaint.__context__ = reason
        raise complaint

    @classmethod
    def __lets_go__(cls, value):
        """May looking a member up give a value that is none?"""
        return False

    @classmethod
    def __counts__(cls, member):
        """Is a new member one of those that the enumeration consists of?"""
        return True

    @classmethod
    def __complete__(cls, base, boundary):
        """All members are there."""

    def _generate_next_value_(name, start, count, last_values):
        """
        Generate the next value when not given.

        name: the name of the member
        start: the initial start value or None
        count: the number of existing members
        last_values: the list of values assigned
        """
        if not last_values:
            return start
        try:
            highest = max(last_values)
            if highest == last_values[-1]:
                return highest + 1
        except TypeError:
            highest = None
        import warnings
        warnings.warn(
            "In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding "
            "+1\nand the value returned will be the largest value in the enum incremented by 1",
            DeprecationWarning, stacklevel=4)
        for value in [highest] if highest is not None else reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        cls = self.__class__
        shown = cls._value_repr_ or repr
        return f"<{cls.__name__}.{self._name_}: {shown(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        """
        Returns public methods and other interesting attributes.
        """
        cls = type(self)
        if cls._member_type_ is object:
            shown = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        else:
            shown = set(object.__dir__(self))
        shown.update(name for name in vars(self) if name[0] != "_")
        for owner in reversed(cls.__mro__):
            for name, value in vars(owner).items():
                if name[0] == "_":
                    continue
                if name not in cls._member_map_ or getattr(value, "fget", None) is not None:
                    shown.add(name)
                else:
                    shown.discard(name)
        return sorted(shown)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @_members.property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @_members.property
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """
    Only changes the repr(), leaving str() and format() to the mixed-in type.
    """


type.__setattr__(Enum, "__shown_as_data__", ReprEnum)


class IntEnum(int, ReprEnum):
    """
    Enum where members are also (and must be) ints
    """


class StrEnum(str, ReprEnum):
    """
    Enum where members are also (and must be) strings
    """

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for value, part in zip(values[1:], ("encoding", "errors")):
            if not isinstance(value, str):
                raise TypeError(f"{part} must be a string, not {value!r}")
        text = str(*values)
        member = str.__new__(cls, text)
        member._value_ = text
        return member

    def _generate_next_value_(name, start, count, last_values):
        """
        Return the lower-cased version of the member name.
        """
        return name.lower()
