"""Calls that run elsewhere, in threads or processes, and what comes of them (library reference: concurrent.futures)."""

from concurrent.futures._base import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, Executor, Future, InvalidStateError,
    TimeoutError, as_completed, wait)

__all__ = (
    'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'BrokenExecutor', 'Future',
    'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor',
)

# The executors are imported when they are asked for: who has threads needs no processes.
_HOMES = {'ProcessPoolExecutor': 'process', 'ThreadPoolExecutor': 'thread'}


def __getattr__(name):
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from importlib import import_module
    found = globals()[name] = getattr(import_module(f'{__name__}.{home}'), name)
    return found


def __dir__():
    return sorted((*__all__, '__author__', '__doc__'))
