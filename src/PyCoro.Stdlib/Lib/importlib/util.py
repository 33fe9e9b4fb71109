"""Functions about module specifications."""

import sys
from functools import wraps

from _imp import ModuleSpec, SourceFileLoader, SourcelessFileLoader, _decode_source, _find_spec
from _imp import _module_from_spec as module_from_spec

from importlib._abc import Loader
from importlib._bytecode import _RAW_MAGIC_NUMBER, MAGIC_NUMBER, cache_from_source, source_from_cache, source_hash

_NOT_GIVEN = object()


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {repr(name)} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    tail = name[level:]
    return f'{parts[0]}.{tail}' if tail else parts[0]


def find_spec(name, package=None):
    """Return the spec for the specified module; None when it is nowhere.

    Parent packages are imported."""
    full = resolve_name(name, package)
    if full in sys.modules:
        return _spec_of_imported(full)
    parent = full.rpartition('.')[0]
    path = None
    if parent:
        try:
            path = __import__(parent, fromlist=['__path__']).__path__
        except AttributeError:
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {full!r}', name=full) from None
    return _find_spec(full, path)


def _find_spec_from_path(name, path=None):
    """Return the spec of a module, of one that is imported its __spec__; parent packages are not imported."""
    if name in sys.modules:
        return _spec_of_imported(name)
    return _find_spec(name, path)


def _spec_of_imported(name):
    module = sys.modules[name]
    if module is None:
        return None
    spec = getattr(module, '__spec__', _NOT_GIVEN)
    if spec is None or spec is _NOT_GIVEN:
        raise ValueError(f"{name}.__spec__ is {'None' if spec is None else 'not set'}")
    return spec


def _says_package(loader, name):
    """Whether the loader says that the module is a package; None when it cannot say."""
    if hasattr(loader, 'is_package'):
        try:
            return loader.is_package(name)
        except ImportError:
            pass
    return None


def _says_location(loader, name):
    if hasattr(loader, 'get_filename'):
        try:
            return loader.get_filename(name)
        except ImportError:
            pass
    return '<unknown>'


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Return a module spec based on various loader methods."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if origin is None and hasattr(loader, 'get_filename'):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = _says_package(loader, name)
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_NOT_GIVEN):
    """Return a module spec based on a file location.

    An empty list of search locations says that the module is a package: its folder becomes the location."""
    import os
    if location is not None:
        location = os.path.abspath(os.fspath(location))
    elif loader is not None:
        location = _says_location(loader, name)
    else:
        return None
    if loader is None:
        loader = _loader_for(name, location)
        if loader is None:
            return None
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is _NOT_GIVEN:
        if _says_package(loader, name):
            spec.submodule_search_locations = []
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def _loader_for(name, location):
    """The loader for files with the suffix of this one, or None."""
    for suffix, loader in (('.py', SourceFileLoader), ('.pyc', SourcelessFileLoader)):
        if location.endswith(suffix):
            return loader(name, location)
    return None


def decode_source(source_bytes):
    """Decode bytes representing source code and return the string, with universal newlines."""
    return _decode_source(source_bytes)


# --- decorators for load_module(), which is deprecated itself

def _warn_deprecated():
    import warnings
    warnings.warn('The import system now takes care of this automatically; this decorator is slated for removal in Python 3.12',
                  DeprecationWarning, stacklevel=3)


def set_package(fxn):
    """Set __package__ on the returned module. This function is deprecated."""
    @wraps(fxn)
    def load(*args, **kwargs):
        _warn_deprecated()
        module = fxn(*args, **kwargs)
        if getattr(module, '__package__', None) is None:
            module.__package__ = module.__name__ if hasattr(module, '__path__') else module.__name__.rpartition('.')[0]
        return module
    return load


def set_loader(fxn):
    """Set __loader__ on the returned module. This function is deprecated."""
    @wraps(fxn)
    def load(self, *args, **kwargs):
        _warn_deprecated()
        module = fxn(self, *args, **kwargs)
        if getattr(module, '__loader__', None) is None:
            module.__loader__ = self
        return module
    return load


def module_for_loader(fxn):
    """Decorator to handle selecting the proper module for loaders.

    The decorated function is passed the module instead of its name: the one in sys.modules or a new one, with __loader__
    and __package__ set, which is taken out of sys.modules again when the function raises. This function is deprecated."""
    _warn_deprecated()

    @wraps(fxn)
    def load(self, fullname, *args, **kwargs):
        module = sys.modules.get(fullname)
        is_new = module is None
        if is_new:
            module = sys.modules[fullname] = type(sys)(fullname)
            module.__initializing__ = True
        module.__loader__ = self
        is_package = _says_package(self, fullname)
        if is_package is not None:
            module.__package__ = fullname if is_package else fullname.rpartition('.')[0]
        try:
            return fxn(self, module, *args, **kwargs)
        except BaseException:
            if is_new:
                sys.modules.pop(fullname, None)
            raise
        finally:
            module.__dict__.pop('__initializing__', None)
    return load


class LazyLoader(Loader):
    """A loader that runs the module when an attribute of it is used for the first time."""

    def __init__(self, loader):
        self._check_eager_loader(loader)
        self.loader = loader

    @staticmethod
    def _check_eager_loader(loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')

    @classmethod
    def factory(cls, loader):
        """A callable that makes a lazy loader around what the given one makes."""
        cls._check_eager_loader(loader)
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        """What the loader makes."""
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Leave the module as it is; it runs later."""
        module.__spec__.loader = module.__loader__ = self.loader
        # What it has now is the import system's; what else it gets before it runs is to stay.
        module.__spec__.loader_state = {'before': module.__dict__.copy(), 'class': module.__class__}
        module.__class__ = _LazyModule


class _LazyModule(type(sys)):
    """A module whose code has not run yet."""

    def __getattribute__(self, name):
        _run_lazy(self)
        return getattr(self, name)

    def __delattr__(self, name):
        # Running it may bind the name.
        _run_lazy(self)
        delattr(self, name)


def _run_lazy(module):
    namespace = object.__getattribute__(module, '__dict__')
    spec = namespace['__spec__']
    state = spec.loader_state
    object.__setattr__(module, '__class__', state['class'])
    before = state['before']
    changed = {name: value for name, value in namespace.items() if name not in before or before[name] is not value}
    name = spec.name
    spec.loader.exec_module(module)
    if name in sys.modules and sys.modules[name] is not module:
        raise ValueError(f'module object for {name!r} substituted in sys.modules during a lazy load')
    namespace.update(changed)
