"""The core of the import system under the name by which some modules ask for it."""

import _imp
from _imp import BuiltinImporter, FrozenImporter, ModuleSpec, _find_spec, _load
from _imp import _module_from_spec as module_from_spec
from importlib.util import spec_from_loader

__import__ = __import__


def _call_with_frames_removed(function, *args, **kwargs):
    """Call a function; the import system leaves no frames in tracebacks anyway."""
    return function(*args, **kwargs)


def _verbose_message(message, *args, verbosity=1):
    """Show a message under -v."""
    import sys
    if sys.flags.verbose >= verbosity:
        print(message.format(*args), file=sys.stderr)
