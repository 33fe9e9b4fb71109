"""Process objects: this process, those that it has started, and the one that has started it."""

import os
import sys
from itertools import count as _numbers

from multiprocessing import util

__all__ = ['BaseProcess', 'current_process', 'active_children', 'parent_process']

try:
    ORIGINAL_DIR = os.path.abspath(os.getcwd())
except OSError:
    ORIGINAL_DIR = None

_children = set()                   # those that are not known to have ended
_signal_names = {}


class AuthenticationString(bytes):
    """A key of this program: it is given to the processes that are started, and to nobody else."""

    def __reduce__(self):
        from multiprocessing.context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError('Pickling an AuthenticationString object is disallowed for security reasons')
        return AuthenticationString, (bytes(self),)


class BaseProcess:
    """An activity that runs in a process of its own; used like threading.Thread."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        creator = _current_process
        self._identity = (*creator._identity, next(_child_numbers))
        self._name = name or f'{type(self).__name__}-{":".join(map(str, self._identity))}'
        self._config = dict(creator._config)
        if daemon is not None:
            self.daemon = daemon
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self._parent_pid, self._parent_name = os.getpid(), creator.name
        self._popen = None
        self._closed = False

    def run(self):
        """What the process does: call the target. Subclasses may do something else."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start the process; once."""
        self._check_open()
        assert self._popen is None, 'cannot start a process twice'
        assert self._parent_pid == os.getpid(), 'can only start a process object created by current process'
        assert not _current_process._config.get('daemon'), 'daemonic processes are not allowed to have children'
        _forget_ended()
        util._watch_exit()
        self._popen = self._start(self)
        # They would keep what they hold alive here, too.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def join(self, timeout=None):
        """Wait until the process has ended, at most timeout seconds."""
        self._check_open()
        assert self._parent_pid == os.getpid(), 'can only join a child process'
        assert self._popen is not None, 'can only join a started process'
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        """Was it started, and has it not ended?"""
        self._check_open()
        if self is not _current_process:
            assert self._parent_pid == os.getpid(), 'can only test a child process'
            if self._popen is None or self._popen.poll() is not None:
                _children.discard(self)
                return False
        return True

    def terminate(self):
        """Have the system end it: SIGTERM."""
        self._check_open()
        self._popen.terminate()

    def kill(self):
        """Have the system end it, whatever it does: SIGKILL."""
        self._check_open()
        self._popen.kill()

    def close(self):
        """Give back what belongs to it; it must have ended."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError('Cannot close a process while it is still running. '
                                 'You should first call join() or terminate().')
            self._popen.close()
            self._popen = None
            _children.discard(self)
        self._closed = True

    @property
    def daemon(self):
        """Is it ended when this process ends? To be set before start()."""
        return self._config.get('daemon', False)

    @daemon.setter
    def daemon(self, daemonic):
        assert getattr(self, '_popen', None) is None, 'process has already started'
        self._config['daemon'] = daemonic

    @property
    def authkey(self):
        """The key with which processes prove that they belong together."""
        return self._config['authkey']

    @authkey.setter
    def authkey(self, key):
        self._config['authkey'] = AuthenticationString(key)

    @property
    def exitcode(self):
        """None while it runs; the status it ended with, negative for the signal that ended it."""
        self._check_open()
        if self is _current_process or self._popen is None:
            return None
        return self._popen.poll()

    @property
    def ident(self):
        """The number the system knows it by, or None before it starts."""
        self._check_open()
        if self is _current_process:
            return os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def name(self):
        """A text for people."""
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), 'name must be a string'
        self._name = name

    @property
    def sentinel(self):
        """A descriptor that can be read when the process has ended."""
        self._check_open()
        if self._popen is None:
            raise ValueError('process not started')
        return self._popen.sentinel

    def __repr__(self):
        words = [f'name={self._name!r}']
        if self is not _current_process and self._popen is not None:
            words.append(f'pid={self._popen.pid}')
        words.append(f'parent={self._parent_pid}')
        words.append(self._state())
        if self.daemon:
            words.append('daemon')
        return f'<{type(self).__name__} {" ".join(words)}>'

    def _state(self):
        if self._closed:
            return 'closed'
        if self is _current_process:
            return 'started'
        if self._popen is None:
            return 'initial'
        if self._parent_pid != os.getpid():
            return 'unknown'
        status = self._popen.poll()
        if status is None:
            return 'started'
        return f'stopped exitcode={_name_of_status(status)}'

    def _check_open(self):
        if self._closed:
            raise ValueError('process object is closed')

    # In the process itself.

    def _bootstrap(self, parent_sentinel=None):
        """Be this process: run, and give the status to end with."""
        global _current_process, _parent_process, _child_numbers
        import threading
        _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
        _current_process = self
        _child_numbers = _numbers(1)
        _children.clear()
        util._watch_exit()
        status = 1
        try:
            self.run()
            status = 0
        except SystemExit as request:
            status = _status_of(request.code)
        except BaseException:
            import traceback
            sys.stderr.write(f'Process {self.name}:\n')
            traceback.print_exc()
        finally:
            threading._shutdown()
            util._exit_function()
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
        return status


class _MainProcess(BaseProcess):
    """The process that was not started by this package."""

    def __init__(self):
        self._identity = ()
        self._name = 'MainProcess'
        self._parent_pid = self._popen = None
        self._closed = False
        self._config = {'authkey': AuthenticationString(os.urandom(32))}

    def close(self):
        """It is not another process's to close."""


class _ParentProcess(BaseProcess):
    """The process that has started this one."""

    def __init__(self, name, pid, sentinel):
        self._identity, self._config = (), {}
        self._name, self._pid, self._sentinel = name, pid, sentinel
        self._parent_pid = self._popen = None
        self._closed = False

    def is_alive(self):
        """Has it not ended?"""
        from multiprocessing.connection import wait
        return not wait([self._sentinel], 0)

    def join(self, timeout=None):
        """Wait until it has ended, at most timeout seconds."""
        from multiprocessing.connection import wait
        wait([self._sentinel], timeout)

    @property
    def ident(self):
        """The number the system knows it by."""
        return self._pid

    pid = ident


def current_process():
    """The process object of this process."""
    return _current_process


def parent_process():
    """The process object of the process that has started this one; None in the main process."""
    return _parent_process


def active_children():
    """The process objects of those that were started here and have not ended."""
    _forget_ended()
    return list(_children)


def _forget_ended():
    for child in list(_children):
        if (popen := child._popen) is not None and popen.poll() is not None:
            _children.discard(child)


def _status_of(code):
    """The exit status for the argument of SystemExit; what is no number is a message."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code
    sys.stderr.write(f'{code}\n')
    return 1


def _name_of_status(status):
    if status >= 0:
        return status
    if not _signal_names:
        import signal
        _signal_names.update((-number, f'-{number.name}') for number in signal.valid_signals() if isinstance(number, signal.Signals))
    return _signal_names.get(status, status)


_parent_process = None
_current_process = _MainProcess()
_child_numbers = _numbers(1)
