"""Compiling patterns, under the name that other implementations have it."""

from . import compile, error
from ._constants import MAXGROUPS, MAXREPEAT
