"""Futures; the class is native."""

import sys

import _asyncio
from _asyncio import Future

from . import events
from . import exceptions
from .coroutines import _isfuture as isfuture

__all__ = ('Future', 'wrap_future', 'isfuture')

# There is one implementation, the native one.
_PyFuture = _CFuture = Future
_set_result_unless_cancelled = _asyncio._set_result_unless_cancelled


def _get_loop(fut):
    try:
        get_loop = fut.get_loop
    except AttributeError:
        return fut._loop
    return get_loop()


def wrap_future(future, *, loop=None):
    """Wrap concurrent.futures.Future object."""
    if isfuture(future):
        return future
    import concurrent.futures
    if not isinstance(future, concurrent.futures.Future):
        raise AssertionError(f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = events._get_event_loop()
    result = loop.create_future()
    _chain_future(future, result)
    return result


def _copy_future_state(source, target):
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is not None:
        target.set_exception(_own_exception(error))
    else:
        target.set_result(source.result())


def _own_exception(error):
    """The exception of this package for one of concurrent.futures that means the same."""
    theirs = sys.modules.get('concurrent.futures')
    kind = type(error)
    if theirs is None or kind not in (theirs.CancelledError, theirs.TimeoutError, theirs.InvalidStateError):
        return error
    return getattr(exceptions, kind.__name__)(*error.args)


def _chain_future(source, target):
    """Completion of source goes to target, cancellation of target to source; one of them is from concurrent.futures."""
    source_loop = _get_loop(source) if isfuture(source) else None
    target_loop = _get_loop(target) if isfuture(target) else None

    def copy():
        if isfuture(target):
            _copy_future_state(source, target)
            return
        if source.cancelled():
            target.cancel()
        if not target.set_running_or_notify_cancel():
            return
        error = source.exception()
        if error is not None:
            target.set_exception(error)
        else:
            target.set_result(source.result())

    def on_target_done(done):
        if done.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def on_source_done(done):
        if target.cancelled() and target_loop is not None and target_loop.is_closed():
            return
        if target_loop is None or target_loop is source_loop:
            copy()
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(copy)

    target.add_done_callback(on_target_done)
    source.add_done_callback(on_source_done)
