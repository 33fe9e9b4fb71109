"""What processes meet at: locks, semaphores, conditions and events.

All are made of semaphores of the system (eventfd), which are descriptors: the processes that are started inherit them.
"""

import errno
import os
import threading
from time import monotonic

from multiprocessing import context, process

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event']

SEM_VALUE_MAX = 0x7FFFFFFF


class _Counter:
    """A number that is never less than 0; who wants to make it so waits."""

    def __init__(self, value):
        self._descriptor = os.eventfd(value, os.EFD_CLOEXEC | os.EFD_NONBLOCK | os.EFD_SEMAPHORE)

    def __del__(self):
        if (descriptor := self.__dict__.pop('_descriptor', None)) is not None:
            os.close(descriptor)

    def __getstate__(self):
        from multiprocessing.reduction import DupFd
        return DupFd(self._descriptor, self)

    def __setstate__(self, state):
        self._descriptor = state.detach()

    @property
    def value(self):
        with open(f'/proc/self/fdinfo/{self._descriptor}') as info:
            for line in info:
                if line.startswith('eventfd-count:'):
                    return int(line.split(':')[1], 16)
        raise OSError(errno.EBADF, 'no counter')

    def raise_by_one(self):
        os.eventfd_write(self._descriptor, 1)

    def lower(self, block, timeout):
        """Make it less by one; False when it was 0 all the time."""
        end = None if timeout is None else monotonic() + max(0.0, timeout)
        while True:
            try:
                os.eventfd_read(self._descriptor)
                return True
            except BlockingIOError:
                left = None if end is None else end - monotonic()
                if not block or (left is not None and left <= 0):
                    return False
            from multiprocessing.connection import wait
            wait([self._descriptor], left)


class _Shared:
    """What is given to a process when it is started, and only then."""

    def __getstate__(self):
        context.assert_spawning(self)
        return self.__dict__


class Semaphore(_Shared):
    """A counter of what is free: acquire() takes one, and waits while there is none; release() gives back."""

    _limit = SEM_VALUE_MAX

    def __init__(self, value=1, *, ctx):
        if not 0 <= value <= SEM_VALUE_MAX:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        self._counter = _Counter(value)

    def __repr__(self):
        return f'<{type(self).__name__}(value={self.get_value()})>'

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def acquire(self, block=True, timeout=None):
        """Take one; without any left, wait if block, at most timeout seconds. True when it was taken."""
        return self._counter.lower(block, timeout)

    def release(self):
        """Give one back."""
        if self._limit != SEM_VALUE_MAX and self.get_value() >= self._limit:
            raise ValueError('semaphore or lock released too many times')
        self._counter.raise_by_one()

    def get_value(self):
        """How many are free; another process may change it at once."""
        return self._counter.value


class BoundedSemaphore(Semaphore):
    """A semaphore that is never released more often than it was acquired."""

    def __init__(self, value=1, *, ctx):
        super().__init__(value, ctx=ctx)
        self._limit = value

    def __repr__(self):
        return f'<{type(self).__name__}(value={self.get_value()}, maxvalue={self._limit})>'


class _Owned(Semaphore):
    """One may hold it. Who does is known in the process of the owner only."""

    def __init__(self, *, ctx):
        super().__init__(1, ctx=ctx)
        self._limit = 1
        self._forget()

    def __setstate__(self, state):
        self.__dict__.update(state)
        self._forget()

    def _forget(self):
        self._owner, self._times = None, 0

    def _is_mine(self):
        return self._owner == threading.get_ident()

    def _take(self, block, timeout):
        if not super().acquire(block, timeout):
            return False
        self._owner, self._times = threading.get_ident(), 1
        return True

    def _name_of_owner(self):
        if self._is_mine():
            name = process.current_process().name
            thread = threading.current_thread()
            return name if thread is threading.main_thread() else f'{name}|{thread.name}'
        if self.get_value():
            return None
        return 'SomeOtherProcess' if self._owner is None else 'SomeOtherThread'


