"""Where the finders and loaders of the import system say they come from."""

from importlib._bootstrap import *
from importlib._bootstrap import BuiltinImporter, FrozenImporter, ModuleSpec
