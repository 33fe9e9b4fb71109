"""The core of the import system under the name by which some modules ask for it."""

import sys

import _imp
from _imp import BuiltinImporter, FrozenImporter, ModuleSpec, _find_spec, _load
from _imp import _module_from_spec as module_from_spec
from importlib.util import spec_from_loader

_ERR_MSG_PREFIX = 'No module named '
_ERR_MSG = _ERR_MSG_PREFIX + '{!r}'

__import__ = __import__
_load_unlocked = _load
_module_repr = repr


def _call_with_frames_removed(function, *args, **kwargs):
    """Call a function; the import system leaves no frames in tracebacks anyway."""
    return function(*args, **kwargs)


def _verbose_message(message, *args, verbosity=1):
    """Show a message under -v."""
    if sys.flags.verbose >= verbosity:
        print(message.format(*args), file=sys.stderr)


def _resolve_name(name, package, level):
    """A relative name as an absolute one."""
    from importlib.util import resolve_name
    return resolve_name('.' * level + name, package)


def _init_module_attrs(spec, module, *, override=False):
    """Set what the import system sets in a module."""
    _imp._init_module_attrs(spec, module, override=override)
    return module


def _exec(spec, module):
    """Run the code of a spec in a module that exists, which is in sys.modules; the module, or what it put there for itself."""
    name = spec.name
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name!r} not in sys.modules', name=name)
    if spec.loader is None and spec.submodule_search_locations is None:
        raise ImportError('missing loader', name=name)
    _init_module_attrs(spec, module, override=True)
    if hasattr(spec.loader, 'exec_module'):
        spec.loader.exec_module(module)
    elif spec.loader is not None:
        spec.loader.load_module(name)
    return sys.modules[name]


def _builtin_from_name(name):
    """A module of the interpreter, imported."""
    spec = BuiltinImporter.find_spec(name)
    if spec is None:
        raise ImportError(f'no built-in module named {name}')
    return _load(spec)
