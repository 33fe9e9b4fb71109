"""The import system for programs: import_module(), reload(), find_spec()."""

import sys
import _imp

__all__ = ['__import__', 'find_loader', 'import_module', 'invalidate_caches', 'reload']

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
    spec = module.__spec__ = _imp._find_spec(name, path)
    if spec is None:
        raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
    _imp._init_module_attrs(spec, module, override=True)
    spec.loader.exec_module(module)
    return sys.modules[name]


def find_loader(name, path=None):
    """Return the loader for the specified module; None when it is nowhere. Deprecated in favor of util.find_spec()."""
    import warnings
    warnings.warn('Deprecated since Python 3.4 and slated for removal in Python 3.12; use importlib.util.find_spec() instead',
                  DeprecationWarning, stacklevel=2)
    if name in sys.modules:
        loader = getattr(sys.modules[name], '__loader__', None)
        if loader is None:
            raise ValueError(f'{name}.__loader__ is not set' if not hasattr(sys.modules[name], '__loader__')
                             else f'{name}.__loader__ is None')
        return loader
    spec = _imp._find_spec(name, path)
    return None if spec is None else spec.loader


def __getattr__(name):
    # Under CPython these are there as soon as anything else has imported them, and programs rely on it.
    if name in ('_bootstrap', '_bootstrap_external', 'abc', 'machinery', 'util'):
        return import_module(f'{__name__}.{name}')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
