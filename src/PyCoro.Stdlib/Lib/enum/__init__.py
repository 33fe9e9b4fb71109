"""Enumerations: sets of names bound to values. Library reference: enum; the Enum HOWTO.

    _body      the rules for the names in a class body; auto, member, nonmember
    _members   the members of a new class; property
    _type      EnumType, Enum, ReprEnum, IntEnum, StrEnum
    _flag      FlagBoundary, Flag, IntFlag
    _checks    unique, verify
    _made      enumerations without a class statement; how members of a module are shown and pickled
"""

from types import DynamicClassAttribute

from ._body import _EnumDict, _auto_null, _is_descriptor, _is_dunder, _is_private, _is_sunder, auto, member, nonmember
from ._checks import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, unique, verify
from ._flag import (
    CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag, _high_bit, _is_single_bit, _iter_bits_lsb, bin,
    show_flag_values,
)
from ._made import (
    _make_class_unpicklable, _old_convert_, _reduce_ex_by_global_name, _simple_enum, _test_simple_enum, global_enum, global_enum_repr,
    global_flag_repr, global_str, pickle_by_enum_name, pickle_by_global_name,
)
from ._members import property
from ._type import Enum, EnumType, IntEnum, ReprEnum, StrEnum

EnumMeta = EnumType

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
    "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr",
    "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
    "pickle_by_global_name", "pickle_by_enum_name",
]

# The rooms are nobody's business: everything is of the module enum.
for _thing in (
    EnumType, Enum, IntEnum, StrEnum, Flag, IntFlag, ReprEnum, auto, unique, property, verify, member, nonmember,
    FlagBoundary, EnumCheck, _EnumDict, global_flag_repr, global_enum_repr, global_str, global_enum, bin, show_flag_values,
    pickle_by_global_name, pickle_by_enum_name,
):
    _thing.__module__ = __name__
del _thing
