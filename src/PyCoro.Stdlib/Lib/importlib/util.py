"""Functions about module specifications."""

import sys
from _imp import ModuleSpec, SourceFileLoader, _find_spec
from _imp import _module_from_spec as module_from_spec

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
        module = sys.modules[full]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent = full.rpartition('.')[0]
    path = None
    if parent:
        try:
            path = __import__(parent, fromlist=['__path__']).__path__
        except AttributeError:
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {full!r}', name=full) from None
    return _find_spec(full, path)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Return a module spec based on various loader methods."""
    if is_package is None and hasattr(loader, 'is_package'):
        is_package = loader.is_package(name)
    if origin is None and hasattr(loader, 'path'):
        origin = loader.path
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_NOT_GIVEN):
    """Return a module spec based on a file location."""
    import os
    location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not _NOT_GIVEN:
        spec.submodule_search_locations = submodule_search_locations
    elif loader.is_package(name):
        spec.submodule_search_locations = [os.path.dirname(location)]
    return spec


def decode_source(source_bytes):
    """Decode bytes representing source code and return the string."""
    import io
    first, _, rest = source_bytes.partition(b'\n')
    encoding = 'utf-8-sig'
    for line in first, rest.partition(b'\n')[0]:
        text = line.strip()
        if text.startswith(b'#') and b'coding' in text:
            name = text.partition(b'coding')[2].lstrip(b':=').strip().split()
            if name:
                encoding = name[0].decode('ascii')
                break
    return io.TextIOWrapper(io.BytesIO(source_bytes), encoding=encoding, newline=None).read()


def cache_from_source(path, debug_override=None, *, optimization=None):
    """The name of the file where CPython would keep the bytecode."""
    import os
    head, tail = os.path.split(os.fspath(path))
    return os.path.join(head, '__pycache__', f'{os.path.splitext(tail)[0]}.{sys.implementation.cache_tag}.pyc')


def source_from_cache(path):
    """The source file whose bytecode cache_from_source() would put there."""
    import os
    folder, name = os.path.split(os.fspath(path))
    folder, cache = os.path.split(folder)
    if cache != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {os.fspath(path)!r}')
    if name.count('.') not in (2, 3):
        raise ValueError(f'expected only 2 or 3 dots in {name!r}')
    return os.path.join(folder, name.partition('.')[0] + '.py')


class LazyLoader:
    """A loader that runs the module when it is used for the first time."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """A callable that makes a lazy loader around what the given one makes."""
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self.loader
        module.__class__ = _LazyModule


class _LazyModule(type(sys)):
    """A module whose code has not run yet."""

    def __getattribute__(self, name):
        object.__setattr__(self, '__class__', type(sys))
        self.__spec__.loader.exec_module(self)
        return getattr(self, name)
