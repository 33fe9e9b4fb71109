"""Promises about the members of an enumeration, checked when its class is made: unique() and verify()."""

from ._flag import Flag, _iter_bits_lsb
from ._type import EnumType, StrEnum


class EnumCheck(StrEnum):
    """
    various conditions to check an enumeration for
    """

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def _aliases(enumeration):
    """name -> member, of all names that are not a member's own."""
    return ", ".join(f"{name} -> {member.name}" for name, member in enumeration.__members__.items()
                     if name != member.name)


def unique(enumeration):
    """
    Class decorator for enumerations ensuring unique member values.
    """
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {aliases}")
    return enumeration


class verify:
    """
    Check an enumeration for various constraints. (see EnumCheck)
    """

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not isinstance(enumeration, EnumType):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                _no_aliases(enumeration)
            elif check is CONTINUOUS:
                _no_gaps(enumeration, is_flag)
            elif check is NAMED_FLAGS and is_flag:
                _no_unnamed_bits(enumeration)
        return enumeration


def _no_aliases(enumeration):
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f"aliases found in {enumeration!r}: {aliases}")


def _no_gaps(enumeration, is_flag):
    values = {member.value for member in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if is_flag:
        expected = (1 << place for place in range(low.bit_length(), high.bit_length()))
    else:
        expected = range(low + 1, high)
    missing = [value for value in expected if value not in values]
    if missing:
        text = f"invalid {enumeration.__word__} {enumeration.__name__!r}: missing values "
        raise ValueError((text + ", ".join(map(str, missing)))[:256])


def _no_unnamed_bits(enumeration):
    values = {member.value for member in enumeration}
    lacking, unnamed = [], 0
    for name, member in enumeration.__members__.items():
        if name in enumeration._member_names_ or member.value < 0:
            continue
        bits = [bit for bit in _iter_bits_lsb(member.value) if bit not in values]
        if bits:
            lacking.append(name)
            unnamed |= sum(bits)
    if not lacking:
        return
    if len(lacking) == 1:
        aliases = f"alias {lacking[0]} is"
    else:
        aliases = f"aliases {', '.join(lacking[:-1])} and {lacking[-1]} are"
    is_one = not unnamed & (unnamed - 1)
    what = f"value 0x{unnamed:x}" if is_one else f"combined values of 0x{unnamed:x}"
    raise ValueError(f"invalid Flag {enumeration.__name__!r}: {aliases} missing {what} "
                     "[use enum.show_flag_values(value) for details]")
