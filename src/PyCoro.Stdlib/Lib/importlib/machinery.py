"""Specifications and loaders of modules."""

import sys
import _imp

ModuleSpec = type(_imp.__spec__)

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process"""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class _Loader:
    def create_module(self, spec):
        return None

    def is_package(self, fullname):
        return False

    def load_module(self, fullname):
        return __import__('importlib').import_module(fullname)


class BuiltinImporter(_Loader):
    """Modules that are written in C#."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return ModuleSpec(fullname, cls, origin='built-in') if _imp.is_builtin(fullname) else None

    @classmethod
    def create_module(cls, spec):
        return __import__('importlib').import_module(spec.name)

    @classmethod
    def exec_module(cls, module):
        pass

    @classmethod
    def is_package(cls, fullname):
        return False

    @classmethod
    def get_code(cls, fullname):
        return None

    get_source = get_code


class FrozenImporter(_Loader):
    """Modules of the library that are written in Python."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return _find_spec(fullname, path) if _imp.is_frozen(fullname) else None

    @classmethod
    def exec_module(cls, module):
        exec(_imp._library_code(module.__spec__.name), module.__dict__)

    @classmethod
    def create_module(cls, spec):
        return None

    @classmethod
    def get_code(cls, fullname):
        return _imp._library_code(fullname)

    @classmethod
    def get_source(cls, fullname):
        return None


class SourceFileLoader(_Loader):
    """Modules in files."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ is other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, fullname=None):
        return self.path

    def is_package(self, fullname=None):
        return self.path.endswith('/__init__.py') and not self.name.endswith('__init__')

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def get_source(self, fullname=None):
        from importlib.util import decode_source
        return decode_source(self.get_data(self.path))

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, 'exec', dont_inherit=True)

    def get_code(self, fullname=None):
        return self.source_to_code(self.get_data(self.path), self.path)

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)


class NamespaceLoader(_Loader):
    """Packages without a file."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec')

    def exec_module(self, module):
        pass


def _find_spec(name, path=None):
    for finder in sys.meta_path:
        spec = finder.find_spec(name, path)
        if spec is not None:
            return spec
    found = _imp._find(name, path)
    if found is None:
        return None
    kind, file, folders = found
    if kind == 'built-in':
        return ModuleSpec(name, BuiltinImporter, origin='built-in')
    if kind.startswith('frozen'):
        return ModuleSpec(name, FrozenImporter, origin='frozen', is_package=kind != 'frozen')
    if kind == 'namespace':
        spec = ModuleSpec(name, NamespaceLoader(name, folders), is_package=True)
    else:
        spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file, is_package=kind == 'package')
        spec.has_location = True
    if kind != 'module':
        spec.submodule_search_locations = folders
    return spec


class PathFinder:
    """Finds modules in files along sys.path or a package's __path__."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return _find_spec(fullname, path)

    @classmethod
    def invalidate_caches(cls):
        pass
