"""The native half of pickle.

pickle asks for PickleBuffer before it has defined anything, and for the rest when it is complete; the rest builds on what
pickle has in Python, so it is made when it is asked for.
"""

from _pickling import PickleBuffer, dump, dumps, load, loads

_LATE = frozenset(("PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler"))


def __getattr__(name):
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from _pickle import _machines
    found = globals()[name] = getattr(_machines, name)
    return found


def __dir__():
    return sorted(globals().keys() | _LATE)
