"""How tightly expressions bind, as an enumeration: what CPython's unparser works with. Ours counts with plain ints."""

from enum import IntEnum

# From loose to tight (language reference, Operator precedence); names on one line bind alike.
_LEVELS = """
    NAMED_EXPR
    TUPLE
    YIELD
    TEST
    OR
    AND
    NOT
    CMP
    EXPR BOR
    BXOR
    BAND
    SHIFT
    ARITH
    TERM
    FACTOR
    POWER
    AWAIT
    ATOM
"""

_Precedence = IntEnum('_Precedence', [(name, level) for level, names in enumerate(_LEVELS.split('\n')[1:-1], 1)
                                      for name in names.split()], module=__name__)
_Precedence.__doc__ = 'How tightly an expression binds; what binds less than its place demands gets parentheses.'


def _next(self):
    """The next tighter level; the tightest is its own."""
    return _Precedence(min(self + 1, _Precedence.ATOM))


_Precedence.next = _next
