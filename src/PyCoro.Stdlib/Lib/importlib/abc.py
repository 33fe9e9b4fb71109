"""Abstract base classes of finders and loaders (library reference: importlib.abc)."""

import abc
import warnings

from importlib import _loaders, machinery
from importlib._abc import Loader

__all__ = ['Loader', 'Finder', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader', 'FileLoader',
           'SourceLoader', 'ResourceReader', 'Traversable', 'TraversableResources']


class Finder(metaclass=abc.ABCMeta):
    """Legacy finders. Deprecated: MetaPathFinder or PathEntryFinder say what a finder has to do."""

    def __init__(self):
        warnings.warn('the Finder ABC is deprecated and slated for removal in Python 3.12; use MetaPathFinder or PathEntryFinder instead',
                      DeprecationWarning)

    @abc.abstractmethod
    def find_module(self, fullname, path=None):
        """A loader for a module, or None."""
        warnings.warn('importlib.abc.Finder along with its find_module() method are deprecated and slated for removal in Python 3.12; '
                      'use MetaPathFinder.find_spec() or PathEntryFinder.find_spec() instead', DeprecationWarning)


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Finders on sys.meta_path: they have a method find_spec()."""

    def find_module(self, fullname, path):
        """The loader that find_spec() finds, or None. Deprecated."""
        warnings.warn('MetaPathFinder.find_module() is deprecated since Python 3.4 in favor of MetaPathFinder.find_spec() '
                      'and is slated for removal in Python 3.12', DeprecationWarning, stacklevel=2)
        spec = self.find_spec(fullname, path) if hasattr(self, 'find_spec') else None
        return None if spec is None else spec.loader

    def invalidate_caches(self):
        """Forget what may have changed; here there is nothing."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finders for an entry of sys.path: they have a method find_spec()."""

    def find_loader(self, fullname):
        """The loader that find_spec() finds, and portions of a namespace package. Deprecated."""
        warnings.warn('PathEntryFinder.find_loader() is deprecated since Python 3.4 in favor of PathEntryFinder.find_spec() '
                      '(available since 3.4)', DeprecationWarning, stacklevel=2)
        spec = self.find_spec(fullname) if hasattr(self, 'find_spec') else None
        if spec is None:
            return None, []
        if spec.loader is None and spec.submodule_search_locations:
            return None, spec.submodule_search_locations
        return spec.loader, []

    def find_module(self, fullname):
        """The loader that find_loader() finds, or None. Deprecated."""
        warnings.warn('find_module() is deprecated and slated for removal in Python 3.12; use find_spec() instead', DeprecationWarning)
        return self.find_loader(fullname)[0]

    def invalidate_caches(self):
        """Forget what may have changed; here there is nothing."""


class ResourceLoader(Loader):
    """Loaders that give data from where they load modules from (PEP 302). Deprecated in favor of ResourceReader."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of the data at a path; OSError when there are none."""
        raise OSError


class InspectLoader(Loader):
    """Loaders that can show the source."""

    def is_package(self, fullname):
        """Whether the module is a package; ImportError when it cannot be found."""
        raise ImportError

    def get_code(self, fullname):
        """The code object of the module, compiled from its source; None when there is no source."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The source as text, or None; ImportError when the module cannot be found."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Compile source into a code object. The path is where the source is from."""
        return compile(data, path, 'exec', dont_inherit=True)

    exec_module = _loaders._LoaderBasics.exec_module
    load_module = _loaders._LoaderBasics.load_module


class ExecutionLoader(InspectLoader):
    """Loaders of modules that can be run as scripts (PEP 338)."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """What __file__ of the module is; ImportError when there is nothing."""
        raise ImportError

    def get_code(self, fullname):
        """The code object of the module, compiled from its source under its file name; None when there is no source."""
        source = self.get_source(fullname)
        if source is None:
            return None
        path = ()
        try:
            path = (self.get_filename(fullname),)
        except ImportError:
            pass    # source_to_code() has a name for what is in no file
        return self.source_to_code(source, *path)


class FileLoader(_loaders.FileLoader, ResourceLoader, ExecutionLoader):
    """Loaders of one file: they give get_data() and get_filename()."""


class SourceLoader(_loaders.SourceLoader, ResourceLoader, ExecutionLoader):
    """Loaders of source that has a path: from get_data() and get_filename() comes everything else.

    path_stats() and set_data() may be given too; then bytecode is kept and used."""

    def path_mtime(self, path):
        """The modification time (an int) of a path; OSError when there is none. Deprecated in favor of path_stats()."""
        if type(self).path_stats is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)['mtime'])

    def path_stats(self, path):
        """A dict with the 'mtime' and perhaps the 'size' of a path; OSError when there is none."""
        if type(self).path_mtime is SourceLoader.path_mtime:
            raise OSError
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        """Write bytes to a path, if that can be done."""


def _register_native():
    """The loaders and finders of the interpreter belong to these classes too."""
    for interface, classes in (
            (MetaPathFinder, [machinery.BuiltinImporter, machinery.FrozenImporter, machinery.PathFinder, machinery.WindowsRegistryFinder]),
            (PathEntryFinder, [machinery.FileFinder]),
            (InspectLoader, [machinery.BuiltinImporter, machinery.FrozenImporter, machinery.NamespaceLoader]),
            (ExecutionLoader, [machinery.ExtensionFileLoader]),
            (FileLoader, [machinery.SourceFileLoader, machinery.SourcelessFileLoader]),
            (SourceLoader, [machinery.SourceFileLoader])):
        for native in classes:
            interface.register(native)


_register_native()


def __getattr__(name):
    # They belong to importlib.resources, which few programs need.
    if name in ('ResourceReader', 'Traversable', 'TraversableResources'):
        from importlib.resources import abc
        return getattr(abc, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
