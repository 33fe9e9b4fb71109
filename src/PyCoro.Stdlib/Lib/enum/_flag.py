"""Flags: enumerations whose members are bits and combine. Combinations are members too, made when they are asked for."""

from . import _members
from ._body import auto
from ._type import Enum, IntEnum, ReprEnum, StrEnum

_put = type.__setattr__
_operators = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")


def _high_bit(value):
    """The place of the highest bit; -1 for 0."""
    return value.bit_length() - 1


def _is_single_bit(value):
    """Is exactly one bit set?"""
    return value > 0 and not value & (value - 1)


def _iter_bits_lsb(value):
    """The bits of a number as numbers, the lowest first."""
    if isinstance(value, Enum):
        value = value.value
    if value < 0:
        raise ValueError(f"{value} is not a positive integer")
    while value:
        lowest = value & -value
        yield lowest
        value -= lowest


def show_flag_values(value):
    """The bits of a flag or a number, as a list."""
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """
    Like built-in bin(), except negative values are represented in
    twos-compliment, and the leading bit always indicates sign
    (0=positive, 1=negative).

    >>> bin(10)
    '0b0 1010'
    >>> bin(~10)   # ~10 is -11
    '0b1 0101'
    """
    width = num.bit_length()
    sign = "1" if num < 0 else "0"
    digits = f"{num % (1 << width):b}".rjust(width, "0") if width else ""
    if num == -1:
        digits = "1"
    return f"0b{sign} " + digits.rjust(max_bits or 0, sign)


class FlagBoundary(StrEnum):
    """
    control how out of range values are handled
    "strict" -> error is raised             [default for Flag]
    "conform" -> extra bits are discarded
    "eject" -> lose flag status
    "keep" -> keep flag status and all bits [default for IntFlag]
    """

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    """
    Support for flags
    """

    __word__ = "flag"
    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        """
        Generate the next value when not given.

        name: the name of the member
        start: the initial start value or None
        count: the number of existing members
        last_values: the last value assigned or None
        """
        if not last_values:
            return 1 if start is None else start
        highest = max(last_values)
        try:
            return 2 << _high_bit(highest)
        except (AttributeError, ValueError):
            if isinstance(highest, int):
                return 1
            raise TypeError(f"invalid flag value {highest!r}") from None

    @classmethod
    def __counts__(cls, member):
        return isinstance(member._value_, int) and _is_single_bit(member._value_)

    @classmethod
    def __complete__(cls, base, boundary):
        every = single = 0
        for member in cls._member_map_.values():
            value = member._value_
            every |= value
            if _is_single_bit(value):
                single |= value
        _put(cls, "_flag_mask_", every)
        _put(cls, "_singles_mask_", single)
        _put(cls, "_all_bits_", (1 << every.bit_length()) - 1)
        _put(cls, "_inverted_", None)
        if boundary is not None:
            _put(cls, "_boundary_", boundary)
        values = [cls._member_map_[name]._value_ for name in cls._member_names_]
        if values != sorted(values):
            _put(cls, "_iter_member_", cls._iter_member_by_def_)
        if cls._member_type_ is not object:
            _members.take_over(cls, base, _operators)

    @classmethod
    def __lets_go__(cls, value):
        return cls._boundary_ is EJECT and isinstance(value, int)

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members that a value consists of, the lowest bit first. A bit that only occurs in combinations is a member
        once it has been looked up, and None until then."""
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The members that a value consists of, in the order of their definition."""
        for member in cls:
            if member._value_ & value:
                yield member

    @classmethod
    def _missing_(cls, value):
        """A combination of members; what becomes of bits that no member has is what _boundary_ says."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        asked = value
        known, every = cls._flag_mask_, cls._all_bits_
        if not ~every <= value <= every or value & (every ^ known):
            boundary = cls._boundary_
            if boundary is STRICT:
                width = max(value.bit_length(), known.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n"
                                 f"  allowed {bin(known, width)}")
            if boundary is CONFORM:
                value &= known
            elif boundary is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 1 << value.bit_length())
        if value < 0:
            value &= every
        member = cls._value2member_map_.get(value) if value != asked else None
        if member is None:
            member = cls.__combine__(value)
        if value != asked:
            cls._value2member_map_[asked] = member
        return member

    @classmethod
    def __combine__(cls, value):
        """The member for a value that several members make up, or none."""
        data_type = cls._member_type_
        name = cls.__name_of__(value)
        member = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        member._value_ = value
        member._name_ = name
        return cls._value2member_map_.setdefault(value, member)

    @classmethod
    def __name_of__(cls, value):
        """The names of all members in a value, those of several bits where they say what no others do, joined by |."""
        names = []
        rest = value
        for member in cls:
            if member._value_ & value:
                names.append(member._name_)
                rest &= ~member._value_
        if rest and not _is_single_bit(value):
            for member in cls._member_map_.values():
                if member._value_ & rest and member._value_ & value == member._value_:
                    names.append(member._name_)
                    rest &= ~member._value_
            if rest and cls._boundary_ is STRICT:
                raise ValueError(f"{cls!r}: no members with value {rest!r}")
        if rest and names:
            names.append(cls._numeric_repr_(rest))
        return "|".join(names) or None

    def __contains__(self, other):
        """
        Returns True if self has at least the same flags set as other.
        """
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """
        Returns flags in definition order.
        """
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        cls = self.__class__
        shown = (cls._value_repr_ or repr)(self._value_)
        return f"<{cls.__name__}: {shown}>" if self._name_ is None else f"<{cls.__name__}.{self._name_}: {shown}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bits_of__(self, other):
        """The value of an operand; None when it is no operand for these flags."""
        cls = self.__class__
        if isinstance(other, cls):
            return other._value_
        if cls._member_type_ is not object and isinstance(other, cls._member_type_):
            return other
        return None

    def __or__(self, other):
        cls = self.__class__
        bits = other._value_ if other.__class__ is cls else self.__bits_of__(other)
        return NotImplemented if bits is None else cls(self._value_ | bits)

    def __and__(self, other):
        cls = self.__class__
        bits = other._value_ if other.__class__ is cls else self.__bits_of__(other)
        return NotImplemented if bits is None else cls(self._value_ & bits)

    def __xor__(self, other):
        cls = self.__class__
        bits = other._value_ if other.__class__ is cls else self.__bits_of__(other)
        return NotImplemented if bits is None else cls(self._value_ ^ bits)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)


_put(Flag, "_boundary_", STRICT)
_put(Flag, "_numeric_repr_", repr)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """
    Support for integer-based Flags
    """
