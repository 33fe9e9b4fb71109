"""A future, what an executor is, and the errors of both."""

import threading
from time import monotonic
from types import GenericAlias

from _loggers import LateLogger

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

# What becomes of a future. A cancelled one has a state more: who was to run it has noticed.
PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_CANCELLED_STATES = frozenset((CANCELLED, CANCELLED_AND_NOTIFIED))
_DONE_STATES = _CANCELLED_STATES | {FINISHED}

LOGGER = LateLogger('concurrent.futures')
TimeoutError = TimeoutError


class Error(Exception):
    """What goes wrong with futures."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future is in a state in which this is not allowed."""


class BrokenExecutor(RuntimeError):
    """The executor can run nothing any more."""


class Future:
    """The result of a call that runs elsewhere, now or later. Executors make them."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = self._exception = None
        self._done_callbacks = []
        self._watches = []          # of wait() and as_completed(): they are told when it has ended

    def __repr__(self):
        with self._condition:
            state = self._state
            if state == FINISHED:
                outcome = self._result if self._exception is None else self._exception
                end = f' {"returned" if self._exception is None else "raised"} {type(outcome).__name__}'
            else:
                state, end = CANCELLED if state in _CANCELLED_STATES else state, ''
        return f'<{type(self).__name__} at {id(self):#x} state={state.lower()}{end}>'

    # For those who wait.

    def cancel(self):
        """Cancel the call, unless it runs or has ended already; tells whether it is cancelled."""
        with self._condition:
            if self._state != PENDING:
                return self._state in _CANCELLED_STATES
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        """Was it cancelled?"""
        with self._condition:
            return self._state in _CANCELLED_STATES

    def running(self):
        """Does it run now?"""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Was it cancelled, or has it ended?"""
        with self._condition:
            return self._state in _DONE_STATES

    def add_done_callback(self, fn):
        """Call fn with the future when it has ended or is cancelled: in some thread, or here if that was before.

        Several are called in the order they were added. What they raise is logged.
        """
        with self._condition:
            if self._state not in _DONE_STATES:
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def result(self, timeout=None):
        """What the call returned, or raises what it raised. Waits for it, at most timeout seconds: then TimeoutError.

        CancelledError when it was cancelled.
        """
        try:
            if self._outcome(timeout) is not None:
                raise self._exception
            return self._result
        finally:
            # The exception's traceback holds this frame, and this frame would hold the exception.
            del self

    def exception(self, timeout=None):
        """What the call raised, or None. Waits as result() does."""
        return self._outcome(timeout)

    def _outcome(self, timeout):
        with self._condition:
            if self._state not in _DONE_STATES:
                self._condition.wait(timeout)
            if self._state in _CANCELLED_STATES:
                raise CancelledError()
            if self._state != FINISHED:
                raise TimeoutError()
            return self._exception

    # For executors.

    def set_running_or_notify_cancel(self):
        """An executor is about to run the call; it must not if the answer is False: then it was cancelled."""
        with self._condition:
            if self._state == PENDING:
                self._state = RUNNING
                return True
            if self._state != CANCELLED:
                LOGGER.critical('Future %s in unexpected state: %s', id(self), self._state)
                raise RuntimeError('Future in unexpected state')
            self._state = CANCELLED_AND_NOTIFIED
            self._tell_watches()
            return False

    def set_result(self, result):
        """The call has returned this."""
        self._finish(result, None)

    def set_exception(self, exception):
        """The call has raised this."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _DONE_STATES:
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result, self._exception, self._state = result, exception, FINISHED
            if self._watches:
                self._tell_watches()
            self._condition.notify_all()
        if self._done_callbacks:
            self._call_back()

    def _call_back(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            LOGGER.exception('exception calling callback for %r', self)

    # For wait() and as_completed().

    def _watch(self, watch):
        """Has it ended already, as far as those are concerned? Else the watch is told when it does."""
        with self._condition:
            if self._state in (CANCELLED_AND_NOTIFIED, FINISHED):
                return True
            self._watches.append(watch)
            return False

    def _unwatch(self, watch):
        with self._condition:
            if watch in self._watches:
                self._watches.remove(watch)

    def _tell_watches(self):
        watches, self._watches = self._watches, []
        for watch in watches:
            watch.saw_end_of(self)


class Executor:
    """Runs calls elsewhere; ThreadPoolExecutor and ProcessPoolExecutor say where."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called, and return a future of it."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like map(), but all calls are submitted at once, and run beside each other.

        The results come in the order of the calls; those that are not there timeout seconds from now raise TimeoutError.
        chunksize is for processes.
        """
        end = None if timeout is None else monotonic() + timeout
        # The next one stands last, so that the list holds none whose result was given.
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        futures.reverse()

        # A generator of its own, so that the calls are submitted now.
        def result_iterator():
            try:
                while futures:
                    yield _take_last(futures, end)
            finally:
                for future in reversed(futures):
                    future.cancel()

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls, and give everything back once they are done.

        With wait, return when that has happened; with cancel_futures, cancel the calls that have not begun.
        """

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _take_last(futures, end):
    """The result of the last future, which nobody holds from then on."""
    future = futures.pop()
    try:
        return future.result(None if end is None else end - monotonic())
    finally:
        future.cancel()


# What the executors have in common.

def _check_workers(max_workers, initializer):
    if max_workers <= 0:
        raise ValueError('max_workers must be greater than 0')
    if initializer is not None and not callable(initializer):
        raise TypeError('initializer must be a callable')


def _begin_worker(initializer, initargs):
    """The first thing in a worker; False when the initializer raised: it is of no use then."""
    try:
        if initializer is not None:
            initializer(*initargs)
        return True
    except BaseException:
        LOGGER.critical('Exception in initializer:', exc_info=True)
        return False


from concurrent.futures._waiting import DoneAndNotDoneFutures, as_completed, wait   # which needs the states above
