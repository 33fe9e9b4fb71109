"""The importers of the import system: finders, loaders and specifications.

They are part of the interpreter; here are their names."""

import _imp
from _imp import (BuiltinImporter, FileFinder, FrozenImporter, ModuleSpec, NamespaceLoader, PathFinder,
                  SourceFileLoader)

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = _imp.extension_suffixes()


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process"""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class _UnreadableLoader(SourceFileLoader):
    """A file that holds what only CPython can run."""

    def get_code(self, fullname=None):
        raise ImportError(f'{self._holds} cannot be loaded: {self.path}', name=self.name, path=self.path)

    def get_source(self, fullname=None):
        return None

    def exec_module(self, module):
        self.get_code()


class SourcelessFileLoader(_UnreadableLoader):
    """Loader of bytecode files, which are CPython's own."""

    _holds = 'bytecode of CPython'


class ExtensionFileLoader(_UnreadableLoader):
    """Loader of extension modules, which need CPython's C API."""

    _holds = 'an extension module'


class WindowsRegistryFinder:
    """Finder of modules declared in the registry of Windows: there is none."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None
