"""What threads meet at: conditions, semaphores, events and barriers, all made of the locks of _thread."""

import _thread
from _collections import deque
from time import monotonic

__all__ = ('Barrier', 'BoundedSemaphore', 'BrokenBarrierError', 'Condition', 'Event', 'RLock', 'Semaphore')

Lock = _thread.allocate_lock


def _deprecate(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def RLock(*args, **kwargs):
    """A new lock that its owner may acquire again; it must release it as often."""
    return _thread.RLock(*args, **kwargs)


class _PyRLock:
    """RLock as a class of Python, for those who want to look inside."""

    def __init__(self):
        self._block = Lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        cls = type(self)
        state = 'locked' if self._block.locked() else 'unlocked'
        return f'<{state} {cls.__module__}.{cls.__qualname__} object owner={self._owner!r} count={self._count} at {id(self):#x}>'

    def acquire(self, blocking=True, timeout=-1):
        """Take the lock, or count once more when the caller has it."""
        me = _thread.get_ident()
        if self._owner == me:
            self._count += 1
            return True
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    __enter__ = acquire

    def release(self):
        """Count down; the lock is free at zero."""
        if not self._is_owned():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *exception):
        self.release()

    def _at_fork_reinit(self):
        self.__init__()

    def _is_owned(self):
        return self._owner == _thread.get_ident()

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _release_save(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        saved = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()
        return saved

    def _acquire_restore(self, saved):
        self._block.acquire()
        self._count, self._owner = saved


class Condition:
    """Threads wait for a condition, until another thread notifies them. All of them hold the lock while they look at it."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = lock.acquire
        self.release = lock.release
        # A lock that can be held several times knows how to let go of all, and to take it back.
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if (method := getattr(lock, name, None)) is not None:
                setattr(self, name, method)
        self._waiters = deque()

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exception):
        return self._lock.__exit__(*exception)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Release the lock, wait until notified or until the timeout occurs, and take the lock again.

        The result is False when the time was over, else True.
        """
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = _thread._allocate_notification()
        self._waiters.append(waiter)
        saved = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            else:
                notified = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return notified
        finally:
            self._acquire_restore(saved)
            if not notified:
                self._forget(waiter)

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate, a function without arguments, is true, or the timeout occurs; the last result of it."""
        end = None if timeout is None else monotonic() + timeout
        while not (result := predicate()):
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result

    def notify(self, n=1):
        """Wake up to n of the threads that wait; they go on when the lock is released."""
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        for waiter in tuple(self._waiters):
            if n <= 0:
                break
            self._forget(waiter)
            try:
                waiter.release()
                n -= 1
            except RuntimeError:
                pass    # it was notified, and was interrupted before it could take itself off

    def _forget(self, waiter):
        if waiter in self._waiters:
            self._waiters.remove(waiter)

    def notify_all(self):
        """Wake all the threads that wait."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """Wake all the threads that wait. Deprecated: use notify_all()."""
        _deprecate('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


class Semaphore:
    """A counter of what is free: acquire() takes one, and waits while there is none; release() gives back."""

    _initial_value = None       # a bounded one is never given more back

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        """Take one; without any left, wait if blocking, at most timeout seconds. True when it was taken."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if not self._value and not (blocking and self._cond.wait_for(lambda: self._value, timeout)):
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        """Give back n, and wake as many threads that wait."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            value = self._value + n
            if self._initial_value is not None and value > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value = value
            self._cond.notify(n)

    def __exit__(self, *exception):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is never released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>'


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def set(self):
        """Make the flag true, and wake all that wait."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        """Make the flag false."""
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is true; False when the timeout occurred first."""
        with self._cond:
            return self._flag or self._cond.wait(timeout)

    def is_set(self):
        """Is the flag true?"""
        return self._flag

    def isSet(self):
        """Is the flag true? Deprecated: use is_set()."""
        _deprecate('isSet() is deprecated, use is_set() instead')
        return self.is_set()


class BrokenBarrierError(RuntimeError):
    """A barrier was aborted, or reset while threads waited."""


# What a barrier does: let threads come, let them go, turn all away that wait, or be of no use any more.
_FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2


class Barrier:
    """A number of threads wait for each other, and then go on together; again and again."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._state = _FILLING
        self._parties = parties
        self._count = 0

    def __repr__(self):
        cls = type(self)
        where = f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}'
        return where + (': broken>' if self.broken else f': waiters={self.n_waiting}/{self.parties}>')

    def wait(self, timeout=None):
        """Wait for the others; the number of this thread among them, a different one for each, from 0 to parties - 1."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
            self._check()
            number = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._open()
                else:
                    self._stay(timeout)
                return number
            finally:
                self._count -= 1
                if not self._count and self._state in (_DRAINING, _RESETTING):
                    self._state = _FILLING
                    self._cond.notify_all()

    def reset(self):
        """Back to the start; threads that wait now get BrokenBarrierError."""
        with self._cond:
            if self._count:
                if self._state in (_FILLING, _BROKEN):
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    def abort(self):
        """Break the barrier: waiting at it raises BrokenBarrierError, now and later."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many threads it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many threads wait now."""
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        """Is the barrier of no use any more?"""
        return self._state == _BROKEN

    def _check(self):
        if self._state == _BROKEN:
            raise BrokenBarrierError

    def _open(self):
        try:
            if self._action:
                self._action()
        except BaseException:
            self._break()
            raise
        self._state = _DRAINING
        self._cond.notify_all()

    def _stay(self, timeout):
        if not self._cond.wait_for(lambda: self._state != _FILLING, timeout):
            self._break()
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()
