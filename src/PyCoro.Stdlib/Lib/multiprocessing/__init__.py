"""Processes that are used like threads (library reference: multiprocessing).

What is here: processes that are started afresh (spawn), pipes, queues and locks between them: all that ProcessPoolExecutor and
programs of their own processes need. Pools, managers and shared memory are not: asking for one says so.
"""

import sys as _sys

from multiprocessing import context as _context

reducer = _context.reducer

__all__ = [name for name in dir(_context._default_context) if not name.startswith('_')]
globals().update((name, getattr(_context._default_context, name)) for name in __all__)

# What children define in their main module has this name when it comes back.
if '__main__' in _sys.modules:
    _sys.modules['__mp_main__'] = _sys.modules['__main__']
