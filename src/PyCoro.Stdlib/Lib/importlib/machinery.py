"""The importers of the import system: finders, loaders and specifications.

They are part of the interpreter; here are their names."""

import _imp
from _imp import (BuiltinImporter, FileFinder, FrozenImporter, ModuleSpec, NamespaceLoader, PathFinder,
                  SourceFileLoader, SourcelessFileLoader)

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = _imp.extension_suffixes()


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process"""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class WindowsRegistryFinder:
    """Finder of modules declared in the registry of Windows: there is none."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


def __getattr__(name):
    # What is rarely asked for is made when it is.
    if name == 'ExtensionFileLoader':
        from importlib._loaders import ExtensionFileLoader
        return ExtensionFileLoader
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
