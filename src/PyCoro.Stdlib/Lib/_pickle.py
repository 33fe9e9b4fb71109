"""The names of pickle's native half: here the classes and functions that pickle has in Python."""

from pickle import (
    PickleError, PicklingError, UnpicklingError, _dump as dump, _dumps as dumps, _load as load, _loads as loads,
    _Pickler as Pickler, _Unpickler as Unpickler,
)
