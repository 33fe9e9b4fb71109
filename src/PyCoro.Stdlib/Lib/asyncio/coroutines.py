"""What is a coroutine, and the generator-based coroutines of Python 3.4 to 3.10."""

import sys
import types

from _asyncio import iscoroutine

__all__ = ('coroutine', 'iscoroutinefunction', 'iscoroutine')

# The marker of functions that are coroutine functions by declaration.
_is_coroutine = object()


def _is_debug_mode():
    """Whether new loops are in debug mode."""
    import os
    return sys.flags.dev_mode or not sys.flags.ignore_environment and bool(os.environ.get('PYTHONASYNCIODEBUG'))


def _is_coroutine_or_function(obj):
    """Called by the native loop, in debug mode, about callbacks."""
    return iscoroutine(obj) or iscoroutinefunction(obj)


def iscoroutinefunction(func):
    """Return True if func is a decorated coroutine function."""
    if getattr(func, '_is_coroutine', None) is _is_coroutine:
        return True
    import inspect
    return inspect.iscoroutinefunction(func)


def coroutine(func):
    """Decorator to mark coroutines (Python 3.4 to 3.10).

    If the coroutine is not yielded from before it is destroyed, an error message is logged.
    """
    import functools
    import inspect
    import warnings
    warnings.warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead',
                  DeprecationWarning, stacklevel=2)
    if inspect.iscoroutinefunction(func):
        return func

    if inspect.isgeneratorfunction(func):
        coro = func
    else:
        @functools.wraps(func)
        def coro(*args, **kw):
            result = func(*args, **kw)
            if _isfuture(result) or inspect.isgenerator(result):
                result = yield from result
            else:
                # An awaitable, if it has __await__.
                try:
                    await_method = result.__await__
                except AttributeError:
                    pass
                else:
                    import collections.abc
                    if isinstance(result, collections.abc.Awaitable):
                        result = yield from await_method()
            return result

    coro = types.coroutine(coro)

    @functools.wraps(func)
    def wrapper(*args, **kwds):
        return coro(*args, **kwds)

    wrapper._is_coroutine = _is_coroutine
    return wrapper


def _isfuture(obj):
    return hasattr(obj.__class__, '_asyncio_future_blocking') and obj._asyncio_future_blocking is not None


def _format_coroutine(coro):
    """What the repr of a task says of its coroutine; there are coroutines that lack one attribute or another."""
    code, frame, running = (_first_attribute(coro, *names) for names in (
        ('cr_code', 'gi_code'), ('gi_frame', 'cr_frame'), ('cr_running', 'gi_running')))
    name = _first_attribute(coro, '__qualname__', '__name__') or f'<{type(coro).__name__} without __name__>'
    place = code and (code.co_filename or '<empty co_filename>')
    if frame is not None and code:
        return f'{name}() running at {place}:{frame.f_lineno}'
    if code:
        return f'{name}() done, defined at {place}:{code.co_firstlineno}'
    return f'{name}() running' if running else f'{name}()'


def _first_attribute(obj, *names):
    """The first of the attributes that is something."""
    for name in names:
        value = getattr(obj, name, None)
        if value:
            return value
