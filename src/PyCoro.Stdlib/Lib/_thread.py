"""Locks and identity of threads.

Python code runs in one thread so far: start_new_thread() says so, and a lock that would have to be waited for can never
be released by anybody else.
"""

error = RuntimeError
TIMEOUT_MAX = 9223372036.0


class LockType:
    """A lock object is a synchronization primitive."""

    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock; False when it is held and may not be waited for."""
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError('timeout value must be a non-negative number')
        if not self._locked:
            self._locked = True
            return True
        if blocking and timeout == -1:
            raise RuntimeError('deadlock: the lock is held by the only thread')
        if blocking:
            import time
            time.sleep(timeout)
        return False

    def release(self):
        """Release the lock."""
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False

    def locked(self):
        """Return whether the lock is held."""
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def _at_fork_reinit(self):
        self._locked = False

    def __repr__(self):
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked


LockType.__name__ = LockType.__qualname__ = 'lock'


class RLock:
    """A lock that its holder may take again."""

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock; it counts how often."""
        self._count += 1
        return True

    def release(self):
        """Release the lock once."""
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def _is_owned(self):
        return self._count > 0

    def _acquire_restore(self, state):
        self._count = state[0]

    def _release_save(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        state = self._count, get_ident()
        self._count = 0
        return state

    def _at_fork_reinit(self):
        self._count = 0

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        owner = get_ident() if self._count else 0
        return f'<{state} _thread.RLock object owner={owner} count={self._count} at {id(self):#x}>'


def allocate_lock():
    """Create a new lock object."""
    return LockType()


allocate = allocate_lock


def get_ident():
    """Return a non-zero integer that uniquely identifies the current thread."""
    return 1


def get_native_id():
    """Return a non-negative integer identifying the thread as reported by the OS."""
    import posix
    return posix.getpid()


def start_new_thread(function, args, kwargs={}):
    """Start a new thread: not possible yet."""
    raise RuntimeError("can't start new thread: threads are not implemented")


start_new = start_new_thread


def _count():
    """Return the number of currently running Python threads, excluding the main thread."""
    return 0


def stack_size(size=0, /):
    """Return the thread stack size used when creating new threads."""
    return 0


def interrupt_main(signum=2, /):
    """Simulate the arrival of the given signal in the main thread."""
    raise KeyboardInterrupt


def exit():
    """Raise SystemExit in this thread."""
    raise SystemExit


exit_thread = exit


def _set_sentinel():
    """A lock that is released when the thread ends."""
    return allocate_lock()


class _local:
    """Thread-local data: with one thread, attributes."""


class _ExceptHookArgs(tuple):
    """What threading.excepthook is given."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def _excepthook(args, /):
    """Handle an exception that a thread did not catch."""
    import sys
    sys.excepthook(args.exc_type, args.exc_value, args.exc_traceback)
