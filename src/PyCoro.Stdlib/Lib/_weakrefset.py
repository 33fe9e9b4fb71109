"""WeakSet, where modules of the installed library look for it."""

from weakref import WeakSet

__all__ = ['WeakSet']
