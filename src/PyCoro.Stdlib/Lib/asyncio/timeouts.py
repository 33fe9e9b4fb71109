"""Timeouts as asynchronous context managers."""

from . import events
from . import exceptions
from . import tasks

__all__ = ('Timeout', 'timeout', 'timeout_at')

_CREATED, _ENTERED, _EXPIRING, _EXPIRED, _EXITED = 'created', 'active', 'expiring', 'expired', 'finished'


class Timeout:
    """Asynchronous context manager for cancelling overdue coroutines."""

    def __init__(self, when):
        self._when = when
        self._state = _CREATED
        self._alarm = None
        self._task = None
        # How often others had asked for the cancellation of the task when the block began.
        self._asked_before = 0

    def __repr__(self):
        deadline = ''
        if self._state is _ENTERED:
            deadline = f' when={self._when and round(self._when, 3)}'
        return f'<Timeout [{self._state}]{deadline}>'

    def when(self):
        """Return the current deadline."""
        return self._when

    def expired(self):
        """Is timeout expired during execution?"""
        return self._state in (_EXPIRING, _EXPIRED)

    def reschedule(self, when):
        """Reschedule the timeout."""
        if self._state is _CREATED:
            raise RuntimeError('Timeout has not been entered')
        if self._state is not _ENTERED:
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        self._disarm()
        if when is None:
            return
        loop = events.get_running_loop()
        is_late = when <= loop.time()
        self._alarm = loop.call_soon(self._expire) if is_late else loop.call_at(when, self._expire)

    def _disarm(self):
        alarm, self._alarm = self._alarm, None
        if alarm is not None:
            alarm.cancel()

    def _expire(self):
        self._alarm = None
        self._state = _EXPIRING
        self._task.cancel()

    async def __aenter__(self):
        if self._state is not _CREATED:
            raise RuntimeError('Timeout has already been entered')
        self._task = tasks.current_task()
        if self._task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._asked_before = self._task.cancelling()
        self._state = _ENTERED
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self._disarm()
        if self._state is not _EXPIRING:
            self._state = _EXITED
            return
        self._state = _EXPIRED
        was_asked_by_others = self._task.uncancel() > self._asked_before
        if exc_type is exceptions.CancelledError and not was_asked_by_others:
            raise TimeoutError from exc_val


def timeout(delay):
    """Timeout async context manager."""
    loop = events.get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
    """Schedule the timeout at absolute time."""
    return Timeout(when)