class Lock(_Owned):
    """A lock that one holds at a time; anybody may release it."""

    def __repr__(self):
        return f'<{type(self).__name__}(owner={self._name_of_owner()})>'

    def acquire(self, block=True, timeout=None):
        """Take it; wait for it if block, at most timeout seconds. True when it was taken."""
        return self._take(block, timeout)

    def release(self):
        """Let another one take it."""
        if self.get_value():
            raise ValueError('semaphore or lock released too many times')
        self._forget()
        self._counter.raise_by_one()


class RLock(_Owned):
    """A lock that its owner may take again; it must release it as often."""

    def __repr__(self):
        owner = self._name_of_owner()
        times = self._times if owner is None or self._is_mine() else 'nonzero'
        return f'<{type(self).__name__}({owner}, {times})>'

    def acquire(self, block=True, timeout=None):
        """Take it, again if it is taken by this thread; else wait for it if block, at most timeout seconds."""
        if not self._is_mine():
            return self._take(block, timeout)
        self._times += 1
        return True

    def release(self):
        """Undo one acquire()."""
        if not self._is_mine():
            raise AssertionError('attempt to release recursive lock not owned by thread')
        self._times -= 1
        if not self._times:
            self._forget()
            self._counter.raise_by_one()


class Condition(_Shared):
    """Processes wait here until another one notifies them.

    Who waits is counted in `waiting`, and let through by `gate`. A notifier holds the lock until those that it has let through
    have said so: otherwise somebody who comes later could slip through in the place of one of them.
    """

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or RLock(ctx=ctx)
        self._waiting, self._gate, self._passed = (_Counter(0) for _ in range(3))
        self._share_methods()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._waiting, self._gate, self._passed

    def __setstate__(self, state):
        self._lock, self._waiting, self._gate, self._passed = state
        self._share_methods()

    def _share_methods(self):
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exception):
        self._lock.__exit__(*exception)

    def __repr__(self):
        return f'<{type(self).__name__}({self._lock}, {self._waiting.value})>'

    def wait(self, timeout=None):
        """Release the lock, wait until notified or until the timeout occurs, and take the lock again. Was it notified?"""
        assert self._lock._is_mine(), 'must acquire() condition before using wait()'
        self._waiting.raise_by_one()
        times = self._lock._times
        for _ in range(times):
            self._lock.release()
        try:
            # After the time, and still counted: nobody has let this one through, or a notifier waits for it.
            notified = self._gate.lower(True, timeout)
            if not notified and not self._waiting.lower(False, None):
                notified = self._gate.lower(True, None)
            if notified:
                self._passed.raise_by_one()
            return notified
        finally:
            for _ in range(times):
                self._lock.acquire()

    def notify(self, n=1):
        """Let up to n of those that wait go on, when the lock is released."""
        assert self._lock._is_mine(), 'lock is not owned'
        let_through = 0
        while let_through < n and self._waiting.lower(False, None):
            self._gate.raise_by_one()
            let_through += 1
        for _ in range(let_through):
            self._passed.lower(True, None)

    def notify_all(self):
        """Let all that wait go on."""
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate is true, or the timeout occurs; the last result of it."""
        end = None if timeout is None else monotonic() + timeout
        while not (result := predicate()):
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result


class Event(_Shared):
    """A flag that processes wait for."""

    def __init__(self, *, ctx):
        self._cond = Condition(Lock(ctx=ctx), ctx=ctx)
        self._flag = _Counter(0)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {"set" if self.is_set() else "unset"}>'

    def is_set(self):
        """Is the flag true?"""
        return bool(self._flag.value)

    def set(self):
        """Make the flag true, and wake all that wait."""
        with self._cond:
            if not self._flag.value:
                self._flag.raise_by_one()
            self._cond.notify_all()

    def clear(self):
        """Make the flag false."""
        with self._cond:
            self._flag.lower(False, None)

    def wait(self, timeout=None):
        """Wait until the flag is true; False when the timeout occurred first."""
        with self._cond:
            return bool(self._flag.value) or self._cond.wait(timeout)
