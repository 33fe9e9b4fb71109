"""The limits of patterns."""

from . import error

MAXREPEAT = 4294967295
MAXGROUPS = 1073741823
