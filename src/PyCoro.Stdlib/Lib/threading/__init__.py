"""Threads (library reference: threading). The parts that threads meet at are in threading.synchronization."""

import _thread
import sys as _sys
from _thread import TIMEOUT_MAX, _ExceptHookArgs as ExceptHookArgs, _local as local, get_ident, get_native_id, stack_size
from _weakrefset import WeakSet as _WeakSet
from itertools import count as _numbers

from threading.synchronization import (
    Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, RLock, Semaphore, _PyRLock, _deprecate)

__all__ = [
    'Barrier', 'BoundedSemaphore', 'BrokenBarrierError', 'Condition', 'Event', 'ExceptHookArgs', 'Lock', 'RLock',
    'Semaphore', 'TIMEOUT_MAX', 'Thread', 'ThreadError', 'Timer', 'active_count', 'current_thread', 'enumerate',
    'excepthook', 'get_ident', 'get_native_id', 'getprofile', 'gettrace', 'local', 'main_thread', 'setprofile',
    'settrace', 'stack_size',
]

Lock = _allocate_lock = _thread.allocate_lock
ThreadError = _thread.error
_start_new_thread = _thread.start_new_thread
_set_sentinel = _thread._set_sentinel
_CRLock = _thread.RLock
_HAVE_THREAD_NATIVE_ID = True

for _name in ('Barrier', 'BoundedSemaphore', 'BrokenBarrierError', 'Condition', 'Event', 'Semaphore', 'RLock', '_PyRLock'):
    globals()[_name].__module__ = __name__
del _name

_active = {}                        # the threads that run, by their ident
_limbo = {}                         # those that were asked to start
_active_limbo_lock = RLock()
_dangling = _WeakSet()              # all thread objects that are still held
_shutdown_locks_lock = Lock()
_shutdown_locks = set()             # released by the threads that the end of the program waits for
_exit_calls = []
_exit_has_begun = False
_trace_hook = None
_profile_hook = None
_next_number = _numbers(1).__next__


def _newname(template):
    return template % _next_number()


