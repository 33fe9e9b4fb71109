"""Tasks and what waits for several of them. Task, gather and ensure_future are native."""

import types

import _asyncio
from _asyncio import (Task, _enter_task, _leave_task, _register_task, _unregister_task, current_task, ensure_future,
                      gather)

from . import coroutines
from . import events
from . import exceptions
from . import futures
from .exceptions import CancelledError

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for',
           'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe',
           'current_task', 'all_tasks', '_register_task', '_unregister_task', '_enter_task', '_leave_task')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

# There is one implementation, the native one.
_PyTask = _CTask = Task
_py_register_task = _c_register_task = _register_task
_py_unregister_task = _c_unregister_task = _unregister_task
_py_enter_task = _c_enter_task = _enter_task
_py_leave_task = _c_leave_task = _leave_task

_yield_once = _asyncio._yield_once
_nap = _asyncio._nap
_get_running_loop = events.get_running_loop
_set_result_unless_cancelled = _asyncio._set_result_unless_cancelled
_GatheringFuture = _asyncio._GatheringFuture


def all_tasks(loop=None):
    """Return a set of all tasks for the loop."""
    if loop is None:
        loop = _get_running_loop()
    return {task for task in _asyncio._all_tasks_list(loop) if futures._get_loop(task) is loop and not task.done()}


def _set_task_name(task, name):
    if name is None:
        return
    if hasattr(task, 'set_name'):
        task.set_name(name)
        return
    import warnings
    warnings.warn('Task.set_name() was added in Python 3.8, the method support will be mandatory for third-party task '
                  'implementations since 3.13.', DeprecationWarning, stacklevel=3)


def create_task(coro, *, name=None, context=None):
    """Schedule the execution of a coroutine object in a spawn task."""
    # A loop's own create_task need know neither keyword; and so a named task, too, has used up one of the numbers.
    given = {} if context is None else {'context': context}
    task = _get_running_loop().create_task(coro, **given)
    _set_task_name(task, name)
    return task


async def sleep(delay, result=None):
    """Coroutine that completes after a given time (in seconds)."""
    if delay <= 0:
        await _yield_once()
        return result
    return await _nap(delay, result)


async def _sleep_by_methods(delay, result):
    """For a loop that has timers or futures of its own."""
    loop = _get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _ensure_future(coro_or_future, loop=None):
    """What the native ensure_future() leaves to Python."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    coro = coro_or_future
    if not coroutines.iscoroutine(coro):
        coro = _as_coroutine(coro)
    try:
        return (loop or events._get_event_loop()).create_task(coro)
    except RuntimeError:
        # Nobody is going to run it; that is no reason to warn, unless it is somebody's own awaitable.
        if coro is coro_or_future:
            coro.close()
        raise


def _as_coroutine(awaitable):
    import inspect
    if not inspect.isawaitable(awaitable):
        raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
    return _wrap_awaitable(awaitable)


@types.coroutine
def _wrap_awaitable(awaitable):
    result = yield from awaitable.__await__()
    return result


def _refuse_single(fs, kind):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect {kind} of futures, not {type(fs).__name__}')


def _distinct(fs):
    """Each once, in the order given: not in that of a set, as in CPython; one order is easier to reason about than another."""
    return list(dict.fromkeys(fs))


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for the Futures or Tasks given by fs to complete.

    Coroutines are wrapped in tasks, as up to Python 3.10.
    """
    _refuse_single(fs, 'a list')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION):
        raise ValueError(f'Invalid return_when value: {return_when}')
    loop = _get_running_loop()
    wanted = _distinct(fs)
    if any(map(coroutines.iscoroutine, wanted)):
        import warnings
        warnings.warn('The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, '
                      'and scheduled for removal in Python 3.11.', DeprecationWarning, stacklevel=2)
    # Two awaitables may stand for one future.
    wanted = dict.fromkeys([ensure_future(each, loop=loop) for each in wanted])
    return await _asyncio.settle(loop, wanted, timeout, return_when)


async def wait_for(fut, timeout):
    """Wait for the single Future or coroutine to complete, with timeout."""
    if timeout is None:
        return await fut
    loop = _get_running_loop()
    fut = ensure_future(fut, loop=loop)
    if timeout > 0:
        try:
            await _asyncio.settle(loop, (fut,), timeout, ALL_COMPLETED)
        except CancelledError:
            if fut.done():
                return fut.result()
            # The task must have ended when the caller goes on.
            await _asyncio.stop(loop, fut)
            raise
    if fut.done():
        return fut.result()
    await _asyncio.stop(loop, fut)
    try:
        # It may have ended otherwise than by the cancellation.
        return fut.result()
    except CancelledError as error:
        raise exceptions.TimeoutError() from error


def as_completed(fs, *, timeout=None):
    """Return an iterator whose values are coroutines."""
    _refuse_single(fs, 'an iterable')
    wanted = _distinct(fs)
    from .queues import Queue
    loop = events._get_event_loop()
    missing = dict.fromkeys([ensure_future(each, loop=loop) for each in wanted])
    # Of futures as they are done, and at the end of the time of None for each that is not.
    finish_line = Queue()
    timer = None

    async def _wait_for_one():
        winner = await finish_line.get()
        if winner is None:
            raise exceptions.TimeoutError
        return winner.result()

    def arrive(future):
        if missing.pop(future, future) is None:
            finish_line.put_nowait(future)
            if timer is not None and not missing:
                timer.cancel()

    def close():
        late = list(missing)
        missing.clear()
        for future in late:
            future.remove_done_callback(arrive)
            finish_line.put_nowait(None)

    for future in missing:
        future.add_done_callback(arrive)
    if missing and timeout is not None:
        timer = loop.call_later(timeout, close)
    for _ in list(missing):
        yield _wait_for_one()


def shield(arg):
    """Wait for a future, shielding it from cancellation."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = futures._get_loop(inner).create_future()
    _asyncio.follow(inner, outer)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Submit a coroutine object to a given event loop. Return a concurrent.futures.Future."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future
    theirs = Future()
    loop.call_soon_threadsafe(_begin_for, theirs, coro, loop)
    return theirs


def _begin_for(theirs, coro, loop):
    """Run the coroutine for another thread, which has a future of concurrent.futures."""
    try:
        futures._chain_future(ensure_future(coro, loop=loop), theirs)
    except BaseException as error:
        if not isinstance(error, (SystemExit, KeyboardInterrupt)) and theirs.set_running_or_notify_cancel():
            theirs.set_exception(error)
        raise
