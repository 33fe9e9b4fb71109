"""Waiting for some of many futures: a watch is set on all of them, and hears of those that end."""

from _collections import deque
from collections import namedtuple
from threading import Condition, Lock
from time import monotonic

from concurrent.futures import _base

DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


class _Watch:
    """Collects the futures that have ended, the first one first."""

    def __init__(self, futures):
        self._heard = Condition(Lock())
        self._ended = deque()
        self._has_failed = False
        for future in futures:
            # One that has ended says so now, one that ends later when it does.
            if future._watch(self):
                self._note(future)

    def saw_end_of(self, future):
        with self._heard:
            self._note(future)
            self._heard.notify()

    def _note(self, future):
        self._ended.append(future)
        if future._exception is not None:
            self._has_failed = True

    def wait(self, number, end, or_failure=False):
        """Until so many have ended, or one has failed if that is enough too, or the time is over. Does any number go?"""
        with self._heard:
            while len(self._ended) < number and not (or_failure and self._has_failed):
                left = None if end is None else end - monotonic()
                if left is not None and left <= 0:
                    return False
                self._heard.wait(left)
        return True

    def take(self):
        """Those that have ended since they were taken last."""
        with self._heard:
            ended = self._ended
            self._ended = deque()
        return ended

    def leave(self, futures):
        for future in futures:
            future._unwatch(self)


def wait(fs, timeout=None, return_when=_base.ALL_COMPLETED):
    """Wait until all futures have ended (or were cancelled and their executor has noticed), or at most timeout seconds.

    FIRST_COMPLETED and FIRST_EXCEPTION end it earlier. Gives two sets: those that are done, and the others.
    """
    futures = set(fs)
    watch = _Watch(futures)
    end = None if timeout is None else monotonic() + timeout
    try:
        if return_when == _base.FIRST_COMPLETED:
            watch.wait(min(1, len(futures)), end)
        elif return_when in (_base.FIRST_EXCEPTION, _base.ALL_COMPLETED):
            watch.wait(len(futures), end, or_failure=return_when == _base.FIRST_EXCEPTION)
        elif not watch.wait(len(futures), 0):
            raise ValueError(f'Invalid return condition: {return_when!r}')
    finally:
        watch.leave(futures)
    done = set(watch.take())
    return DoneAndNotDoneFutures(done, futures - done)


def as_completed(fs, timeout=None):
    """Give each future when it has ended, those that have already at first; TimeoutError after so many seconds."""
    end = None if timeout is None else monotonic() + timeout
    fs = waiting = set(fs)      # the caller's own collection is not held
    total = len(waiting)
    watch = _Watch(waiting)
    try:
        while waiting:
            ended = watch.take()
            waiting.difference_update(ended)
            # A future that was given is not held any more: the caller may be the only one.
            while ended:
                yield ended.popleft()
            if waiting and not watch.wait(1, end):
                raise TimeoutError(f'{len(waiting)} (of {total}) futures unfinished')
    finally:
        watch.leave(waiting)


for _public in (wait, as_completed, DoneAndNotDoneFutures):
    _public.__module__ = _base.__name__
del _public
