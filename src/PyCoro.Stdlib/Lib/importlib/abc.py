"""Abstract base classes of finders and loaders."""

import abc
from importlib import machinery


class MetaPathFinder(abc.ABC):
    """Finders on sys.meta_path."""

    def invalidate_caches(self):
        pass


class PathEntryFinder(abc.ABC):
    """Finders for an entry of sys.path."""

    def invalidate_caches(self):
        pass


class Loader(abc.ABC):
    """Loaders."""

    def create_module(self, spec):
        return None


class InspectLoader(Loader):
    """Loaders that can show the source."""

    def is_package(self, fullname):
        raise ImportError

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        return compile(data, path, 'exec', dont_inherit=True)


class ExecutionLoader(InspectLoader):
    """Loaders of modules that can be run as scripts."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError


class ResourceLoader(Loader):
    """Loaders that give data from where they load modules from (PEP 302)."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of the data at a path; OSError when there are none."""
        raise OSError


class SourceLoader(ResourceLoader, ExecutionLoader):
    """Loaders of source files."""


MetaPathFinder.register(machinery.PathFinder)
MetaPathFinder.register(machinery.BuiltinImporter)
SourceLoader.register(machinery.SourceFileLoader)
