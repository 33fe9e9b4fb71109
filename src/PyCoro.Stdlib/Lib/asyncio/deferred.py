"""Modules that only some programs need.

`import asyncio` is to cost little, and sockets, TLS and child processes cost much. A module that uses them names them here; they
are imported when they are asked for as attributes, and are plain globals from then on.
"""

import importlib
import sys


def importer(module_name, names, optional=()):
    """The __getattr__ of a module. `names` are modules, or a name with the module of this package that has it.

    Of the optional ones None takes the place when they cannot be imported.
    """
    def __getattr__(name):
        if name not in names:
            raise AttributeError(f'module {module_name!r} has no attribute {name!r}')
        source = names[name]
        try:
            if source is None:
                value = importlib.import_module(name)
            else:
                value = getattr(importlib.import_module(f'{__package__}.{source}'), name)
        except ImportError:
            if name not in optional:
                raise
            value = None
        setattr(sys.modules[module_name], name, value)
        return value

    return __getattr__
