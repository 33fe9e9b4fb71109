"""The import system for programs: import_module(), reload(), find_spec()."""

import sys
from importlib import machinery

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def invalidate_caches():
    """Call the invalidate_caches() method on all meta path finders stored in sys.meta_path (where implemented)."""
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def import_module(name, package=None):
    """Import a module.

    The 'package' argument is required when performing a relative import. It
    specifies the package to use as the anchor point from which to resolve the
    relative import to an absolute import."""
    level = len(name) - len(name.lstrip('.'))
    if level:
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for {!r}".format(name))
        from importlib.util import resolve_name
        name = resolve_name(name, package)
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


def reload(module):
    """Reload the module and return it.

    The module must have been successfully imported before."""
    name = getattr(getattr(module, '__spec__', None), 'name', None) or getattr(module, '__name__', None)
    if not isinstance(name, str):
        raise TypeError('reload() argument must be a module')
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    parent = name.rpartition('.')[0]
    path = None
    if parent:
        if parent not in sys.modules:
            raise ImportError(f'parent {parent!r} not in sys.modules', name=parent)
        path = sys.modules[parent].__path__
    spec = machinery._find_spec(name, path)
    if spec is None:
        raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
    module.__spec__ = spec
    spec.loader.exec_module(module)
    return sys.modules[name]