class Thread:
    """An activity that runs in a thread of its own."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        if name is not None:
            name = str(name)
        else:
            name = _newname('Thread-%d')
            if (called := getattr(target, '__name__', None)) is not None:
                name = f'{name} ({called})'
        # What it does, and how it is known; the numbers and the lock come when it starts.
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = name
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = self._tstate_lock = None
        self._is_stopped = False
        self._started = Event()
        self._invoke_excepthook = _make_invoke_excepthook()
        self._stderr = _sys.stderr
        _dangling.add(self)
        self._initialized = True

    def __repr__(self):
        self._require_init('Thread.__init__() was not called')
        if self._started.is_set():
            self.is_alive()         # takes note of an end
            state = 'stopped' if self._is_stopped else 'started'
        else:
            state = 'initial'
        daemon = ' daemon' if self._daemonic else ''
        ident = '' if self._ident is None else f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {state}{daemon}{ident})>'

    def start(self):
        """Start the thread; once."""
        self._require_init('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        _list(_limbo, self, self)
        try:
            _start_new_thread(self._bootstrap, ())
        except Exception:
            _unlist(_limbo, self)
            raise
        self._started.wait()

    def run(self):
        """What the thread does: call the target. Subclasses may do something else."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # The arguments may hold the thread itself.
            for name in ('_target', '_args', '_kwargs'):
                delattr(self, name)

    def join(self, timeout=None):
        """Wait until the thread ends, or until the timeout occurs; is_alive() tells which."""
        self._require_init('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if timeout is None:
            self._wait_for_tstate_lock()
        else:
            self._wait_for_tstate_lock(timeout=max(timeout, 0))

    def is_alive(self):
        """Has the thread been started, and not ended yet?"""
        self._require_init('Thread.__init__() not called')
        if self._is_stopped or not self._started.is_set():
            return False
        self._wait_for_tstate_lock(False)
        return not self._is_stopped

    @property
    def name(self):
        """A text for people. Several threads may have the same."""
        self._require_init('Thread.__init__() not called')
        return self._name

    @name.setter
    def name(self, name):
        self._require_init('Thread.__init__() not called')
        self._name = str(name)

    @property
    def ident(self):
        """Its number, or None before it starts."""
        self._require_init('Thread.__init__() not called')
        return self._ident

    @property
    def native_id(self):
        """The number the system knows it by, or None before it starts."""
        self._require_init('Thread.__init__() not called')
        return self._native_id

    @property
    def daemon(self):
        """Does the program end without waiting for it? To be set before start()."""
        self._require_init('Thread.__init__() not called')
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._require_init('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        """Its daemon attribute. Deprecated."""
        _deprecate('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        """Set its daemon attribute. Deprecated."""
        _deprecate('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        """Its name attribute. Deprecated."""
        _deprecate('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        """Set its name attribute. Deprecated."""
        _deprecate('setName() is deprecated, set the name attribute instead')
        self.name = name

    def _require_init(self, text):
        if not self._initialized:
            raise RuntimeError(text)

    # In the thread itself.

    def _bootstrap(self):
        try:
            self._bootstrap_inner()
        except BaseException:
            if not (self._daemonic and _sys is None):
                raise

    def _bootstrap_inner(self):
        try:
            self._set_ident()
            self._set_tstate_lock()
            self._set_native_id()
            with _active_limbo_lock:
                _active[self._ident] = self
                del _limbo[self]
            self._started.set()
            for hook, install in ((_trace_hook, _sys.settrace), (_profile_hook, _sys.setprofile)):
                if hook:
                    install(hook)
            try:
                self.run()
            except BaseException:
                self._invoke_excepthook(self)
        finally:
            self._delete()

    def _set_ident(self):
        self._ident = get_ident()

    def _set_native_id(self):
        self._native_id = get_native_id()

    def _set_tstate_lock(self):
        self._tstate_lock = _set_sentinel()
        self._tstate_lock.acquire()
        if not self._daemonic:
            with _shutdown_locks_lock:
                _shutdown_locks.add(self._tstate_lock)

    def _delete(self):
        _unlist(_active, get_ident())

    # In others.

    def _wait_for_tstate_lock(self, block=True, timeout=-1):
        lock = self._tstate_lock
        if lock is None:
            return
        try:
            ended = lock.acquire(block, timeout)
        except BaseException:
            # Interrupted just after it was taken: the thread has ended all the same.
            if lock.locked() and get_ident() != self._ident and self._ident not in _active:
                lock.release()
                self._stop()
            raise
        if ended:
            lock.release()
            self._stop()

    def _stop(self):
        self._is_stopped = True
        if (lock := self._tstate_lock) is not None:
            self._tstate_lock = None
            with _shutdown_locks_lock:
                _shutdown_locks.discard(lock)


class Timer(Thread):
    """Calls a function after a number of seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Never call the function, if it has not been called yet."""
        self.finished.set()

    def run(self):
        """Wait, and call."""
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
            self.finished.set()


class _MainThread(Thread):
    """The thread that began the program."""

    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        _adopt(self)
        self._set_tstate_lock()


class _DummyThread(Thread):
    """Stands for a thread that was not started by this module."""

    def __init__(self):
        super().__init__(name=_newname('Dummy-%d'), daemon=True)
        _adopt(self)

    def is_alive(self):
        """Nobody tells when such a thread ends."""
        if not self._is_stopped and self._started.is_set():
            return True
        raise RuntimeError('the thread of this object has been replaced')

    def join(self, timeout=None):
        """Nobody can wait for such a thread."""
        raise RuntimeError('cannot join a dummy thread')


def _adopt(thread):
    """Makes a thread object the one of the thread that runs already."""
    thread._started.set()
    thread._set_ident()
    thread._set_native_id()
    _list(_active, thread._ident, thread)


def _list(threads, key, thread):
    with _active_limbo_lock:
        threads[key] = thread


def _unlist(threads, key):
    with _active_limbo_lock:
        del threads[key]


def current_thread():
    """The thread object of the caller."""
    return _active.get(get_ident()) or _DummyThread()


def main_thread():
    """The thread object of the thread that began the program."""
    return _main_thread


def active_count():
    """How many threads are alive."""
    with _active_limbo_lock:
        return len(_active) + len(_limbo)


def enumerate():
    """All threads that are alive."""
    with _active_limbo_lock:
        return [*_active.values(), *_limbo.values()]


def currentThread():
    """The thread object of the caller. Deprecated."""
    _deprecate('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def activeCount():
    """How many threads are alive. Deprecated."""
    _deprecate('activeCount() is deprecated, use active_count() instead')
    return active_count()


def settrace(func):
    """Each thread that is started from now on calls sys.settrace(func) first."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    """What settrace() has set."""
    return _trace_hook


def setprofile(func):
    """Each thread that is started from now on calls sys.setprofile(func) first."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    """What setprofile() has set."""
    return _profile_hook


def excepthook(args, /):
    """Report an exception that run() did not catch, unless it is SystemExit."""
    if _sys.stderr is not None or (output := getattr(args.thread, '_stderr', None)) is None:
        _thread._excepthook(args)
        return
    # The program has taken its standard error away; the thread remembers the one it began with.
    _sys.stderr = output
    try:
        _thread._excepthook(args)
    finally:
        _sys.stderr = None


__excepthook__ = excepthook


def _make_invoke_excepthook():
    # What is needed is kept from now: the thread may end after the module has been taken apart.
    standard = excepthook
    get_info, arguments_of = _sys.exc_info, ExceptHookArgs

    def invoke(thread):
        hook = excepthook if callable(excepthook) else standard
        try:
            hook(arguments_of([*get_info(), thread]))
        except Exception as error:
            error.__suppress_context__ = True
            output = _sys.stderr or thread._stderr
            print('Exception in threading.excepthook:', file=output, flush=True)
            _sys.excepthook(*get_info())

    return invoke


def _register_atexit(func, *args, **kwargs):
    """Call func at the beginning of the end, before threads are waited for."""
    if _exit_has_begun:
        raise RuntimeError("can't register atexit after shutdown")
    _exit_calls.append(lambda: func(*args, **kwargs))


def _shutdown():
    """The program is over: wait for all threads that are no daemons."""
    global _exit_has_begun
    if _main_thread._is_stopped:
        return
    _exit_has_begun = True
    for call in reversed(_exit_calls):
        call()
    if _main_thread.ident == get_ident():
        _main_thread._tstate_lock.release()
        _main_thread._stop()
    while True:
        with _shutdown_locks_lock:
            if not _shutdown_locks:
                return
            lock = _shutdown_locks.pop()
        lock.acquire()
        lock.release()


_main_thread = _MainThread()
