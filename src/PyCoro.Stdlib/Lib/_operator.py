"""Operator interface.

The functions of the module operator under the name of CPython's native half, which other modules import from.
"""

import operator
from _operator_digest import _compare_digest

globals().update({name: value for name, value in vars(operator).items() if not name.startswith("__")})
del operator
